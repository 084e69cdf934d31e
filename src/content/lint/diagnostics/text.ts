import { kind } from './problem-kind.ts';

interface Cure {
  readonly cure: string;
}

/** Mistakes in the text of a section that its words do not show: what cannot be built, shown or followed. */
export const TEXT_PROBLEMS = {
  BlockedElement: kind<Cure & { readonly what: string; readonly why: string }>(
    'Something the page would not show',
    ({ what, why }) => `has ${what}: ${why}.`,
    ({ cure }) => cure,
  ),
  CodeInText: kind<Cure & { readonly code: string }>(
    'Code in a text',
    ({ code }) => `has \`${code}\`, which would be run as code.`,
    ({ cure }) => cure,
  ),
  CutText: kind<{ readonly text: string; readonly rest: string }>(
    'A text that ends at a #',
    ({ text, rest }) => `is read as “${text}”: after a space a # begins a remark, so “${rest}” is left out.`,
    () => 'Put the text in quotation marks.',
    'warning',
  ),
  DeadLink: kind<Cure & { readonly url: string; readonly why: string }>(
    'A link that leads nowhere',
    ({ url, why }) => `has the link \`${url}\`, which leads nowhere: ${why}.`,
    ({ cure }) => cure,
  ),
  DuplicateId: kind<{ readonly id: string; readonly other: string; readonly isSection: boolean }>(
    'Two things of a page with one id',
    ({ id, other, isSection }) =>
      `${isSection ? 'This section has' : 'gives something'} the id \`${id}\`, which ${other} has already.`,
    ({ isSection }) =>
      isSection
        ? 'Give the file another name.'
        : 'Word the heading differently, or give the element another `id`: a heading’s id is made from its words.',
  ),
  MalformedMdx: kind<Cure & { readonly detail: string }>(
    'A text that cannot be read',
    ({ detail }) => `cannot be read: ${detail}.`,
    ({ cure }) => cure,
  ),
  MissingPicture: kind<Cure & { readonly url: string; readonly why: string }>(
    'A picture that is not there',
    ({ url, why }) => `has the picture \`${url}\`, which is not there: ${why}.`,
    ({ cure }) => cure,
  ),
};

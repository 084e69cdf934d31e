import type { Element, ElementContent, Properties, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** A footnote of a section: who says so, and where. */
export interface Note {
  readonly number: number;
  /** The number in the reader's figures. */
  readonly figure: string;
  /** What it says, in HTML. */
  readonly html: string;
}

type Child = ElementContent;

export const element = (tagName: string, properties: Properties, children: readonly Child[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [...children],
});

export const words = (value: string): Text => ({ type: 'text', value });

/** A part of a section as HTML. */
export const asHtml = (children: readonly Child[]): string =>
  toHtml({ type: 'root', children: [...children] }, { characterReferences: { useNamedReferences: true } });

export interface NumberOptions {
  readonly sectionId: string;
  /** How many notes the page has before this section. */
  readonly before: number;
  /** Writes a note's number in the reader's figures. */
  readonly figure: (number: number) => string;
}

/** What a note says; asked for once, when it has its number. */
type NoteContent = () => readonly Child[];

/** Numbers notes in the order in which they are first mentioned, on from those of the sections before. */
export function createNotes({ sectionId, before, figure }: NumberOptions) {
  const keys: string[] = [];
  const contents = new Map<string, readonly Child[]>();
  const mentions = new Map<number, number>();
  return {
    all: (): readonly Note[] =>
      keys.map((key, at) => ({
        number: before + at + 1,
        figure: figure(before + at + 1),
        html: asHtml(contents.get(key) ?? []).trimEnd(),
      })),
    /** A link to a note. Those with the same key are one. */
    refer(key: string, content: NoteContent): Element {
      const isNew = !keys.includes(key);
      if (isNew) keys.push(key);
      const number = before + keys.indexOf(key) + 1;
      const mention = (mentions.get(number) ?? 0) + 1;
      mentions.set(number, mention);
      if (isNew) contents.set(key, content());
      const id = `${sectionId}-ref-${number}${mention === 1 ? '' : `-${mention}`}`;
      const href = `#${sectionId}-note-${number}`;
      const link = element('a', { href, id, role: 'doc-noteref' }, [words(figure(number))]);
      return element('sup', { className: ['note-ref'] }, [link]);
    },
  };
}

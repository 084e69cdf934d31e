import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import type { Verdict } from '../report/account.ts';

/** What became of a part of a text. */
export interface TextNote {
  readonly verdict: Verdict;
  readonly what: string;
  readonly why: string;
}

const NEVER: Readonly<Record<string, string>> = {
  script: 'scripts are never carried over',
  noscript: 'it speaks to browsers without scripts',
  style: 'the page has styles of its own',
  object: 'plug-ins are never carried over',
  embed: 'plug-ins are never carried over',
  form: 'a story has nobody to send a form to',
  template: 'what stands in a template is never shown',
  svg: 'a drawing within the text; save it as a file in media/ if the story needs it',
};

/** Addresses a link may lead to; on any other its words stand alone. */
const LINK = /^\s*(https?:\/\/|mailto:)/i;

/** Words of the report: on one line, and short. */
export function shown(text: string, most = 120): string {
  const line = text.replace(/[\s`]+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

const dropped = (what: string, why: string): TextNote => ({ verdict: 'dropped', what, why });

function addressOf({ properties }: Element): string {
  return shown(String(properties['src'] ?? properties['data'] ?? properties['action'] ?? ''));
}

function notesOf(element: Element): readonly TextNote[] {
  const { tagName, properties } = element;
  const handlers = Object.keys(properties).filter((name) => /^on/i.test(name));
  const href = String(properties['href'] ?? '');
  const why = NEVER[tagName];
  const isScript = /^\s*(javascript|data|vbscript):/i.test(href);
  const isAroundPicture =
    tagName === 'a' && LINK.test(href) && toText(element).trim() === '' && element.children.length > 0;
  const isLocal = tagName === 'a' && href !== '' && !isScript && !LINK.test(href);
  return [
    ...(why === undefined ? [] : [dropped(`<${tagName}> ${addressOf(element)}`.trim(), why)]),
    ...handlers.map((name) =>
      dropped(`the event handler ${shown(name)} of a <${tagName}>`, 'scripts are never carried over'),
    ),
    ...(isScript ? [dropped(`the link ${shown(href, 60)}`, 'such an address can run a script')] : []),
    ...(isAroundPicture ? [dropped(`the link ${shown(href)} of a picture`, 'a picture opens large')] : []),
    ...(isLocal ? [dropped(`the link ${shown(href, 60)}`, 'it leads into the old story; its words stand alone')] : []),
  ];
}

const styleOf = ({ properties }: Element): string => String(properties['style'] ?? '');

/** What browsers would not show. */
const isHidden = (element: Element): boolean =>
  element.properties['hidden'] !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(styleOf(element));

const lastLetter = (node: ElementContent | Root['children'][number] | undefined): string =>
  node === undefined || node.type === 'comment' || node.type === 'doctype' ? '' : toText(node).slice(-1);

const firstLetter = (node: ElementContent | Root['children'][number] | undefined): string =>
  node === undefined || node.type === 'comment' || node.type === 'doctype' ? '' : toText(node).slice(0, 1);

/** Boxes that styles set apart: a number in one would run into the words beside it. */
const BOXES = /^(span|b|i|em|strong|label|button|div)$/;

const areDigits = (element: Element): boolean => /^\d+[.)]?$/.test(toText(element).trim());

/** A blank between a number in a box of its own and what stands beside it. */
function setNumbersApart(parent: Element | Root): void {
  const pieces = parent.children.flatMap((child, at) => {
    const next = parent.children[at + 1];
    const isNumber = [child, next].some((one) => one?.type === 'element' && BOXES.test(one.tagName) && areDigits(one));
    const runsOn = isNumber && /[\p{L}\p{N}]/u.test(lastLetter(child)) && /[\p{L}\p{N}]/u.test(firstLetter(next));
    return runsOn ? [child, { type: 'text' as const, value: ' ' }] : [child];
  });
  parent.children = pieces as typeof parent.children;
}

/** Elements of a page's own, such as sliders, are known by their class from here on. */
function nameByClass(element: Element): void {
  element.properties['className'] = [element.tagName];
  element.tagName = 'div';
}

function asParagraph(element: Element): void {
  element.children = [{ type: 'element', tagName: 'strong', properties: {}, children: element.children }];
  element.tagName = 'p';
}

/** Takes out what cannot stay, and says so. Changes the tree. */
export function prepareHtml(tree: Nodes): readonly TextNote[] {
  const notes: TextNote[] = [];
  visit(tree, (node, index, parent) => {
    if (node.type === 'root') setNumbersApart(node);
    if (node.type !== 'element') return undefined;
    notes.push(...notesOf(node));
    if (isHidden(node) && index !== undefined && parent !== undefined) {
      const words = shown(toText(node));
      notes.push(dropped(words === '' ? `a hidden <${node.tagName}>` : `“${words}”`, 'it was hidden there'));
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    setNumbersApart(node);
    if (node.tagName.includes('-')) nameByClass(node);
    if (node.tagName === 'a' && !LINK.test(String(node.properties['href'] ?? ''))) node.tagName = 'span';
    if (/^h[1-6]$/.test(node.tagName)) asParagraph(node);
    return undefined;
  });
  return notes;
}

import { VOID_ELEMENTS } from '../../prose/page-elements.ts';
import type { TextFault } from '../../prose/text-tree.ts';

/** What the parser found, in an author's words, and what to do about it. */
export interface TextCure {
  readonly detail: string;
  readonly cure: string;
}

const LONGEST = 40;
const CURLY = /[“”„‟‘’«»]/;

/** The text from a place on as a message shows it: a line at most. */
function shownFrom(text: string, index: number): string {
  const [line = ''] = text.slice(index).split(/\r?\n/);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function openTag(text: string, index: number, name: string): TextCure {
  const tag = /^<[^>]*>?/.exec(text.slice(index))?.[0] ?? `<${name}>`;
  if (VOID_ELEMENTS.has(name)) {
    return { detail: `\`${tag}\` does not end`, cure: `Write \`${tag.replace(/\s*\/?>$/, '')}/>\`.` };
  }
  const detail = `\`${tag}\` is opened and never closed in its paragraph`;
  if (/^[A-Z]/.test(name)) {
    return { detail, cure: `Write \`${tag.replace(/\s*>$/, '')}/>\`, or \`</${name}>\` after the words it holds.` };
  }
  return {
    detail,
    cure: `Close it with \`</${name}>\`, or let both tags stand on lines of their own; where no tag is meant, write \`&lt;${name}\`.`,
  };
}

const ADDRESS = /^<((?:https?:\/\/|www\.|mailto:)[^>\s]*|[^>\s@]+@[^>\s]+)>/;

function strayAngle(text: string, index: number): TextCure {
  const rest = text.slice(index);
  const shown = shownFrom(text, index);
  const [tag = ''] = /^<[^>]*>?/.exec(rest) ?? [];
  const address = ADDRESS.exec(rest)?.[1];
  if (rest.startsWith('<!--')) {
    return { detail: `\`${shown}\` is a remark of HTML`, cure: 'Write remarks as `{/* … */}`, or take it out.' };
  }
  if (address !== undefined) {
    const whole = address.includes('@') && !address.includes(':') ? `mailto:${address}` : address;
    return { detail: `\`<${address}>\` is no tag`, cure: `Write \`[words](${whole})\`, or the address alone.` };
  }
  if (CURLY.test(tag)) {
    return {
      detail: `\`${tag}\` has typographic quotation marks in it`,
      cure: 'Use the straight ones inside a tag: `"`.',
    };
  }
  return { detail: `\`${shown}\` begins like a tag and is none`, cure: 'Where no tag is meant, write `&lt;` for `<`.' };
}

/** Turns the parser's words for a fault into an author's. */
export function cureFor(text: string, { message, index }: TextFault): TextCure {
  const [, unclosed, at] = /closing tag for `<([^>`]*)>` \((\d+:\d+)\)/.exec(message) ?? [];
  const isMismatch = /Unexpected clos\w+ (?:tag|slash)/i.test(message);
  if (unclosed !== undefined && at !== undefined && !isMismatch) return openTag(text, index, unclosed);
  if (isMismatch) {
    const detail = `\`${shownFrom(text, index)}\` closes what is not open here`;
    return { detail, cure: 'Close tags in the order opposite to that of their opening, in the same paragraph.' };
  }
  if (/expression|brace/i.test(message)) {
    const detail = `what follows \`${shownFrom(text, index)}\` is taken for code, since \`{\` begins code`;
    return { detail, cure: 'Write `\\{` where a brace is meant.' };
  }
  if (text[index] === '<' || text[index - 1] === '<') {
    return strayAngle(text, text[index] === '<' ? index : index - 1);
  }
  const tagStart = text.lastIndexOf('<', index);
  if (tagStart >= 0 && !text.slice(tagStart, index).includes('>')) return strayAngle(text, tagStart);
  return { detail: message.replace(/\.$/, ''), cure: 'Look at this line and at the tags and braces in it.' };
}

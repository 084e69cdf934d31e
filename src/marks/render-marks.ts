import { compactPath } from './compact-path.ts';
import type { PlainMark, SceneMark } from './mark.ts';
import { markAttributes } from './mark-attributes.ts';
import { plainMarks } from './plain-marks.ts';
import { simplifyPath } from './simplify-path.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe inside an element or a double-quoted attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const INVISIBLE = 0.004;

function renderMark(mark: PlainMark, clipId: string): string {
  const { tag, attributes, text } = markAttributes(mark, clipId);
  const written = Object.entries(attributes).map(([name, value]) => {
    const content = name === 'd' ? compactPath(simplifyPath(value)) : escapeXml(value);
    return ` ${name}="${content}"`;
  });
  const body = text === undefined ? '/>' : `>${escapeXml(text)}</${tag}>`;
  return `<${tag}${written.join('')}${body}`;
}

/** Marks as SVG text; those too faint to be seen are left out. */
export function renderMarks(marks: readonly SceneMark[], clipId = 'clip-home'): string {
  return plainMarks(marks)
    .filter((mark) => (mark.opacity ?? 1) > INVISIBLE)
    .map((mark) => renderMark(mark, clipId))
    .join('');
}

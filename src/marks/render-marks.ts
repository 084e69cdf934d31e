import { escapeHtml } from '../i18n/escape-html.ts';
import { compactPath } from './compact-path.ts';
import type { PlainMark, SceneMark } from './mark.ts';
import { markAttributes } from './mark-attributes.ts';
import { plainMarks } from './plain-marks.ts';
import { simplifyPath } from './simplify-path.ts';

const INVISIBLE = 0.004;

function renderMark(mark: PlainMark, clipId: string): string {
  const { tag, attributes, text } = markAttributes(mark, clipId);
  const written = Object.entries(attributes).map(([name, value]) => {
    const content = name === 'd' ? compactPath(simplifyPath(value)) : escapeHtml(value);
    return ` ${name}="${content}"`;
  });
  const body = text === undefined ? '/>' : `>${escapeHtml(text)}</${tag}>`;
  return `<${tag}${written.join('')}${body}`;
}

/** Marks as SVG text; those too faint to be seen are left out. */
export function renderMarks(marks: readonly SceneMark[], clipId = 'clip-home'): string {
  return plainMarks(marks)
    .filter((mark) => (mark.opacity ?? 1) > INVISIBLE)
    .map((mark) => renderMark(mark, clipId))
    .join('');
}

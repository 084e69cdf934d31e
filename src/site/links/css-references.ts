import { tokenize, tokenTypes, url as urlToken } from 'css-tree';
import type { Reference } from './reference.ts';

/** Files a style sheet names with `url()` or `@import`. */
export function cssReferences(css: string): readonly Reference[] {
  const found: Reference[] = [];
  let before = '';
  tokenize(css, (type, start, end) => {
    const text = css.slice(start, end);
    if (type === tokenTypes.Url) {
      const [opening = ''] = /^url\(\s*/i.exec(text) ?? [];
      const inner = text.slice(opening.length).replace(/\s*\)$/, '');
      found.push({
        start: start + opening.length,
        end: start + opening.length + inner.length,
        url: urlToken.decode(text),
        kind: 'load',
      });
    }
    if (type === tokenTypes.String && /^(url\(|@import)$/i.test(before)) {
      found.push({ start: start + 1, end: end - 1, url: text.slice(1, -1), kind: 'load' });
    }
    if (type !== tokenTypes.WhiteSpace && type !== tokenTypes.Comment) before = text;
  });
  return found;
}

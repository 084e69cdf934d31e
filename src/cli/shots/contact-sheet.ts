import { escapeHtml } from '../../i18n/escape-html.ts';
import type { ShotSet } from './shot-plan.ts';

const isUpright = ({ width, height }: ShotSet['size']): boolean => width < height;
const columns = (size: ShotSet['size']): number => (isUpright(size) ? 8 : 4);
const pictureWidth = (size: ShotSet['size']): number => (isUpright(size) ? 234 : 480);
const GAP = 16;

/** Width in CSS pixels that the sheet of a size needs. */
export function sheetWidth(size: ShotSet['size']): number {
  return columns(size) * (pictureWidth(size) + GAP) + GAP;
}

/** A page that shows all pictures of a set, each with its label. Pictures are named relative to the page. */
export function renderContactSheet({ name, size, theme, shots }: ShotSet): string {
  const isDark = theme === 'dark';
  const cells = shots.map(
    ({ file, label }) =>
      `<figure><img src="${escapeHtml(file)}" alt=""><figcaption>${escapeHtml(label)}</figcaption></figure>`,
  );
  return `<!doctype html>
<meta charset="utf-8">
<title>${escapeHtml(name)}</title>
<style>
body { margin: 0; padding: ${GAP}px; background: ${isDark ? '#000' : '#fff'}; color: ${isDark ? '#ddd' : '#222'}; }
main { display: grid; grid-template-columns: repeat(${columns(size)}, ${pictureWidth(size)}px); gap: ${GAP}px; }
figure { margin: 0; font: 12px/1.4 sans-serif; }
img { inline-size: 100%; display: block; outline: 1px solid #8888; }
</style>
<main>
${cells.join('\n')}
</main>
`;
}

import type { ShotSet, Size } from './shot-plan.ts';

const COLUMNS: Readonly<Record<Size, number>> = { desktop: 4, phone: 8 };
const PICTURE_WIDTH: Readonly<Record<Size, number>> = { desktop: 480, phone: 234 };
const GAP = 16;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Width in CSS pixels that the sheet of a size needs. */
export function sheetWidth(size: Size): number {
  return COLUMNS[size] * (PICTURE_WIDTH[size] + GAP) + GAP;
}

/** A page that shows all pictures of a set, each with its label. Pictures are named relative to the page. */
export function renderContactSheet({ size, theme, shots }: ShotSet): string {
  const isDark = theme === 'dark';
  const cells = shots.map(
    ({ file, label }) =>
      `<figure><img src="${escapeHtml(file)}" alt=""><figcaption>${escapeHtml(label)}</figcaption></figure>`,
  );
  return `<!doctype html>
<meta charset="utf-8">
<title>${size}, ${theme}</title>
<style>
body { margin: 0; padding: ${GAP}px; background: ${isDark ? '#000' : '#fff'}; color: ${isDark ? '#ddd' : '#222'}; }
main { display: grid; grid-template-columns: repeat(${COLUMNS[size]}, ${PICTURE_WIDTH[size]}px); gap: ${GAP}px; }
figure { margin: 0; font: 12px/1.4 sans-serif; }
img { inline-size: 100%; display: block; outline: 1px solid #8888; }
</style>
<main>
${cells.join('\n')}
</main>
`;
}

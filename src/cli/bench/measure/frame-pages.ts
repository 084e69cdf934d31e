import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { floorPage } from './floor-page.ts';

/** As far to scroll as a story is. */
const FAR = '<style>h1,h2{margin-block:150vh}</style>';

/**
 * Moves the drawing as a story does, in and out and about, by its transform alone. Runs in the page.
 * @param resting the transform it has at first
 */
const MOVE = (resting: string): string => `<script>
const drawing = document.getElementById('moved');
addEventListener('scroll', () => requestAnimationFrame(() => {
  const [x, y, at] = [innerWidth / 2, innerHeight / 2, scrollY / innerHeight];
  const scale = 2 ** Math.sin(at);
  drawing.setAttribute('transform', \`translate(\${x + 40 * Math.sin(2 * at)} \${y}) scale(\${scale}) translate(\${-x} \${-y}) ${resting}\`);
}), { passive: true });
</script>`;

/** The words of a story alone, in as long a page. */
export const textPage = (html: string): string => floorPage(html).replace('</head>', `${FAR}</head>`);

/**
 * The words of a story over its drawing, of which nothing but the transform is set: what a map that moves with the scroll
 * takes at the least when the browser draws it.
 */
export function transformPage(html: string): string {
  const parts = [...html.matchAll(/<use href="(#bm(?:-land|-lines)?)"[^>]* transform="([^"]+)"/g)];
  const resting = parts[0]?.[2];
  if (resting === undefined) throw new Error('The page has no drawing.');
  // Land and lines are two where layers of the story's own lie between them.
  const drawn = [...new Set(parts.flatMap(([, href, transform]) => (href && transform === resting ? [href] : [])))];
  const styles = (html.match(/<style[\s\S]*?<\/style>/g) ?? []).join('');
  const map =
    '<svg class="map-svg" style="position:fixed;inset:0;z-index:-1;width:100%;height:100%">' +
    `<g id="moved" transform="${resting}">${drawn.map((href) => `<use href="${href}"/>`).join('')}</g></svg>`;
  return textPage(html)
    .replace('</head>', `${styles}</head>`)
    .replace('</body>', `${map}${MOVE(resting)}</body>`);
}

/**
 * Writes both pages of a built page into a folder of their own, as `text/` and `transform/`.
 * @returns the folder
 */
export async function writeFramePages(dist: string, path: string, folder: string): Promise<string> {
  const html = await readFile(join(dist, path, 'index.html'), 'utf8');
  await rm(folder, { recursive: true, force: true });
  for (const [name, page] of Object.entries({ text: textPage(html), transform: transformPage(html) })) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'index.html'), page);
  }
  return folder;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawBasemap } from '../../src/basemap/drawing/basemap-drawing.ts';
import { escapeHtml } from '../../src/i18n/escape-html.ts';
import { mapStyleSheet } from '../../src/pictures/map-style-sheet.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { tinyBasemap } from './tiny-basemap.ts';

export const PICTURES = join(PROJECT_ROOT, 'tests', 'visual', 'pictures');
export const PICTURE_PAGE = join(PROJECT_ROOT, 'tests', '.results', 'pictures.html');

/** A picture that is not what it was; null where there was or is none. */
export interface ChangedPicture {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const STYLE = `body { margin: 24px; font: 15px/1.5 sans-serif; background: #ddd }
figure { display: inline-block; vertical-align: top; margin: 0 16px 16px 0; width: calc(50% - 24px) }
figure svg { display: block; width: 100%; max-height: 90vh }`;

const figure = (caption: string, path: string, svg: string | null): string =>
  `<figure${path.includes('-rtl') ? ' data-script="arab"' : ''}><figcaption>${caption}</figcaption>${svg ?? 'None.'}</figure>`;

/** Writes a page that shows each changed picture as it was beside what it has become. */
export async function writePicturePage(changed: readonly ChangedPicture[]): Promise<void> {
  // Soft edges and fades are in the drawing that stands in every page with a map.
  const { defs } = drawBasemap(tinyBasemap, tinyBasemap.meta.name, { regions: [], detail: tinyBasemap.meta.bounds });
  const shown = changed.map(
    ({ path, before, after }) =>
      `<h2>${escapeHtml(path)}</h2>${figure('before', path, before)}${figure('now', path, after)}`,
  );
  const head = `<!doctype html><meta charset="utf-8"><title>Changed pictures</title><style>${mapStyleSheet()}${STYLE}</style>`;
  await mkdir(dirname(PICTURE_PAGE), { recursive: true });
  await writeFile(PICTURE_PAGE, [head, defs, ...shown].join('\n'));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Basemap } from '../../../basemap/basemap.ts';
import { DRAWINGS } from '../../../charts/inventory/drawings/drawings.ts';
import { normalizeStory } from '../../../content/normalize/normalize-story.ts';
import { storySchema } from '../../../content/schema/documents.ts';
import { escapeHtml } from '../../../i18n/escape-html.ts';
import { formatQuantity } from '../../../i18n/format-quantity.ts';
import { mapTextsIn } from '../../../i18n/translate.ts';
import { mapStyleSheet } from '../../../pictures/map-style-sheet.ts';
import { drawFigures, drawStory } from '../../../pictures/story-drawing.ts';
import { readAuthoredContent } from '../../../site/content/content-problems.ts';
import { PROJECT_ROOT } from '../../../site/content/project-root.ts';
import { DISK } from '../../../site/content/read-content.ts';
import type { SiteTheme } from '../../../site/theme/define-theme.ts';
import { fontStyleSheet } from '../../../site/theme/fonts/font-style-sheet.ts';
import { pageStyleSheet, printStyleSheet } from '../../../site/theme/page-style-sheet.ts';
import { nearestZoomOf } from '../../../story/shapes/map-detail.ts';
import type { Story } from '../../../story/story.ts';
import { createTypeScale } from '../../../typography/type-scale.ts';
import { blankBasemap } from '../../lib/blank-basemap.ts';
import { fontFaces } from './font-faces.ts';
import { SAMPLE_BOUNDS, sampleStory } from './sample-story.ts';
import { cardSpecimen, paletteSpecimen, rampSpecimen, typeSpecimen } from './specimens.ts';

/** The story that shows each annotation once; any other will do. */
const PREFERRED = 'tell-a-story';

interface Shown {
  readonly story: Story;
  readonly basemap: Basemap;
}

/** The story of the site whose maps are shown; null where the site has none that is whole. */
async function storyOfSite(root: string): Promise<Shown | null> {
  const { stories, basemaps, context } = await readAuthoredContent({ root, publicFolder: join(root, 'public') }, DISK);
  const raw = stories.find(({ slug }) => slug === PREFERRED) ?? stories[0];
  const file = storySchema.safeParse(raw?.files.find(({ path }) => path === 'story.yaml')?.data);
  if (raw === undefined || !file.success) return null;
  const { basemap: name, defaultLocale: locale } = file.data;
  const [basemap, mapIndex] = [basemaps[name], context.mapIndexes[name]];
  if (basemap === undefined || mapIndex === undefined) return null;
  const options = { locale, figure: formatQuantity, drawings: DRAWINGS, mapTexts: mapTextsIn(locale) };
  const { regions } = mapIndex;
  return { story: normalizeStory(raw, { ...options, regions, nearestZoom: nearestZoomOf(mapIndex) }), basemap };
}

const MOODS = ['paper', 'dusk', 'night'] as const;

const figure = (caption: string, svg: string, mood = 'paper'): string =>
  `<figure class="mood-${mood}">${svg.replace(/mood-(dusk|night)/g, '')}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;

/** What the sections of a story show after the opening. */
function figuresOf({ story, basemap }: Shown): string {
  const all = drawFigures(basemap, story).map((svg, index) => {
    const { title = '', mood = 'paper' } = story.sections[index] ?? {};
    return figure(title, svg, mood);
  });
  return `<div class="figures">${all.slice(1).join('\n')}</div>`;
}

/** A map of a story in every mood, then all its maps. */
function mapsOf(shown: Shown): string {
  const { defs } = drawStory(shown.basemap, shown.story);
  const [, first = ''] = drawFigures(shown.basemap, shown.story);
  return `${defs}<section><h2>Moods</h2><div class="figures">${MOODS.map((mood) => figure(mood, first, mood)).join('')}</div></section>
<section><h2>Maps and annotations</h2>${figuresOf(shown)}</section>`;
}

const STYLE = `body{margin:0;padding:32px;background:var(--paper);color:var(--ink);font-family:var(--font-arabic),var(--font-text)}
section{margin-block-end:40px}section>h2{font-size:13px;font-weight:600;letter-spacing:.08em;text-transform:uppercase;border-block-start:1px solid var(--rule);padding-block-start:8px}
small{display:inline-block;min-inline-size:9em;font-size:12px;color:var(--ink-3)}.sample{font-size:var(--size-body);line-height:var(--line-body)}.role{margin-block:12px;overflow:hidden}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:20px}figure{margin:0;break-inside:avoid}figure svg{display:block;inline-size:100%;block-size:auto}
figcaption{font-size:12px;color:var(--ink-3)}.swatch{display:inline-block;inline-size:26px;block-size:26px}.legend{display:inline-block;padding:6px 10px;margin-inline-end:12px}
.card-ground{background:var(--map-land);padding:32px}.card{max-inline-size:440px;padding:24px;background:var(--paper);border:1px solid var(--ink);font-size:var(--size-body);line-height:var(--line-body)}
.card h2{margin:0;font-weight:500;font-size:var(--size-heading);line-height:var(--line-heading)}.card .note{font-size:var(--size-sources);color:var(--ink-3)}.card a{color:inherit}`;

const ON_SCREEN = /@media print/g;

async function styleOf(theme: SiteTheme, look: Look): Promise<string> {
  const { map } = theme.type;
  const typeStyle = createTypeScale(map.desktop, map.phone, map.embed);
  const tokens = await readFile(join(PROJECT_ROOT, 'src', 'styles', 'tokens.css'), 'utf8');
  const sheets = [tokens, mapStyleSheet({ palettes: theme.palettes, typeStyle }), pageStyleSheet(theme)];
  // What is for paper is shown on the screen here.
  const paper = look === 'print' ? printStyleSheet(theme).replace(ON_SCREEN, '@media all') : '';
  return [await fontFaces(theme), ...sheets, await fontStyleSheet(theme), paper, STYLE].join('\n');
}

export const LOOKS = ['light', 'dark', 'print'] as const;
export type Look = (typeof LOOKS)[number];

/** A page of everything a theme decides: type, cards, palettes, legends, the map in all moods, annotations and charts. */
export async function renderPreview(theme: SiteTheme, root: string): Promise<Readonly<Record<Look, string>>> {
  const charts = { story: await sampleStory(), basemap: blankBasemap('sample', SAMPLE_BOUNDS) };
  const shown = await storyOfSite(root);
  const body = [
    typeSpecimen(theme),
    cardSpecimen(),
    paletteSpecimen(theme),
    rampSpecimen(theme),
    shown === null ? '' : mapsOf(shown),
    `<section><h2>Charts</h2>${figuresOf(charts)}</section>`,
  ].join('\n');
  const page = async (look: Look): Promise<string> =>
    `<!doctype html><html lang="en" data-theme="${look === 'dark' ? 'dark' : 'light'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(theme.name)}, ${look}</title><style>${await styleOf(theme, look)}</style><body>${body}</body></html>\n`;
  const pages = await Promise.all(LOOKS.map(async (look) => [look, await page(look)] as const));
  return Object.fromEntries(pages) as Record<Look, string>;
}

import { fontProviders } from 'astro/config';
import { ARABIC_BLOCKS, type Blocks } from '../theme/scripts.ts';
import { SMALL_OPTICAL_SIZE, WEIGHTS } from '../typography/faces.ts';
import { PROJECT_ROOT } from './content/project-root.ts';
import type { SiteTheme } from './theme/define-theme.ts';
import { fallbackNames } from './theme/fonts/fallback-fonts.ts';
import { type Face, type FontFile, italicFiles, regularFile, uprightFiles } from './theme/fonts/font-files.ts';
import { fontVariable, ownRoles } from './theme/fonts/own-roles.ts';
import { type Axes, subsetFontFile } from './theme/fonts/subset-font.ts';

type CssVariable = `--${string}`;

const rangeOf = (blocks: Blocks): string =>
  blocks.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join();

const ARABIC_RANGE = rangeOf(ARABIC_BLOCKS);

/** What is kept of a file's axes. */
function axesOf({ weight, hasOpticalSize }: FontFile, opticalSize?: number): Axes {
  if (typeof weight === 'number') return {};
  return { wght: WEIGHTS, ...(hasOpticalSize && opticalSize !== undefined ? { opsz: opticalSize } : {}) };
}

const weightOf = ({ weight }: FontFile): string => [weight].flat().join(' ');

function variant(file: FontFile, src: string, range: string | null) {
  return {
    src: [src] as [string],
    weight: weightOf(file),
    style: file.style,
    ...(range === null ? {} : { unicodeRange: range.split(',') as [string, ...string[]] }),
  };
}

/** Letters of all scripts but the Arabic one. Of the first script's own part no range is said: it has what no other has. */
async function singleLetters(faces: readonly Face[], opticalSize?: number) {
  const first = faces.find(({ script }) => script === 'latn') ?? faces[0];
  const upright = faces.flatMap((face) =>
    uprightFiles(face).map((file) => ({ file, range: file.range ?? (face === first ? null : rangeOf(file.blocks)) })),
  );
  const made = upright.map(async ({ file, range }) => {
    const path = await subsetFontFile(PROJECT_ROOT, file.path, axesOf(file, opticalSize), file.blocks);
    return variant(file, path, range);
  });
  const italics = first === undefined ? [] : italicFiles(first).slice(0, 1);
  return [...(await Promise.all(made)), ...italics.map((file) => variant({ ...file, weight: 400 }, file.path, null))];
}

type Variants = Awaited<ReturnType<typeof singleLetters>>;

const font = (cssVariable: CssVariable, name: string, variants: Variants, fallbacks: readonly string[] = []) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks: [...fallbacks],
  optimizedFallbacks: false,
  options: { variants: variants as [Variants[number], ...Variants] },
});

/** Fallback fonts are made as wide and high by a style sheet: Astro reckons with one size of a face that has many. */
async function singleFont(cssVariable: CssVariable, faces: readonly Face[], opticalSize?: number) {
  const single = faces.filter(({ script }) => script !== 'arab');
  const [first] = single;
  const variants = await singleLetters(single, opticalSize);
  return first === undefined || variants.length === 0
    ? []
    : [font(cssVariable, first.family, variants, fallbackNames(first))];
}

/** Without fallbacks: those of arabic.css follow it. */
async function joinedFonts(faces: readonly Face[]) {
  const face = faces.find(({ script }) => script === 'arab');
  const files = face === undefined ? [] : uprightFiles(face);
  if (face === undefined || files.length === 0) return [];
  const [whole] = files;
  const isStatic = whole === undefined || typeof whole.weight === 'number';
  const regular = regularFile(face);
  const kept = regular?.path ?? (isStatic ? whole?.path : undefined);
  const path = kept ?? (await subsetFontFile(PROJECT_ROOT, whole?.path ?? '', { wght: WEIGHTS.min }, ARABIC_BLOCKS));
  const one: FontFile = { ...(regular ?? (whole as FontFile)), weight: WEIGHTS.min };
  return [
    font(
      '--font-naskh',
      face.family,
      files.map((file) => variant(file, file.path, ARABIC_RANGE)),
    ),
    font('--font-naskh-names', face.family, [variant(one, path, ARABIC_RANGE)]),
  ];
}

/** The typefaces of pages and maps, each with what is used of it. */
export async function siteFonts({ type: { faces } }: SiteTheme) {
  const own = ownRoles(faces).map((role) => singleFont(fontVariable(role), faces[role]));
  return [
    ...(await singleFont('--font-latin', faces.text)),
    ...(await singleFont('--font-latin-names', faces.text, SMALL_OPTICAL_SIZE)),
    ...(await joinedFonts(faces.text)),
    ...(await Promise.all(own)).flat(),
  ];
}

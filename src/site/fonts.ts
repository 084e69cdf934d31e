import { fontProviders } from 'astro/config';
import { ARABIC_BLOCKS, ARABIC_FACE, LATIN_FACE, SMALL_OPTICAL_SIZE, WEIGHTS } from '../typography/faces.ts';
import { subsetLatinFont } from './subset-font.ts';

type CssVariable = `--${string}`;

const fontFile = (path: string) => ({ src: [path] as [string] });

const ARABIC_RANGE = ARABIC_BLOCKS.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`);

/** Without fallbacks: those of arabic.css follow it. */
const naskh = (cssVariable: CssVariable, path: string, weight: string) => ({
  provider: fontProviders.local(),
  name: ARABIC_FACE.family,
  cssVariable,
  fallbacks: [],
  optimizedFallbacks: false,
  options: {
    variants: [
      { ...fontFile(path), weight, style: 'normal' as const, unicodeRange: [...ARABIC_RANGE] as [string, ...string[]] },
    ],
  },
});

/** Fallback fonts are made as wide and high in base.css: Astro reckons with one size of a face that has many. */
const newsreader = (cssVariable: CssVariable, path: string) => ({
  provider: fontProviders.local(),
  name: LATIN_FACE.family,
  cssVariable,
  fallbacks: ['Like Newsreader', 'Like Newsreader, for Android', 'Georgia', 'serif'],
  optimizedFallbacks: false,
  options: {
    variants: [
      { ...fontFile(path), weight: `${WEIGHTS.min} ${WEIGHTS.max}`, style: 'normal' as const },
      { ...fontFile(LATIN_FACE.italic), weight: '400', style: 'italic' as const },
    ],
  },
});

/** The typefaces of pages and maps, each with what is used of it. */
export const siteFonts = async () => [
  newsreader('--font-latin', await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS })),
  newsreader(
    '--font-latin-names',
    await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS, opsz: SMALL_OPTICAL_SIZE }),
  ),
  naskh('--font-naskh', ARABIC_FACE.variable, `${WEIGHTS.min} ${WEIGHTS.max}`),
  naskh('--font-naskh-names', ARABIC_FACE.regular, `${WEIGHTS.min}`),
];

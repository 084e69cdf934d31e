import { clamp } from '../../geo/clamp.ts';
import { OUTLINE_FACES } from '../../theme/outline-faces.ts';
import { charactersOf, SCRIPT_BLOCKS } from '../../theme/scripts.ts';
import { OPTICAL_SIZES, WEIGHTS } from '../../typography/faces.ts';
import { type Axes, type FontShaper, openFont } from '../theme/fonts/font-shaper.ts';

/** Text as shapes, for pictures that bring no typeface along. */
export interface TextOutliner {
  /** Whether the faces hold every sign of the text. */
  canSet(text: string): boolean;
  /** In pixels. */
  width(text: string, sizePx: number): number;
  /**
   * One line as SVG, with its base line at `yPx`.
   * @param xPx left end of the line
   */
  outline(text: string, sizePx: number, xPx: number, yPx: number): string;
}

interface Face {
  readonly shaper: FontShaper;
  readonly holds: ReadonlySet<string>;
  readonly dir: 'ltr' | 'rtl';
}

const openFaces = (): Promise<readonly Face[]> =>
  Promise.all(
    OUTLINE_FACES.map(async ({ path, script }) => {
      const shaper = await openFont(path, [' ', ...charactersOf(SCRIPT_BLOCKS[script].blocks)]);
      const dir = script === 'arab' || script === 'hebr' ? ('rtl' as const) : ('ltr' as const);
      return { shaper, dir, holds: new Set(shaper.characters) };
    }),
  );

let openedFaces: ReturnType<typeof openFaces> | null = null;

/** The faces, opened once: each card of a site is set in them. */
function siteFaces(): ReturnType<typeof openFaces> {
  openedFaces ??= openFaces();
  return openedFaces;
}

/** A part of a line in one face. */
interface Stretch {
  readonly text: string;
  readonly face: Face;
}

/** Of no script: they belong to what stands before them. */
const NEUTRAL = /[\s\u200c-\u200f]/u;

/** @returns null where no face holds a sign of the text */
function stretchesOf(text: string, faces: readonly Face[]): readonly Stretch[] | null {
  const stretches: Stretch[] = [];
  for (const character of text) {
    const last = stretches.at(-1);
    const isJoined = last !== undefined && (NEUTRAL.test(character) || last.face.holds.has(character));
    const face = isJoined ? last.face : faces.find(({ holds }) => holds.has(character));
    if (!face) return null;
    if (last?.face === face) stretches[stretches.length - 1] = { face, text: last.text + character };
    else stretches.push({ face, text: character });
  }
  return stretches;
}

/** From left to right, as they are read: words in the other direction keep their own order among themselves. */
function inOrder(stretches: readonly Stretch[], dir: 'ltr' | 'rtl'): readonly Stretch[] {
  if (dir === 'ltr') return stretches;
  const runs: Stretch[][] = [];
  for (const stretch of stretches) {
    const run = runs.at(-1);
    if (run?.at(-1)?.face.dir === stretch.face.dir) run?.push(stretch);
    else runs.push([stretch]);
  }
  return runs.reverse().flat();
}

const axesFor = ({ dir }: Face, sizePx: number): Axes =>
  dir === 'rtl'
    ? { wght: WEIGHTS.min }
    : { opsz: clamp(sizePx, OPTICAL_SIZES.min, OPTICAL_SIZES.max), wght: WEIGHTS.min };

const widthOf = ({ text, face }: Stretch, sizePx: number): number =>
  (face.shaper.width(text, axesFor(face, sizePx)) * sizePx) / 1000;

function outlineOf({ text, face }: Stretch, sizePx: number, xPx: number, yPx: number): string {
  const scale = sizePx / face.shaper.unitsPerEm;
  const glyphs = face.shaper
    .outline(text, axesFor(face, sizePx))
    .map(({ x, y, path }) => `<path transform="translate(${x} ${y})" d="${path}"/>`);
  return `<g transform="translate(${xPx.toFixed(2)} ${yPx}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
}

/** @param dir in which direction a line of both scripts is read */
export async function createTextOutliner(dir: 'ltr' | 'rtl'): Promise<TextOutliner> {
  const faces = await siteFaces();
  const lineOf = (text: string): readonly Stretch[] => inOrder(stretchesOf(text, faces) ?? [], dir);
  return {
    canSet: (text) => stretchesOf(text, faces) !== null,
    width: (text, sizePx) => lineOf(text).reduce((sum, stretch) => sum + widthOf(stretch, sizePx), 0),
    outline(text, sizePx, xPx, yPx) {
      let x = xPx;
      return lineOf(text)
        .map((stretch) => {
          const outline = outlineOf(stretch, sizePx, x, yPx);
          x += widthOf(stretch, sizePx);
          return outline;
        })
        .join('');
    },
  };
}

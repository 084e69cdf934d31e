import { z } from 'astro/zod';
import { type AnnotationOf, defineAnnotation } from '../../annotations/define.ts';
import { optionalWords, ref, words } from '../../annotations/fields.ts';
import { grow } from '../../geo/boxes.ts';
import { formatNumber } from '../../i18n/format-number.ts';
import { translate } from '../../i18n/translate.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { Mark, PathMark, RectMark } from '../../marks/mark.ts';
import { round1 } from '../../marks/screen-path.ts';
import { type BlockPlace, blockMarks } from '../chart-text.ts';
import { layOutUnits, squareSizes, type UnitsLayout } from './units-layout.ts';

const MOST_SQUARES = 2500;

const fields = z.strictObject({
  /** How many of what is counted a square stands for: the same throughout a story. */
  per: z.number().positive(),
  whole: z.number().positive(),
  /** How many of the whole are marked. */
  part: z.number().nonnegative().default(0),
  /** How the end of the marked squares is drawn. */
  exactness: z.enum(['exact', 'more-than', 'nearly']).default('exact'),
  /** `red` for people on the move. */
  tone: z.enum(['ink', 'red']).default('ink'),
  label: words(),
  partLabel: optionalWords(),
  unitLabel: words(),
  /** Region it keeps clear of where it can, since it is no count of that ground. */
  clearOf: ref.region().nullable().default(null),
});

const schema = fields
  .refine(({ part, whole }) => part <= whole, { path: ['part'], error: 'no more than `whole`' })
  .refine(({ whole, per }) => whole / per <= MOST_SQUARES, {
    path: ['per'],
    error: `so large that \`whole\` makes no more than ${MOST_SQUARES} squares`,
  });

type Units = AnnotationOf<typeof schema>;

/** "More than" and "nearly" have no last square: the mark lets go over so many. */
const FADING = 5;
const REST_OPACITY = 0.38;

/** Squares from one to another, in reading order. */
function squaresPath(layout: UnitsLayout, from: number, to: number, context: ScreenContext): string {
  const { pitch, side } = squareSizes(context);
  const { squares, columns } = layout;
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => {
    const [column, row] = [(from + k) % columns, Math.floor((from + k) / columns)];
    const x = context.dir === 'rtl' ? squares.right - column * pitch - side : squares.left + column * pitch;
    return `M${round1(x)} ${round1(squares.top + row * pitch)}h${side}v${side}h-${side}z`;
  }).join('');
}

/** The marked squares: whole as far as the figure is certain, then each fainter than the one before. */
function markedPaths(annotation: Units, layout: UnitsLayout, t: number, context: ScreenContext): readonly PathMark[] {
  const { exactness, id, tone } = annotation;
  const goal = Math.round(layout.marked);
  const certain = exactness === 'nearly' ? Math.max(0, goal - FADING) : goal;
  const reached = Math.round(certain * t);
  const fading = exactness === 'exact' || goal === 0 || t < 1 ? 0 : Math.min(FADING, layout.count - certain);
  const path = (key: string, from: number, to: number, opacity = 1): PathMark => ({
    type: 'path',
    key: `${id}/${key}`,
    d: squaresPath(layout, from, to, context),
    fill: tone,
    ...(opacity < 1 ? { fillOpacity: opacity } : {}),
  });
  const last = Array.from({ length: fading }, (_, k) =>
    path(`fading/${k}`, certain + k, certain + k + 1, round1((1 - (k + 0.5) / FADING) * 10) / 10),
  );
  return reached === 0 ? last : [path('part', 0, reached), ...last];
}

export const units = defineAnnotation({
  kind: 'units',
  summary: 'a count as squares of so many people each, the same size in every section, a part of them marked',
  schema,
  order: 10,
  isFixed: true,
  space: 'screen',
  place(annotation, rest, collisions) {
    const layout = layOutUnits(annotation, rest, collisions);
    return { placement: layout, boxes: [grow(layout.box, 10)] };
  },
  draw(annotation, layout, t, view) {
    const { id } = annotation;
    const edge = view.dir === 'rtl' ? 'right' : 'left';
    const { box, squares, count } = layout;
    const at = (top: number): BlockPlace => ({ x: edge === 'right' ? box.right : box.left, top, edge });
    const ground = { x: squares.left - 3, y: squares.top - 3, width: squares.right - squares.left + 4 };
    const backing: RectMark = {
      type: 'rect',
      key: `${id}/ground`,
      ...ground,
      height: squares.bottom - squares.top + 4,
      fill: 'land',
      fillOpacity: 0.85,
    };
    const all: PathMark = {
      type: 'path',
      key: `${id}/all`,
      d: squaresPath(layout, 0, count, view),
      fill: 'ink-3',
      fillOpacity: REST_OPACITY,
    };
    const marks: readonly Mark[] = [backing, all, ...markedPaths(annotation, layout, t, view)];
    return [
      ...marks,
      ...blockMarks(layout.above, at(box.top), `${id}/part-label`),
      ...blockMarks(layout.below, at(squares.bottom + 8), `${id}/label`),
    ];
  },
  describe({ part, whole, partLabel, label, unitLabel }, { locale }) {
    const rows = [[label, formatNumber(whole, locale)]];
    return {
      caption: unitLabel,
      head: [translate('what', locale), translate('whole', locale)],
      rows: part === 0 ? rows : [[partLabel, formatNumber(part, locale)], ...rows],
    };
  },
  example: `\
kind: units
per: 1 # people a square stands for: keep it the same in all sections
whole: 12
part: 4 # optional: how many are marked
exactness: exact # exact, more-than or nearly
tone: ink # or red, for people on the move
partLabel: 4 of them
label: 12 people
unitLabel: A square is one person.
clearOf: XX.YY # optional: a region it keeps clear of, since it does not count that ground`,
});

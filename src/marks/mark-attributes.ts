import { isArabicScript, isRightToLeft, isUncased } from '../typography/text-metrics.ts';
import { featherFor, INWARD_FADE } from './feather.ts';
import type {
  AnchoredGroup,
  CircleMark,
  GroupMark,
  ImageMark,
  PathMark,
  PlainMark,
  ProjectedGroup,
  RectMark,
  SceneMark,
  TextMark,
  Tone,
} from './mark.ts';
import { round1 } from './screen-path.ts';

export interface MarkElement {
  readonly tag: 'path' | 'circle' | 'text' | 'rect' | 'image';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
}

type Attributes = Record<string, string>;

const round = (value: number): string => String(round1(value));
const fine = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** `f-` fill, `s-` stroke, `h-` halo: the classes of `mapStyleSheet`. */
const classesOf = (fill?: Tone, stroke?: Tone): string =>
  [fill ? `f-${fill}` : 'f-none', stroke ? `s-${stroke}` : ''].filter(Boolean).join(' ');

function shared(mark: PathMark | CircleMark | RectMark, fill?: Tone): Attributes {
  return {
    class: classesOf(fill, mark.stroke),
    ...(mark.stroke && mark.strokeWidth !== undefined ? { 'stroke-width': fine(mark.strokeWidth) } : {}),
    ...(mark.fill && mark.fillOpacity !== undefined ? { 'fill-opacity': fine(mark.fillOpacity) } : {}),
  };
}

function pathAttributes(mark: PathMark, clipId?: string): Attributes {
  const attributes: Attributes = { ...shared(mark, mark.fill), d: mark.d };
  if (mark.drawn !== undefined && mark.drawn < 1) {
    attributes['pathLength'] = '1';
    attributes['stroke-dasharray'] = `${Math.max(0, mark.drawn).toFixed(4)} 2`;
  }
  if (mark.dash) attributes['stroke-dasharray'] = mark.dash.map(fine).join(' ');
  if (mark.cap) attributes['stroke-linecap'] = mark.cap;
  if (mark.featherPx) {
    attributes['filter'] = `url(#feather-${featherFor(mark.featherPx)})`;
  }
  if (mark.fade) attributes['mask'] = `url(#${INWARD_FADE})`;
  if (mark.clip && clipId) attributes['clip-path'] = `url(#${clipId})`;
  return attributes;
}

/** How letters of the script are set: see `mapStyleSheet`. */
function scriptClass(text: string): string {
  if (isArabicScript(text)) return 'ar';
  return isRightToLeft(text) ? 'rtl' : isUncased(text) ? 'up' : '';
}

function textAttributes(mark: TextMark): Attributes {
  return {
    class: [`t-${mark.role}`, `f-${mark.tone}`, mark.halo ? `h-${mark.halo}` : '', scriptClass(mark.text)]
      .filter(Boolean)
      .join(' '),
    x: round(mark.x),
    y: round(mark.y),
    ...(mark.anchor === 'start' ? {} : { 'text-anchor': mark.anchor }),
    ...(mark.lang ? { lang: mark.lang } : {}),
    ...(mark.turn ? { transform: `rotate(${fine(mark.turn)} ${round(mark.x)} ${round(mark.y)})` } : {}),
  };
}

/** Where the page's script runs, a press on it opens the picture: `data-action` is what controls listen for. */
const imageAttributes = ({ x, y, width, height, href, medium }: ImageMark): Attributes => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
  href,
  'data-action': 'media-picture',
  'data-medium': medium,
});

function ownAttributes(mark: PlainMark, clipId?: string): Attributes {
  switch (mark.type) {
    case 'path':
      return pathAttributes(mark, clipId);
    case 'circle':
      return { ...shared(mark, mark.fill), cx: round(mark.cx), cy: round(mark.cy), r: fine(mark.r) };
    case 'rect':
      return {
        ...shared(mark, mark.fill),
        x: round(mark.x),
        y: round(mark.y),
        width: round(mark.width),
        height: round(mark.height),
        ...(mark.radius ? { rx: fine(mark.radius) } : {}),
      };
    case 'text':
      return textAttributes(mark);
    case 'image':
      return imageAttributes(mark);
  }
}

/**
 * How faint a mark is, said of its paint where it has but one: what is faint as a whole is painted apart first, which takes
 * a slow device much of a frame.
 */
function faintness(mark: PlainMark, opacity: number): Attributes {
  if (mark.type === 'image') return { opacity: fine(opacity) };
  const { fill, stroke } = mark.type === 'text' ? { fill: mark.tone, stroke: mark.halo } : mark;
  if (fill && stroke) return { opacity: fine(opacity) };
  if (stroke) return { 'stroke-opacity': fine(opacity) };
  return { 'fill-opacity': fine(opacity * (mark.type === 'text' ? 1 : (mark.fillOpacity ?? 1))) };
}

/**
 * A mark as an SVG element: what static maps print and the annotation layer sets. Type sizes come from the class
 * `size-<size class>` of an ancestor.
 * @param clipId id of the clip path that stands for the home country in this picture; absent where the mark's group is clipped
 */
export function markAttributes(mark: PlainMark, clipId?: string): MarkElement {
  const attributes = ownAttributes(mark, clipId);
  if (mark.opacity !== undefined && mark.opacity < 1) Object.assign(attributes, faintness(mark, mark.opacity));
  if (mark.onPicture) attributes['class'] += ' on-picture';
  return { tag: mark.type, attributes, ...(mark.type === 'text' ? { text: mark.text } : {}) };
}

function motion(mark: AnchoredGroup | ProjectedGroup | GroupMark): Attributes {
  if (mark.type === 'group') return {};
  const [x, y] = [fine(mark.x), fine(mark.y)];
  if (mark.type === 'anchored') return { transform: `translate(${x} ${y})` };
  // Far from its beginning a line is off by as much as the screen is wide times what is rounded.
  return { class: 'ground', transform: `translate(${x} ${y}) scale(${mark.scale.toFixed(6)})` };
}

/** Whether what it shows ends where the home country does. */
export const isClipped = (mark: SceneMark): boolean =>
  'marks' in mark ? mark.marks.some(isClipped) : mark.type === 'path' && mark.clip !== undefined;

/**
 * What moves, fades and clips marks together, on the element that holds them: to cut a shape out along a country's border
 * takes time, so an annotation is cut out once, and as a whole.
 */
export function groupAttributes(mark: AnchoredGroup | ProjectedGroup | GroupMark): Attributes {
  return {
    ...motion(mark),
    ...(mark.type === 'group' && isClipped(mark) ? { 'clip-path': 'url(#clip-home)' } : {}),
    ...(mark.opacity !== undefined && mark.opacity < 1 ? { opacity: fine(mark.opacity) } : {}),
  };
}

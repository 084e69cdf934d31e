/**
 * What a kind of a story's own may be written with, all from here: `import { defineAnnotation, ref, z } from '#kinds'`.
 * Lengths on the screen are CSS pixels from its top left corner, angles degrees clockwise from north, places
 * `[longitude, latitude]` in degrees, distances kilometres. Functions throw nothing unless their own words say so.
 */
export { z } from 'astro/zod';
export { boxAround, grow, intersects, isWithin } from '../geo/boxes.ts';
export { clamp, clamp01 } from '../geo/clamp.ts';
export { destination, distanceKm } from '../geo/lines/along-line.ts';
export type { Box, Camera, LngLat, LngLatBounds, Projection, ScreenPoint } from '../geo/lng-lat.ts';
export { formatDate, formatDistance, formatList, formatPercent } from '../i18n/format.ts';
export { formatNumber } from '../i18n/format-number.ts';
export type { Background } from '../labels/background.ts';
export type { Collisions } from '../labels/collisions.ts';
export type { RestContext, ScreenContext, View } from '../labels/rest-context.ts';
export {
  anchoredGroup,
  type BlockPart,
  blockBox,
  blockLines,
  type TextBlock,
  textBlock,
} from '../labels/texts/text-block.ts';
export type {
  AnchoredGroup,
  CircleMark,
  ImageMark,
  Mark,
  PathMark,
  PlainMark,
  ProjectedGroup,
  RectMark,
  TextMark,
  Tone,
} from '../marks/mark.ts';
export { projectedGroup } from '../marks/projected-group.ts';
export { pathOf, projectedPath, projectLine, round1, startOf } from '../marks/screen-path.ts';
export { ramp } from '../story/easing.ts';
export type { SizeClass } from '../story/layout.ts';
export type { Fact, Place } from '../story/story.ts';
export type { StoryTable } from '../story/table.ts';
export { textWidth } from '../typography/text-metrics.ts';
export { textAnchor, textStyle } from '../typography/text-style.ts';
export type { TextRole } from '../typography/type-scale.ts';
export { wrapText } from '../typography/wrap-text.ts';
export {
  type AnnotationOf,
  type BindContext,
  type BindProblem,
  type Bound,
  type DataTable,
  type Definition,
  type DescribeContext,
  defineAnnotation,
  type PaintedArea,
  type Placed,
  type Subject,
} from './define.ts';
export { isoDate, lngLat, optionalWords, ref, share, text, words } from './fields.ts';

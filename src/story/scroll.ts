import { clamp01, mix, ramp } from './easing.ts';
import type { Layout } from './layout.ts';
import { LANDING, REST } from './timeline.ts';

/** Where a section's text stands in the document, in CSS pixels from its top. */
export interface SectionGeometry {
  /** The whole section. */
  readonly top: number;
  readonly bottom: number;
  /** Its text block, at rest in the flow (for pinned sections: the section itself). */
  readonly textTop: number;
  readonly textBottom: number;
}

/** Scroll positions in CSS pixels at which a section's rest begins, a link arrives, and its rest ends. */
export interface Knots {
  readonly start: number;
  readonly landing: number;
  readonly end: number;
}

interface Lines {
  readonly enter: number;
  readonly arrive: number;
  readonly leave: number;
}

/** A pinned section holds still between its top and its bottom; the camera arrives a little before and leaves after. */
function pinnedKnots({ top, bottom }: SectionGeometry, height: number): Knots {
  const held = Math.max(0, bottom - top - height);
  return { start: top - height * 0.2, landing: top + held * 0.6, end: top + held + height * 0.2 };
}

function flowLines(geometry: SectionGeometry, layout: Layout, height: number): Lines {
  const area =
    layout.kind === 'rows'
      ? { top: layout.stageHeightPx, bottom: height }
      : { top: layout.barHeightPx, bottom: height };
  const size = area.bottom - area.top;
  const free = size - (geometry.textBottom - geometry.textTop);
  const margin = layout.kind === 'rows' ? 0 : Math.max(24, free / 2);
  const [enter, leave] = layout.kind === 'rows' ? [0.6, 0.4] : [0.72, 0.28];
  return { enter: area.top + size * enter, arrive: area.top + margin, leave: area.top + size * leave };
}

/** The scroll positions that matter to one section on a screen `height` pixels high. */
export function knotsOf(geometry: SectionGeometry, layout: Layout, height: number): Knots {
  if (layout.kind === 'over' || layout.kind === 'top') return pinnedKnots(geometry, height);
  const lines = flowLines(geometry, layout, height);
  return {
    start: geometry.textTop - lines.enter,
    landing: geometry.textTop - lines.arrive,
    end: geometry.textBottom - lines.leave,
  };
}

/**
 * Knots in strictly growing order, whatever a page's layout does, from scroll position 0 to `scrollEnd`.
 * @param furthest how far the page scrolls at all: where nothing follows the story, its last rest ends there
 */
export function orderKnots(
  knots: readonly Knots[],
  scrollEnd: number,
  furthest = Number.POSITIVE_INFINITY,
): readonly Knots[] {
  let floor = 0;
  const after = (value: number): number => {
    floor = Math.max(floor + 1, value);
    return floor;
  };
  return knots.map((knot, index) => {
    if (index === 0) {
      floor = Math.max(1, knot.end);
      return { start: 0, landing: 0, end: floor };
    }
    const start = after(knot.start);
    const landing = after(knot.landing);
    const end = after(index === knots.length - 1 ? Math.min(furthest, Math.max(knot.end, scrollEnd)) : knot.end);
    return { start, landing, end };
  });
}

/** Exact progress (0–1) for a scroll position: piecewise linear between the knots. */
export function progressAtScroll(knots: readonly Knots[], scrollTop: number): number {
  const along = knots.findIndex((knot) => scrollTop <= knot.end);
  const index = along < 0 ? knots.length - 1 : along;
  const knot = knots[index];
  if (!knot) return 0;
  const previousEnd = knots[index - 1]?.end ?? 0;
  const last = index === knots.length - 1;
  return clamp01((index + withinSection(knot, previousEnd, scrollTop, last)) / knots.length);
}

function withinSection(knot: Knots, previousEnd: number, scrollTop: number, last: boolean): number {
  const restEnd = last ? 1 : REST.end;
  if (scrollTop < knot.start) return mix(REST.end - 1, REST.start, ramp(scrollTop, previousEnd, knot.start));
  if (knot.landing === knot.start) return mix(0, restEnd, ramp(scrollTop, knot.landing, knot.end));
  if (scrollTop < knot.landing) return mix(REST.start, LANDING, ramp(scrollTop, knot.start, knot.landing));
  return mix(LANDING, restEnd, ramp(scrollTop, knot.landing, knot.end));
}

/** Scroll position at which a link to section `index` arrives. */
export const landingOf = (knots: readonly Knots[], index: number): number => knots[index]?.landing ?? 0;

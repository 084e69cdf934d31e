import { clamp01 } from '../geo/clamp.ts';
import { mix, ramp } from './easing.ts';
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

/** Scroll positions in CSS pixels at which a section's rest begins, a link to it arrives, and its rest ends. */
export interface ScrollStops {
  readonly enter: number;
  readonly landing: number;
  readonly leave: number;
}

interface Lines {
  readonly enter: number;
  readonly arrive: number;
  readonly leave: number;
}

/** A pinned section holds still between its top and its bottom; the camera arrives a little before and leaves after. */
function pinnedScrollStops({ top, bottom }: SectionGeometry, height: number): ScrollStops {
  const held = Math.max(0, bottom - top - height);
  return { enter: top - height * 0.2, landing: top + held * 0.6, leave: top + held + height * 0.2 };
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
export function scrollStopsOf(geometry: SectionGeometry, layout: Layout, height: number): ScrollStops {
  if (layout.kind === 'over' || layout.kind === 'top') return pinnedScrollStops(geometry, height);
  const lines = flowLines(geometry, layout, height);
  return {
    enter: geometry.textTop - lines.enter,
    landing: geometry.textTop - lines.arrive,
    leave: geometry.textBottom - lines.leave,
  };
}

/**
 * Stops in strictly growing order, whatever a page's layout does, from scroll position 0 to `scrollEnd`.
 * @param furthest how far the page scrolls at all: where nothing follows the story, its last rest ends there
 */
export function orderScrollStops(
  sections: readonly ScrollStops[],
  scrollEnd: number,
  furthest = Number.POSITIVE_INFINITY,
): readonly ScrollStops[] {
  let floor = 0;
  const after = (value: number): number => {
    floor = Math.max(floor + 1, value);
    return floor;
  };
  return sections.map((stops, index) => {
    if (index === 0) {
      floor = Math.max(1, stops.leave);
      return { enter: 0, landing: 0, leave: floor };
    }
    const enter = after(stops.enter);
    const landing = after(stops.landing);
    const leave = after(
      index === sections.length - 1 ? Math.min(furthest, Math.max(stops.leave, scrollEnd)) : stops.leave,
    );
    return { enter, landing, leave };
  });
}

/** Exact progress (0–1) for a scroll position: piecewise linear between the scroll stops. */
export function progressAtScroll(sections: readonly ScrollStops[], scrollTop: number): number {
  const along = sections.findIndex((stops) => scrollTop <= stops.leave);
  const index = along < 0 ? sections.length - 1 : along;
  const stops = sections[index];
  if (!stops) return 0;
  const previousLeave = sections[index - 1]?.leave ?? 0;
  const last = index === sections.length - 1;
  return clamp01((index + withinSection(stops, previousLeave, scrollTop, last)) / sections.length);
}

function withinSection(stops: ScrollStops, previousLeave: number, scrollTop: number, last: boolean): number {
  const restEnd = last ? 1 : REST.end;
  if (scrollTop < stops.enter) return mix(REST.end - 1, REST.start, ramp(scrollTop, previousLeave, stops.enter));
  if (stops.landing === stops.enter) return mix(0, restEnd, ramp(scrollTop, stops.landing, stops.leave));
  if (scrollTop < stops.landing) return mix(REST.start, LANDING, ramp(scrollTop, stops.enter, stops.landing));
  return mix(LANDING, restEnd, ramp(scrollTop, stops.landing, stops.leave));
}

/** Scroll position at which a link to section `index` arrives. */
export const landingOf = (sections: readonly ScrollStops[], index: number): number => sections[index]?.landing ?? 0;

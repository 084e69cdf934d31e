import { clamp } from '../../../../geo/clamp.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { findNeighbour, type Neighbours } from '../../input/neighbours.ts';
import { lineOf } from '../../layers/geojson.ts';
import type { ImportedLine } from '../imported-story.ts';

export interface PathReader {
  /** Lines of a chapter, by the path it names or that of the whole story. */
  readonly linesOf: (chapter: Field) => readonly ImportedLine[];
  readonly routes: () => Readonly<Record<string, readonly LngLat[]>>;
}

function pointsOf(field: Field, neighbours: Neighbours): readonly LngLat[] | null {
  if (typeof field.value !== 'string') return lineOf(field.value);
  const path = findNeighbour(field.text, neighbours);
  try {
    return path === null ? null : lineOf(JSON.parse(neighbours.textOf(path) ?? 'null'));
  } catch {
    return null;
  }
}

/** How far along: a share, a percentage, or the number of a point. */
function shareOf(field: Field, points: readonly LngLat[], otherwise: number): number {
  const value = field.number;
  if (value === null) return otherwise;
  if (value <= 1) return clamp(value, 0, 1);
  const share = value < points.length ? value / (points.length - 1) : value / 100;
  return clamp(Number(share.toFixed(4)), 0, 1);
}

/** Paths that are drawn while the reader goes: `path` of the story or a chapter, with `pathStart` and `pathEnd`. */
export function createPathReader(config: Field, neighbours: Neighbours): PathReader {
  const routes: Record<string, readonly LngLat[]> = {};
  const idOf = (field: Field): string | null => {
    if (!field.has) return null;
    const points = pointsOf(field, neighbours);
    if (points === null) {
      field.dropped('it is no line, or its file is not here', 'the path');
      return null;
    }
    field.kept('as a line of the story');
    const same = Object.keys(routes).find((id) => JSON.stringify(routes[id]) === JSON.stringify(points));
    const id = same ?? `path-${Object.keys(routes).length + 1}`;
    routes[id] = points;
    return id;
  };
  const whole = idOf(config.first('path', 'route', 'pathSource'));
  const linesOf = (chapter: Field): readonly ImportedLine[] => {
    const own = idOf(chapter.first('path', 'pathAnimation', 'route'));
    const [start, end] = [chapter.first('pathStart', 'pathFrom'), chapter.first('pathEnd', 'pathTo')];
    const line = own ?? (start.has || end.has ? whole : null);
    const points = line === null ? undefined : routes[line];
    if (line === null || points === undefined) return [];
    const [from, to] = [shareOf(start, points, 0), shareOf(end, points, 1)];
    for (const field of [start, end]) field.kept('how far the line is drawn');
    if (from >= to) return to > 0 ? [{ line, span: [0, to], isEarlier: false }] : [];
    const earlier: readonly ImportedLine[] = from > 0 ? [{ line, span: [0, from], isEarlier: true }] : [];
    return [...earlier, { line, span: [from, to], isEarlier: false }];
  };
  return { linesOf, routes: () => routes };
}

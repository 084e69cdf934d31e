import { kind } from './problem-kind.ts';

interface AtPlaces {
  /** How many features and which, in words. */
  readonly places: string;
}

/** What is told of shapes that are drawn all the same, or left out: warnings all of them. */
export const SHAPE_PROBLEMS = {
  DuplicateFeatureId: kind<AtPlaces & { readonly id: string }>(
    'Shapes with one id',
    ({ id, places }) =>
      `The id \`${id}\` is taken by a feature before (${places}), so a reference means the first of them.`,
    () => 'Give each feature an id of its own, or write `"id": "<property>"` beside `"type": "FeatureCollection"`.',
    'warning',
  ),
  EmptyGeometry: kind<AtPlaces>(
    'A feature without a shape',
    ({ places }) => `A feature has no geometry, and is left out (${places}).`,
    () => 'Take it out, or draw it.',
    'warning',
  ),
  ManyVertices: kind<AtPlaces & { readonly points: number; readonly kept: number; readonly zoom: number }>(
    'A shape of more points than can be seen',
    ({ places, points, kept, zoom }) =>
      `A shape of more than 5,000 points (${places}) is published with those that can be seen of it in its nearest view, at zoom ${zoom}: ${kept} of ${points}.`,
    () => 'Nothing has to be done; a simplified file makes checks and builds faster.',
    'warning',
  ),
  OpenRing: kind<AtPlaces>(
    'An outline that does not end where it begins',
    ({ places }) => `An outline does not end where it begins, and is closed by a straight line (${places}).`,
    () => 'Repeat the first point at the end, or draw what is missing.',
    'warning',
  ),
  ShapeWithoutSize: kind<AtPlaces>(
    'A line of no length, or an outline of no area',
    ({ places }) => `A line has one point only, or an outline no area, and is left out (${places}).`,
    () => 'Draw it anew, or take it out.',
    'warning',
  ),
};

import { kind, type NameFound } from './problem-kind.ts';

/** Mistakes in `layers.yaml` and in what its layers show. */
export const LAYER_PROBLEMS = {
  CircleNotByArea: kind<Record<never, never>>(
    'Circles whose radius grows with the value',
    () => 'is `radius`: twice the value makes four times the circle, and readers compare areas.',
    () => 'Write `area`, or leave `kind` out.',
    'warning',
  ),
  CountsAsAreas: kind<{ readonly value: string }>(
    'Counts that colour areas',
    ({ value }) =>
      `colours areas by \`${value}\`, which is a count: a large or populous area then looks worse off for its size alone.`,
    () =>
      'Divide by something with `per`, such as the population, or show circles. Where it is a rate already, say so: `unit: percent`.',
    'warning',
  ),
  FaintRamp: kind<{ readonly detail: string }>(
    'Colours that cannot be told apart',
    ({ detail }) => `has colours that cannot be told apart: ${detail}.`,
    () => 'Take fewer classes, or one of the ramps by its name.',
    'warning',
  ),
  HiddenOutlier: kind<{ readonly places: string; readonly highest: string; readonly next: string }>(
    'Classes that hide an outlier',
    ({ places, highest, next }) =>
      `puts ${highest} into one class with ${next} and all between (${places}): nobody sees how far apart they are.`,
    () => 'Take `kind: jenks`, or `kind: breaks` with a break of its own between them.',
    'warning',
  ),
  LegendWithoutUnit: kind<Record<never, never>>(
    'A legend that does not say what it counts',
    () => 'is missing, so that the figures of the legend count nobody knows what.',
    () => 'Add `unit`, such as `people`, `percent`, `km` or `USD`.',
    'warning',
  ),
  ManyClasses: kind<{ readonly count: number; readonly most: number }>(
    'More colours than can be told apart',
    ({ count, most }) => `makes ${count} colours; readers tell ${most} apart.`,
    () => 'Take fewer classes, or join categories.',
    'warning',
  ),
  MixedColumn: kind<{ readonly column: string; readonly rows: string; readonly found: string }>(
    'A column of dates that are read one way here and another there',
    ({ column, rows, found }) =>
      `takes the column \`${column}\` for times, but it holds \`${found}\` (${rows}), and nobody can tell the day from the month.`,
    () => 'Write dates year-month-day, such as `2019-12-27`.',
  ),
  RampWithoutMiddle: kind<{ readonly ramp: string }>(
    'Colours away from a middle, where there is no middle',
    ({ ramp }) =>
      `is \`${ramp}\`, whose two hues part at a middle, but the scale has none: the change of hue would mean nothing.`,
    () => 'Write `kind: diverging` with a `middle`, or take a ramp of one hue.',
    'warning',
  ),
  RepeatedAreaKey: kind<{ readonly key: string; readonly count: number }>(
    'Rows with one key',
    ({ key, count }) =>
      `has ${count === 1 ? 'a key that several rows share' : `${count} keys that several rows share`}, such as \`${key}\`, and one row is all an area can show.`,
    () => 'Leave one row for each key, or name the column of the times in `time`.',
  ),
  SeveralObjects: kind<{ readonly name: string; readonly objects: string }>(
    'A file of several objects, of which a layer names none',
    ({ name }) => `is \`${name}\`, a file of several objects that lie over one another.`,
    ({ objects }) => `Name one of them. ${objects}`.trim(),
  ),
  SharesAsPercent: kind<{ readonly column: string; readonly largest: string }>(
    'Shares of one that are called hundredths',
    ({ column, largest }) =>
      `is \`percent\`, but no figure of \`${column}\` is above 1 (the largest is ${largest}): as hundredths nearly nothing is left of them.`,
    () => 'Where they are shares of one, multiply the column by 100: 0.42 is 42 percent.',
    'warning',
  ),
  SmallNumbers: kind<{ readonly places: string; readonly least: number }>(
    'Figures so small that they could tell of somebody',
    ({ places, least }) => `shows figures below ${least}, by which somebody could be known (${places}).`,
    () => 'Join areas, or leave those cells empty.',
    'warning',
  ),
  UnknownDataFile: kind<NameFound>(
    'A data file that does not exist',
    ({ name }) => `is \`${name}\`, but there is no such file.`,
    ({ suggestion }) => suggestion,
  ),
  ThinnedShapes: kind<Readonly<Record<'count' | 'most' | 'all' | 'left', number>>>(
    'More shapes than are drawn one by one',
    ({ count, most, all, left }) =>
      `shows ${count} shapes. Of more than ${most}, those too small to be told apart are drawn as one in pictures and until MapLibre is there: from farthest off ${left} are left of ${all}.`,
    () =>
      'Nothing has to be done: legend and table tell of all, and readers are told. Where each must be seen, come nearer, show fewer, or count points with `show: grid`.',
    'warning',
  ),
  UnknownLayer: kind<NameFound & { readonly what: string }>(
    'A data layer or a time of it that does not exist',
    ({ name, what }) => `is \`${name}\`, but there is no such ${what}.`,
    ({ suggestion }) => suggestion,
  ),
  UnmatchedRows: kind<{ readonly detail: string; readonly cure: string }>(
    'Rows and areas that do not meet',
    ({ detail }) => `leaves something out: ${detail}.`,
    ({ cure }) => cure,
    'warning',
  ),
};

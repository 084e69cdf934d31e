import { parseArgs } from 'node:util';
import { rgb } from 'd3';
import { SLUG_PATTERN } from '../../../content/files/raw.ts';
import { MAP, RELIEF } from '../../../story/ground/ground.ts';
import { checkFrom, checkStory, pathInProject, type Refusal } from '../options.ts';
import { isWarp, type PlaceOptions, parseBounds, parseCorners, placeProblems } from '../raster/place/place-options.ts';
import { ENCODINGS, type Encoding } from '../raster/read/heights-of-colours.ts';
import { creditProblems, parseCredits, type SaidCredit } from '../said-credit.ts';

/** How values become black and white: by what the picture holds, not at all, or between two values. */
export type StretchWish = 'auto' | 'none' | readonly [black: number, white: number] | null;

export interface PictureOptions extends PlaceOptions, SaidCredit {
  readonly story: string;
  /** Path of the picture from the project's root, with forward slashes: how messages name it. */
  readonly from: string;
  /** The ground's name. */
  readonly as: string;
  readonly isRelief: boolean;
  /** Counted from 1, as programs for satellite pictures do. */
  readonly bands: readonly number[] | null;
  readonly stretch: StretchWish;
  readonly ramp: readonly string[] | null;
  /** Heights shown as colours. */
  readonly tint: boolean;
  readonly encoding: Encoding | null;
  readonly exaggeration: number;
  /** Metres between two lines of equal height; null where none are drawn. */
  readonly contours: number | null;
  readonly licence: string | null;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const FLAGS = {
  from: TEXT,
  as: TEXT,
  relief: FLAG,
  bands: TEXT,
  stretch: TEXT,
  ramp: TEXT,
  tint: FLAG,
  encoding: TEXT,
  exaggeration: TEXT,
  contours: TEXT,
  bounds: TEXT,
  corners: TEXT,
  points: TEXT,
  warp: TEXT,
  projection: TEXT,
  credit: { ...TEXT, multiple: true },
  licence: TEXT,
  help: FLAG,
} as const;

type Values = ReturnType<typeof valuesIn>['values'];

const valuesIn = (args: readonly string[]) => parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });

/** Whether a command line asks for a picture rather than for streets and houses. */
export const asksForPicture = (args: readonly string[]): boolean => args.some((arg) => /^--(as|relief)(=|$)/.test(arg));

function parseBands(text: string): readonly number[] | null {
  const numbers = text.split(',').map(Number);
  const isRight =
    (numbers.length === 3 || numbers.length === 1) && numbers.every((band) => Number.isInteger(band) && band > 0);
  return isRight ? numbers : null;
}

function parseStretch(text: string): StretchWish {
  if (text === 'auto' || text === 'none') return text;
  const [black = Number.NaN, white = Number.NaN, ...more] = text.split(',').map(Number);
  return black < white && more.length === 0 ? [black, white] : null;
}

const parseRamp = (text: string): readonly string[] | null => {
  const colours = text.split(',').map((colour) => colour.trim());
  return colours.length > 1 && colours.every((colour) => !Number.isNaN(rgb(colour).r)) ? colours : null;
};

const parseEncoding = (text: string | undefined): Encoding | null =>
  ENCODINGS.find((encoding) => encoding === text) ?? null;

const isPositive = (text: string): boolean => Number(text) > 0 && Number.isFinite(Number(text));

function checkName(as: string | undefined, isRelief: boolean): readonly string[] {
  if (isRelief)
    return as === undefined || as === RELIEF ? [] : [`Give --relief or --as ${as}: a relief has no other name.`];
  if (as === undefined)
    return ['--as is missing. Give the picture a name for the story to call it by, such as --as satellite.'];
  if (as === RELIEF)
    return [`--as ${RELIEF} is the name of the shaded relief: make it with --relief, or choose another name.`];
  if (as === MAP) return [`--as ${MAP} is what sections call the map itself. Choose another name.`];
  return SLUG_PATTERN.test(as)
    ? []
    : [`--as ${as} is no name. Use small letters, digits and hyphens, such as --as before-1.`];
}

function checkValues({ bands, stretch, ramp, encoding, exaggeration, contours, relief }: Values): readonly string[] {
  const wrong = (isWrong: boolean, words: string): readonly string[] => (isWrong ? [words] : []);
  return [
    ...wrong(
      bands !== undefined && parseBands(bands) === null,
      `--bands ${bands}: give one band, or those shown as red, green and blue, such as 3,2,1.`,
    ),
    ...wrong(
      stretch !== undefined && parseStretch(stretch) === null,
      `--stretch ${stretch}: write auto, none, or the values that become black and white, such as 200,3000.`,
    ),
    ...wrong(
      ramp !== undefined && parseRamp(ramp) === null,
      `--ramp ${ramp}: give two colours or more from the least value to the greatest, such as "#f7f2e7,#5b4b2c".`,
    ),
    ...wrong(
      encoding !== undefined && parseEncoding(encoding) === null,
      `--encoding ${encoding} is none of ${ENCODINGS.join(', ')}.`,
    ),
    ...wrong(
      exaggeration !== undefined && !isPositive(exaggeration),
      `--exaggeration ${exaggeration}: give a number such as 1.5.`,
    ),
    ...wrong(
      contours !== undefined && !isPositive(contours),
      `--contours ${contours}: give the metres between two lines, such as 50.`,
    ),
    ...wrong(
      (contours !== undefined || exaggeration !== undefined) && relief !== true,
      '--contours and --exaggeration are about the relief: give --relief, too.',
    ),
  ];
}

function checkPoints(points: string | undefined, root: string): readonly string[] {
  if (points === undefined || pathInProject(points, root) !== null) return [];
  return [`--points ${points} lies outside the project. Copy it into the project's folder.`];
}

function placeOf(values: Values, root: string): PlaceOptions {
  const { bounds, corners, points, warp, projection } = values;
  return {
    bounds: bounds === undefined ? null : parseBounds(bounds),
    corners: corners === undefined ? null : parseCorners(corners),
    points: points === undefined ? null : pathInProject(points, root),
    warp: isWarp(warp) ? warp : null,
    projection: projection ?? null,
  };
}

function optionsIn(values: Values, story: string, root: string): PictureOptions {
  const { from, as, relief, bands, stretch, ramp, tint, exaggeration, contours, credit, licence } = values;
  return {
    ...placeOf(values, root),
    story,
    from: pathInProject(from ?? '', root) ?? '',
    as: as ?? RELIEF,
    isRelief: relief === true,
    bands: bands === undefined ? null : parseBands(bands),
    stretch: stretch === undefined ? null : parseStretch(stretch),
    ramp: ramp === undefined ? null : parseRamp(ramp),
    tint: tint === true,
    encoding: parseEncoding(values.encoding),
    exaggeration: Number(exaggeration ?? 1),
    contours: contours === undefined ? null : Number(contours),
    ...parseCredits(credit),
    licence: licence ?? null,
  };
}

/** What the command line asks for, or every complaint about it. */
export function parsePictureOptions(args: readonly string[], root: string): PictureOptions | Refusal | 'help' {
  try {
    const { values, positionals } = valuesIn(args);
    if (values.help) return 'help';
    const { bounds, corners, points, warp } = values;
    const problems = [
      ...[checkStory(positionals), checkFrom(values.from, root)].filter((problem) => problem !== null),
      ...checkName(values.as, values.relief === true),
      ...checkValues(values),
      ...placeProblems({ bounds, corners, points, warp }),
      ...checkPoints(points, root),
      ...creditProblems(values.credit),
    ];
    return problems.length > 0 ? { problems } : optionsIn(values, positionals[0] ?? '', root);
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}

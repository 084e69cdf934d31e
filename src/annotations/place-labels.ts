import type { Box, LngLat, Projection } from '../geo/lng-lat.ts';
import type { Mark, MarkContext, TextRole, Tone } from '../story/mark.ts';
import { haloTone } from './halo.ts';
import { type LabelLine, type LabelSide, type LabelWords, setLabel } from './label-block.ts';
import { type LabelRank, symbolMarks, symbolRadius } from './label-symbol.ts';
import { boxAround, crossings, grow, holds, isFree, overlaps, type Segment, segmentsIn } from './occupancy.ts';
import { projectLine, round1 } from './screen-path.ts';

type Names = Readonly<Record<string, string>>;

export interface TownInput {
  readonly id: string;
  readonly lngLat: LngLat;
  readonly names: Names;
  readonly rank: 1 | 2 | 3;
}

/** A name without a symbol: of a country, a water or a region. */
export interface AreaNameInput {
  readonly id: string;
  readonly kind: 'country' | 'water' | 'region';
  readonly lngLat: LngLat;
  readonly names: Names;
}

export interface PlaceLabelsInput {
  /** Places of the story and towns of the basemap, each once. */
  readonly towns: readonly TownInput[];
  readonly areaNames: readonly AreaNameInput[];
  readonly focus: string | null;
  /** Places an annotation names: their symbol stays, their name steps aside. */
  readonly hidden: ReadonlySet<string>;
  /** Language of the second line; a place without a name in it has one line. */
  readonly secondLocale: string | null;
  /** How far names may stand outside the free box, where no text covers the map. */
  readonly roomPx: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** One label with its place decided at rest. */
export interface PlacedLabel {
  readonly id: string;
  readonly lngLat: LngLat;
  /** Null for names of areas. */
  readonly rank: LabelRank | null;
  /** The side of the place on which its name stands; equal sides in two sections make the same picture. */
  readonly side: LabelSide;
  /** Empty where an annotation names the place. */
  readonly lines: readonly LabelLine[];
  readonly halo: Tone;
  /** Of symbol and name, at rest. */
  readonly boxes: readonly Box[];
}

/** Best first. A name above or below its place may slide sideways to clear a road. */
const SPOTS: readonly { readonly side: LabelSide; readonly slide: number }[] = [
  { side: 'e', slide: 0 },
  { side: 'w', slide: 0 },
  { side: 's', slide: 0 },
  { side: 'n', slide: 0 },
  ...[-0.2, 0.2, -0.34, 0.34].flatMap((slide) => [{ side: 's', slide } as const, { side: 'n', slide } as const]),
];
const EDGE = 12;
const SYMBOL_TO_TEXT = 6;
/** Beyond this scale the smallest towns lose their second line. */
const FAR_METRES_PER_PIXEL = 120;

const roleOf = (rank: LabelRank): TextRole => (rank === 'focus' ? 'focus' : `rank-${rank}`);

function wordsOf(names: Names, rank: LabelRank, input: PlaceLabelsInput, context: MarkContext): LabelWords | null {
  const second = input.secondLocale === null ? '' : (names[input.secondLocale] ?? '');
  const first = names[context.locale] ?? second;
  if (first === '') return null;
  const tooFar = rank === 3 && context.restProjection.metresPerPixel > FAR_METRES_PER_PIXEL;
  return {
    first,
    second: tooFar || second === first ? '' : second,
    secondLang: input.secondLocale ?? context.locale,
    role: roleOf(rank),
    tone: rank === 3 ? 'ink-2' : 'ink',
  };
}

interface Ground {
  readonly room: Box;
  readonly lines: readonly Segment[];
  readonly context: MarkContext;
}

/** The first free side; sides on which the name would cross a road or a border come last, and are not taken at all below rank 1. */
function placeName(
  town: TownInput,
  rank: LabelRank,
  words: LabelWords,
  taken: readonly Box[],
  ground: Ground,
): (Pick<PlacedLabel, 'side' | 'lines' | 'halo'> & { readonly box: Box }) | null {
  const gap = symbolRadius(rank) + SYMBOL_TO_TEXT;
  const [x, y] = ground.context.restProjection.project(town.lngLat);
  const choices = SPOTS.flatMap(({ side, slide }) => {
    const set = setLabel(words, { side, slide, gap }, ground.context);
    const box = {
      left: x + set.offset[0],
      top: y + set.offset[1],
      right: x + set.offset[0] + set.width,
      bottom: y + set.offset[1] + set.height,
    };
    if (!isFree(box, ground.room, taken)) return [];
    return [{ side, lines: set.lines, box, crossed: crossings(ground.lines, box) }];
  });
  const clear = choices.find(({ crossed }) => crossed === 0);
  const mayCross = rank === 'focus' || rank === 1;
  const chosen = clear ?? (mayCross ? choices.toSorted((a, b) => a.crossed - b.crossed)[0] : undefined);
  return chosen === undefined ? null : { ...chosen, halo: haloTone(chosen.box, ground.context) };
}

function placeTown(
  town: TownInput,
  rank: LabelRank,
  input: PlaceLabelsInput,
  taken: readonly Box[],
  ground: Ground,
): PlacedLabel | null {
  const point = ground.context.restProjection.project(town.lngLat);
  const symbol = boxAround(point, symbolRadius(rank) + 2);
  if (!holds(ground.room, point)) return null;
  const base = { id: town.id, lngLat: town.lngLat, rank, halo: 'land' as const };
  const bare: PlacedLabel = { ...base, side: 'c', lines: [], boxes: [symbol] };
  if (input.hidden.has(town.id)) return bare;
  const words = wordsOf(town.names, rank, input, ground.context);
  const name =
    words === null
      ? null
      : (placeName(town, rank, words, taken, ground) ?? placeName(town, rank, { ...words, second: '' }, taken, ground));
  if (name === null) return rank === 'focus' ? bare : null;
  return { ...base, side: name.side, lines: name.lines, halo: name.halo, boxes: [symbol, name.box] };
}

const AREA_SHIFTS = [0, -28, 28, -56, 56, -90, 90];

function placeAreaName(area: AreaNameInput, taken: readonly Box[], ground: Ground): PlacedLabel | null {
  const { context } = ground;
  const name = area.names[context.locale];
  if (name === undefined || name === '') return null;
  const first = area.kind === 'water' ? name : name.toLocaleUpperCase(context.locale);
  const tone = area.kind === 'water' ? 'hydro' : 'region';
  const set = setLabel(
    { first, second: '', secondLang: '', role: area.kind, tone },
    { side: 'c', slide: 0, gap: 0 },
    context,
  );
  const [x, y] = context.restProjection.project(area.lngLat);
  for (const shift of AREA_SHIFTS) {
    const [left, top] = [x + set.offset[0], y + set.offset[1] + shift];
    const box = { left, top, right: left + set.width, bottom: top + set.height };
    if (!isFree(grow(box, 4), ground.room, taken)) continue;
    const lines = set.lines.map((line) => ({ ...line, dy: line.dy + shift }));
    return {
      id: area.id,
      lngLat: area.lngLat,
      rank: null,
      side: 'c',
      lines,
      halo: haloTone(box, context),
      boxes: [box],
    };
  }
  return null;
}

function rankOf(town: TownInput, focus: string | null): LabelRank {
  return town.id === focus ? 'focus' : town.rank;
}

const ORDER: readonly LabelRank[] = ['focus', 1, 2, 3];

function labelRoom({ freeBox }: MarkContext, { roomPx }: PlaceLabelsInput): Box {
  return {
    left: freeBox.left - roomPx.left + EDGE,
    right: freeBox.right + roomPx.right - EDGE,
    top: freeBox.top - roomPx.top + EDGE,
    bottom: freeBox.bottom + roomPx.bottom - EDGE,
  };
}

/**
 * Decides at rest which names find room and on which side of their place: the focus first, then by rank. A name that
 * finds none is left out with its symbol. Names of areas take what is left.
 * @param first labels placed already, such as the focus that annotations had to keep clear of
 */
export function placeLabels(
  input: PlaceLabelsInput,
  context: MarkContext,
  first: readonly PlacedLabel[] = [],
): readonly PlacedLabel[] {
  const lines = (context.avoidLines ?? []).map((line) => projectLine(line, context.restProjection));
  const room = labelRoom(context, input);
  const ground: Ground = { room, lines: segmentsIn(lines, room), context };
  const placed: PlacedLabel[] = [...first];
  const done = new Set(first.map(({ id }) => id));
  const towns = ORDER.flatMap((rank) =>
    input.towns
      .filter((town) => rankOf(town, input.focus) === rank && !done.has(town.id))
      .map((town) => ({ town, rank })),
  );
  for (const { town, rank } of towns) {
    const names = placed.flatMap(({ boxes }) => boxes);
    const label = placeTown(town, rank, input, [...context.taken, ...names], ground);
    const symbol = label?.boxes[0];
    if (label === null || symbol === undefined) continue;
    if (names.some((box) => overlaps(box, symbol))) continue;
    placed.push(label);
  }
  for (const area of input.areaNames) {
    const taken = [...context.taken, ...placed.flatMap(({ boxes }) => boxes)];
    const label = placeAreaName(area, taken, ground);
    if (label !== null) placed.push(label);
  }
  return placed;
}

/**
 * The focus alone, placed before the callouts so that none of them takes its room. Hidden or not, it keeps its symbol.
 */
export function placeFocus(input: PlaceLabelsInput, context: MarkContext): readonly PlacedLabel[] {
  const towns = input.towns.filter(({ id }) => id === input.focus);
  return placeLabels({ ...input, towns, areaNames: [] }, context);
}

function nameMarks(label: PlacedLabel, [x, y]: readonly [number, number], opacity: number): readonly Mark[] {
  return label.lines.map(({ text, role, tone, lang, anchor, dx, dy }, index) => ({
    type: 'text',
    key: `label:${label.id}:${index}`,
    x: round1(x + dx),
    y: round1(y + dy),
    text,
    role,
    tone,
    anchor,
    halo: label.halo,
    lang,
    opacity,
  }));
}

/** Symbols and names at one moment, those of the lowest rank first so that the focus lies on top. */
export function labelMarks(placed: readonly PlacedLabel[], projection: Projection, opacity: number): readonly Mark[] {
  if (opacity <= 0) return [];
  return placed.toReversed().flatMap((label) => {
    const point = projection.project(label.lngLat);
    const symbol = label.rank === null ? [] : symbolMarks(`label:${label.id}`, label.rank, point, opacity);
    return [...symbol, ...nameMarks(label, point, opacity)];
  });
}

/** Places the names and draws them. */
export function drawPlaceLabels(input: PlaceLabelsInput, context: MarkContext, emphasis: number): readonly Mark[] {
  return labelMarks(placeLabels(input, context), context.projection, emphasis);
}

import { boxAround, containsPoint } from '../../geo/boxes.ts';
import type { Box, LngLat, Projection } from '../../geo/lng-lat.ts';
import type { AnchoredGroup, TextMark } from '../../marks/mark.ts';
import { projectLine } from '../../marks/screen-path.ts';
import type { TextRole } from '../../typography/type-scale.ts';
import { placeAreaName } from '../area-label.ts';
import { crossings, isLinePiece, segmentsIn } from '../boxes-along.ts';
import { Collisions } from '../collisions.ts';
import type { AreaNameInput, PlacedLabel } from '../placed-label.ts';
import type { RestContext } from '../rest-context.ts';
import { anchoredGroup } from '../texts/text-block.ts';
import type { LabelSide, LabelWords } from './label-layout.ts';
import { type LabelRank, symbolMarks, symbolRadius } from './label-symbol.ts';
import { type NameRoom, type NameWish, type PlacedName, placeName } from './place-name.ts';
import { ringAround } from './ring-around.ts';

type Names = Readonly<Record<string, string>>;

export interface TownInput {
  readonly id: string;
  readonly lngLat: LngLat;
  readonly names: Names;
  /** Language of `names` that the country itself uses; absent where that is not known. */
  readonly own?: string;
  readonly rank: 1 | 2 | 3;
}

export interface PlaceLabelsInput {
  /** Places of the story and towns of the basemap, each once. */
  readonly towns: readonly TownInput[];
  readonly areaNames: readonly AreaNameInput[];
  readonly focus: string | null;
  /** Places an annotation names: their symbol stays, their name steps aside. */
  readonly hidden: ReadonlySet<string>;
  /** Places besides the focus that must have their name. */
  readonly wanted?: ReadonlySet<string>;
  /** Where their names stand if they can. */
  readonly prefer?: LabelSide;
  /**
   * Language of the second line where the place's own is not known; without a name in it a place has one line.
   */
  readonly secondLocale: string | null;
  /** Languages of a name that the page's language has none for, the best first. */
  readonly otherLocales?: readonly string[];
  /** How far names may stand outside the free box, where no text covers the map. */
  readonly roomPx: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

const EDGE = 12;
/** Beyond this scale the smallest towns lose their second line. */
const FAR_METRES_PER_PIXEL = 120;

const roleOf = (rank: LabelRank): TextRole => (rank === 'focus' ? 'focus' : `rank-${rank}`);

/** The first language of these that has a name. */
const namedIn = (names: Names, locales: readonly string[]): string | undefined =>
  locales.find((locale) => (names[locale] ?? '') !== '');

function wordsOf(
  { names, own }: TownInput,
  rank: LabelRank,
  { secondLocale, otherLocales = [] }: PlaceLabelsInput,
  context: RestContext,
): LabelWords | null {
  const beside = own === undefined || own === context.locale ? (secondLocale ?? '') : own;
  const secondLang = namedIn(names, [beside]);
  const firstLang = namedIn(names, [context.locale, ...otherLocales]) ?? secondLang;
  if (firstLang === undefined) return null;
  const [first = '', second = ''] = [names[firstLang], names[secondLang ?? '']];
  const tooFar = rank === 3 && context.projection.metresPerPixel > FAR_METRES_PER_PIXEL;
  return {
    first,
    second: tooFar || second === first ? '' : second,
    firstLang,
    secondLang: secondLang ?? context.locale,
    role: roleOf(rank),
    tone: rank === 3 ? 'ink-2' : 'ink',
  };
}

const isWanted = ({ id }: TownInput, { wanted, focus }: PlaceLabelsInput): boolean =>
  id === focus || wanted?.has(id) === true;

function wishFor(town: TownInput, name: Pick<NameWish, 'rank' | 'words'>, input: PlaceLabelsInput): NameWish {
  const wanted = isWanted(town, input);
  return { ...name, wanted, prefer: wanted ? input.prefer : undefined };
}

/**
 * Both lines, else the first alone. A name the section asks for steps out of a small ring round its place, and is set over
 * lines rather than left out.
 */
function nameOf(town: TownInput, name: NameWish, collisions: Collisions, nameRoom: NameRoom): PlacedName | null {
  const short = { ...name, words: { ...name.words, second: '' } };
  const found = placeName(town, name, collisions, nameRoom) ?? placeName(town, short, collisions, nameRoom);
  if (found !== null || !name.wanted) return found;
  const texts = Collisions.of(collisions.boxes.filter((box) => !isLinePiece(box)));
  const pieces = collisions.boxes.filter(isLinePiece);
  const beyondPx = ringAround(nameRoom.context.projection.project(town.lngLat), pieces);
  const outside = beyondPx === null ? null : placeName(town, { ...name, beyondPx }, collisions, nameRoom);
  return outside ?? placeName(town, name, texts, nameRoom, pieces) ?? placeName(town, short, texts, nameRoom, pieces);
}

function placeTown(
  town: TownInput,
  rank: LabelRank,
  input: PlaceLabelsInput,
  collisions: Collisions,
  nameRoom: NameRoom,
): PlacedLabel | null {
  const point = nameRoom.context.projection.project(town.lngLat);
  const symbol = boxAround(point, symbolRadius(rank) + 2);
  if (!containsPoint(nameRoom.room, point)) return null;
  const base = { id: town.id, lngLat: town.lngLat, rank, halo: 'land' as const };
  const bare: PlacedLabel = { ...base, side: 'c', lines: [], boxes: [symbol] };
  if (input.hidden.has(town.id)) return bare;
  const under = collisions.overlapping(symbol);
  const covered = under.some((box) => !isLinePiece(box));
  // A line that is no road must not seem to call at the towns it passes.
  const passed = under.length > 0 && crossings(nameRoom.lines, symbol) === 0;
  if ((covered || passed) && !isWanted(town, input)) return null;
  const words = wordsOf(town, rank, input, nameRoom.context);
  const name = words === null ? null : nameOf(town, wishFor(town, { rank, words }, input), collisions, nameRoom);
  if (name === null) return rank === 'focus' && !covered ? bare : null;
  return { ...base, side: name.side, lines: name.lines, halo: name.halo, boxes: [symbol, ...name.rows] };
}

function rankOf(town: TownInput, focus: string | null): LabelRank {
  return town.id === focus ? 'focus' : town.rank;
}

const ORDER: readonly LabelRank[] = ['focus', 1, 2, 3];

/** The part of the screen that names may stand in. */
export function labelRoom({ freeBox }: RestContext, { roomPx }: Pick<PlaceLabelsInput, 'roomPx'>): Box {
  return {
    left: freeBox.left - roomPx.left + EDGE,
    right: freeBox.right + roomPx.right - EDGE,
    top: freeBox.top - roomPx.top + EDGE,
    bottom: freeBox.bottom + roomPx.bottom - EDGE,
  };
}

/**
 * Decides at rest which names find room and on which side of their place: the focus first, then by
 * rank. A name that finds none is left out with its symbol. Names of areas take what is left.
 * @param first labels placed already, such as the focus that annotations had to keep clear of
 */
export function placeLabels(
  input: PlaceLabelsInput,
  context: RestContext,
  collisions: Collisions,
  first: readonly PlacedLabel[] = [],
): readonly PlacedLabel[] {
  const lines = context.avoidLines.map((line) => projectLine(line, context.projection));
  const room = labelRoom(context, input);
  const nameRoom: NameRoom = { room, lines: segmentsIn(lines, room), context };
  const placed: PlacedLabel[] = [...first];
  let named = Collisions.of(first.flatMap(({ boxes }) => boxes));
  const done = new Set(first.map(({ id }) => id));
  const towns = ORDER.flatMap((rank) =>
    input.towns
      .filter((town) => rankOf(town, input.focus) === rank && !done.has(town.id))
      .map((town) => ({ town, rank })),
  );
  const add = (label: PlacedLabel): void => {
    placed.push(label);
    named = named.with(label.boxes);
  };
  for (const { town, rank } of towns) {
    const label = placeTown(town, rank, input, collisions.with(named.boxes), nameRoom);
    const symbol = label?.boxes[0];
    if (label !== null && symbol !== undefined && !named.hits(symbol)) add(label);
  }
  for (const area of input.areaNames) {
    const label = placeAreaName(area, collisions.with(named.boxes), nameRoom);
    if (label !== null) add(label);
  }
  return placed;
}

/**
 * The names a section cannot do without, placed before the callouts so that none of them takes their room. Hidden or
 * not, they keep their symbols.
 */
export function placeWanted(
  input: PlaceLabelsInput,
  context: RestContext,
  collisions: Collisions,
): readonly PlacedLabel[] {
  const towns = input.towns.filter((town) => isWanted(town, input));
  return placeLabels({ ...input, towns, areaNames: [] }, context, collisions);
}

const marksCache = new WeakMap<PlacedLabel, AnchoredGroup['marks']>();

/** Symbol and name from the place: the very same as long as the label stands where it stands. */
function marksOf(label: PlacedLabel): AnchoredGroup['marks'] {
  const cached = marksCache.get(label);
  if (cached !== undefined) return cached;
  const name = label.lines.map(
    ({ text, role, tone, lang, anchor, dx, dy }, index): TextMark => ({
      type: 'text',
      key: String(index),
      x: dx,
      y: dy,
      text,
      role,
      tone,
      anchor,
      halo: label.halo,
      lang,
    }),
  );
  const marks = [...(label.rank === null ? [] : symbolMarks(label.rank)), ...name];
  marksCache.set(label, marks);
  return marks;
}

/** Symbols and names at one moment, those of the lowest rank first so that the focus lies on top. */
export function labelMarks(placed: readonly PlacedLabel[], projection: Projection): readonly AnchoredGroup[] {
  return placed
    .toReversed()
    .flatMap((label) => anchoredGroup(`label:${label.id}`, marksOf(label), projection.project(label.lngLat)));
}

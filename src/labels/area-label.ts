import { grow } from '../geo/boxes.ts';
import { textStyle } from '../typography/text-style.ts';
import type { Collisions } from './collisions.ts';
import type { AreaNameInput, PlacedLabel } from './placed-label.ts';
import type { RestContext } from './rest-context.ts';
import { type LabelLine, layoutLabel } from './towns/label-layout.ts';
import type { NameRoom } from './towns/place-name.ts';

const SHIFTS = [0, -28, 28, -56, 56, -90, 90];
/** Names of areas keep this much farther from other texts; that of a region must not seem to be a town's. */
const CLEAR = { country: 6, water: 4, region: 12 } as const;

interface Words {
  readonly lines: readonly LabelLine[];
  readonly width: number;
  readonly height: number;
}

/** The lines of an area's name, centred on its place. */
function wordsOf(area: AreaNameInput, name: string, context: RestContext): Words {
  const water = area.kind === 'water';
  const words = area.broken ? name.split(' ') : [name];
  const { lineHeight } = textStyle(area.kind, name, context);
  const set = words.map((word) =>
    layoutLabel(
      {
        first: water ? word : word.toLocaleUpperCase(context.locale),
        second: '',
        firstLang: context.locale,
        secondLang: '',
        role: area.kind,
        tone: water ? 'hydro' : 'region',
      },
      { side: 'c', slide: 0, gap: 0 },
      context,
    ),
  );
  return {
    lines: set.flatMap(({ lines }, index) =>
      lines.map((line) => ({ ...line, dy: line.dy + (index - (set.length - 1) / 2) * lineHeight })),
    ),
    width: Math.max(...set.map(({ width }) => width)),
    height: lineHeight * set.length,
  };
}

/** The name of a country, a water or a region at its place or a little above or below it; null where there is no room. */
export function placeAreaName(
  area: AreaNameInput,
  collisions: Collisions,
  { room, context }: NameRoom,
): PlacedLabel | null {
  const name = area.names[context.locale];
  if (name === undefined || name === '') return null;
  const { lines, width, height } = wordsOf(area, name, context);
  const [x, y] = context.projection.project(area.lngLat);
  for (const shift of SHIFTS) {
    const [left, top] = [x - width / 2, y - height / 2 + shift];
    const box = { left, top, right: left + width, bottom: top + height };
    if (!collisions.isFree(grow(box, CLEAR[area.kind]), room)) continue;
    return {
      id: area.id,
      lngLat: area.lngLat,
      rank: null,
      side: 'c',
      lines: lines.map((line) => ({ ...line, dy: line.dy + shift })),
      halo: context.background.tone(box),
      boxes: [box],
    };
  }
  return null;
}

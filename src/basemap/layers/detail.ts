import type { Stop } from '../../geo/stops.ts';
import { type DetailArea, type DetailLine, SHOWN_FROM } from '../detail/detail.ts';
import type { OwnToken, PaintToken } from '../themes.ts';
import type { LayerSlot, OwnLayer } from './layer.ts';

/** Zoom levels a layer takes to come, from where it first shows. */
const COMING = 1;

const fadeOf = (layer: DetailArea | DetailLine): readonly Stop[] => [
  [SHOWN_FROM[layer], 0],
  [SHOWN_FROM[layer] + COMING, 1],
];

/** Name of a layer's source. */
export const detailSource = (layer: string): string => `detail-${layer}`;

/** All of it comes in one file. */
const BUNDLE = 'detail';

const area = (layer: DetailArea, color: PaintToken | OwnToken): OwnLayer => ({
  id: detailSource(layer),
  slot: 'land',
  bundle: BUNDLE,
  part: 'detail',
  type: 'fill',
  source: detailSource(layer),
  color,
  opacity: 1,
  fade: fadeOf(layer),
});

interface LineLook {
  readonly color: PaintToken | OwnToken;
  readonly width: number | readonly Stop[];
  readonly dash?: readonly [number, number];
  readonly opacity?: number;
  readonly slot?: LayerSlot;
  /** Of a second layer of the same lines. */
  readonly suffix?: string;
}

const line = (layer: DetailLine, { suffix = '', slot = 'roads', opacity = 1, ...look }: LineLook): OwnLayer => ({
  id: `${detailSource(layer)}${suffix}`,
  slot,
  bundle: BUNDLE,
  part: 'detail',
  type: 'line',
  source: detailSource(layer),
  opacity,
  fade: fadeOf(layer),
  ...look,
});

/** As wide as it is: a street of ten metres is two pixels at zoom 14 and thirty at 18. */
const width = (at13: number, at18: number): readonly Stop[] => [
  [13, at13],
  [15, at13 + (at18 - at13) * 0.2],
  [16.5, at13 + (at18 - at13) * 0.5],
  [18, at18],
];

/** A road stands off from the ground by a line of this width on either side. */
const CASING_PX = 0.9;

const widened = (stops: readonly Stop[]): readonly Stop[] => stops.map(([zoom, px]) => [zoom, px + 2 * CASING_PX]);

const CARRIAGEWAYS = {
  'roads-service': width(0.6, 7),
  'roads-minor': width(1.2, 13),
  'roads-medium': width(2.2, 18),
  'roads-major': width(3.2, 24),
} as const;

const CLASSES = ['roads-service', 'roads-minor', 'roads-medium', 'roads-major'] as const;

/** All casings under all carriageways, or every junction would be crossed by a line. */
const STREETS: readonly OwnLayer[] = [
  ...CLASSES.map((name) =>
    line(name, {
      suffix: '-casing',
      color: name === 'roads-major' ? 'own-street-great-edge' : 'own-street-edge',
      width: widened(CARRIAGEWAYS[name]),
    }),
  ),
  ...CLASSES.map((name) =>
    line(name, { color: name === 'roads-major' ? 'own-street-great' : 'own-street', width: CARRIAGEWAYS[name] }),
  ),
];

/**
 * Streets, houses and what they stand on, cut for the story's close sections. Under all of it lies land: the basemap's coast
 * is too coarse here, and the sea comes as water again.
 */
export const DETAIL: readonly OwnLayer[] = [
  {
    id: detailSource('land'),
    slot: 'base',
    bundle: BUNDLE,
    part: 'detail',
    type: 'fill',
    source: detailSource('land'),
    color: 'land',
    opacity: 1,
    fade: fadeOf('water'),
  },
  area('built-up', 'own-built-up'),
  area('woods', 'own-woods'),
  area('parks', 'own-parks'),
  area('water', 'lakes'),
  line('streams', { color: 'rivers', width: 0.8, slot: 'land' }),
  line('waterways', { color: 'rivers', width: width(1.2, 4), slot: 'land' }),
  line('boundaries', { color: 'region-lines', width: 0.9, dash: [1, 3.2] }),
  line('paths', { color: 'own-path', width: width(0.6, 1.4), dash: [3, 2.4] }),
  line('rail', { color: 'own-rail', width: width(0.9, 2.4) }),
  ...STREETS,
  { ...area('buildings', 'own-buildings'), slot: 'roads' },
];

import type { DataPart, DataSource } from '../../story/sources/map-source.ts';
import type { OwnLayer } from '../layers/layer.ts';
import type { PaletteName } from '../themes.ts';

/** Name of the source of a part of a view. */
export const dataSource = (view: string, index: number): string => `${view}/${index}`;

/** Colour of a data layer's group, by its index. */
const dataToken = (id: string, index: number): `own-${string}` => `own-${id}-${index}`;

function layerOf(id: string, view: string, part: DataPart, index: number): OwnLayer {
  const source = dataSource(view, index);
  const { color, opacity = 1, width = 1, isOver, shape } = part;
  const base = {
    id: source,
    source,
    bundle: view,
    slot: isOver ? 'roads' : 'land',
    part: 'map',
    shown: view,
    color: typeof color === 'number' ? dataToken(id, color) : color,
    opacity,
  } as const;
  if (part.type === 'fill') return { ...base, type: 'fill' };
  return part.type === 'line' ? { ...base, type: 'line', width } : { ...base, type: 'circle', ...(shape && { shape }) };
}

/** The layers of a data layer's views. */
export const dataLayers = ({ id, views }: DataSource): readonly OwnLayer[] =>
  Object.entries(views).flatMap(([view, parts]) => parts.map((part, index) => layerOf(id, view, part, index)));

/** The colours of a data layer in a palette: dusk and night are dark. */
export const dataColors = ({ id, colors }: DataSource, name: PaletteName): Readonly<Record<`own-${string}`, string>> =>
  Object.fromEntries(colors.map((color, index) => [dataToken(id, index), name === 'light' ? color.light : color.dark]));

import type { PixelValues } from './open-tiles.ts';

/** How tiles write heights as colours. */
export const ENCODINGS = ['terrarium', 'mapbox'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Metres of a colour: https://github.com/tilezen/joerd/blob/master/docs/formats.md and Mapbox's Terrain-RGB. */
const METRES: Readonly<Record<Encoding, (red: number, green: number, blue: number) => number>> = {
  terrarium: (red, green, blue) => red * 256 + green + blue / 256 - 32768,
  mapbox: (red, green, blue) => (red * 65536 + green * 256 + blue) / 10 - 10000,
};

/** The ground of the Earth, with room for what lies below the sea. */
const isHeight = (metres: number): boolean => metres > -11500 && metres < 9000;

/** Which encoding makes heights of colours: the other gives values that no ground has. Null where neither or both do. */
export function encodingOf({ data, size }: PixelValues): Encoding | null {
  const fitting = ENCODINGS.filter((encoding) => {
    const metres = METRES[encoding];
    const step = 4 * Math.max(1, Math.floor((size * size) / 512));
    const found = Array.from({ length: Math.floor(data.length / step) }, (_, index) => {
      const at = index * step;
      return isHeight(metres(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0));
    });
    return found.filter(Boolean).length > 0.95 * found.length;
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Heights in metres of a tile's pixels. */
export function heightsOf({ data, size }: PixelValues, encoding: Encoding): Float32Array {
  const metres = METRES[encoding];
  return Float32Array.from({ length: size * size }, (_, index) =>
    metres(data[4 * index] ?? 0, data[4 * index + 1] ?? 0, data[4 * index + 2] ?? 0),
  );
}

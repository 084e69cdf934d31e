import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import sharp from 'sharp';
import { toWorld } from '../../../src/geo/mercator.ts';
import type { GroundFile } from '../../../src/story/ground/ground.ts';
import { CITY, cityStory, makeProject, runGround } from './city-project.ts';

export const TERMS = ['--credit', 'Nobody', '--licence', 'CC0-1.0'] as const;

/** A section of the town that lays a ground over its map, by the lines of its frontmatter. */
const section = (lines: string, frame: string): string => `---
title: Ground
mapDescription: A town.
frame: ${frame}
${lines}
annotations: []
---

A few words.
`;

export const FRAME = `{ center: [${CITY[0]}, ${CITY[1]}], zoom: 12 }`;

/** A project whose story has one section a group of lines, each with its own frame where one is given. */
export const groundProject = (
  sections: readonly (readonly [lines: string, frame?: string])[] = [['ground: scene']],
): Promise<string> =>
  makeProject({
    ...cityStory([]),
    ...Object.fromEntries(
      sections.map(([lines, frame = FRAME], index) => [`en/${10 + index}-part-${index}.mdx`, section(lines, frame)]),
    ),
  });

/** Runs `npm run ground` for a picture, with terms. */
export const cutPicture = (root: string, ...args: readonly string[]) => runGround(root, 'town', ...args, ...TERMS);

/** Ground around the town: west, south, east, north. */
export const AROUND = [CITY[0] - 1, CITY[1] - 0.8, CITY[0] + 1, CITY[1] + 0.8] as const;

type Values = Uint8Array | Uint16Array | Float32Array;

interface TiffOptions {
  readonly bands: number;
  readonly side?: number;
  readonly bounds?: readonly [number, number, number, number] | null;
  readonly keys?: Readonly<Record<string, unknown>>;
  readonly bits?: 8 | 16 | 32;
}

/** A GeoTIFF of values by their place, from 0 to 1 across and down. */
export function geotiff(
  valueAt: (band: number, x: number, y: number) => number,
  { bands, side = 64, bounds = AROUND, keys = {}, bits = 8 }: TiffOptions,
): Uint8Array {
  const length = side * side * bands;
  const values: Values =
    bits === 8 ? new Uint8Array(length) : bits === 16 ? new Uint16Array(length) : new Float32Array(length);
  for (let index = 0; index < length; index += 1) {
    const pixel = Math.floor(index / bands);
    values[index] = valueAt(index % bands, ((pixel % side) + 0.5) / side, (Math.floor(pixel / side) + 0.5) / side);
  }
  const place =
    bounds === null
      ? {}
      : {
          ModelPixelScale: [(bounds[2] - bounds[0]) / side, (bounds[3] - bounds[1]) / side, 0],
          ModelTiepoint: [0, 0, 0, bounds[0], bounds[3], 0],
          GTModelTypeGeoKey: 2,
          GeographicTypeGeoKey: 4326,
        };
  const metadata = {
    width: side,
    height: side,
    SamplesPerPixel: bands,
    BitsPerSample: Array.from({ length: bands }, () => bits),
    SampleFormat: Array.from({ length: bands }, () => (bits === 32 ? 3 : 1)),
    PhotometricInterpretation: bands >= 3 ? 2 : 1,
    GTRasterTypeGeoKey: 1,
    ...place,
    ...keys,
  };
  return new Uint8Array(writeArrayBuffer(values, metadata) as ArrayBuffer);
}

/** A PNG whose left half is red and whose right half is blue. */
export const halves = (side = 64): Promise<Uint8Array> =>
  sharp(
    Buffer.from(
      Uint8Array.from({ length: side * side * 3 }, (_, at) => {
        const isLeft = Math.floor(at / 3) % side < side / 2;
        return at % 3 === (isLeft ? 0 : 2) ? 255 : 0;
      }),
    ),
    { raw: { width: side, height: side, channels: 3 } },
  )
    .png()
    .toBuffer();

export const put = (root: string, name: string, bytes: Uint8Array | string): Promise<void> =>
  writeFile(join(root, name), bytes);

/** Colours of a picture the command has cut: red, green, blue and how opaque, so many degrees east and north of the town. */
export async function coloursOf(root: string, ground: string, file: string) {
  const folder = join(root, 'content/stories/town/ground');
  const { pictures } = JSON.parse(await readFile(join(folder, `${ground}.json`), 'utf8')) as GroundFile;
  const [west, south, east, north] = pictures.find((picture) => picture.file === file)?.bounds ?? [0, 0, 1, 1];
  const { data, info } = await sharp(join(folder, file)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
  return (eastward: number, northward = 0): readonly [number, number, number, number] => {
    const [x, y] = toWorld([CITY[0] + eastward, CITY[1] + northward]);
    const column = Math.floor(((x - left) / (right - left)) * info.width);
    const row = Math.floor(((y - top) / (bottom - top)) * info.height);
    const at = 4 * (row * info.width + column);
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
  };
}

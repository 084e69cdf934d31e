import { zipSync } from 'fflate';

type Point = readonly [number, number];

/** A `.shp` of points, each with its number, as ESRI's technical description of 1998 has it. */
export function pointsShp(points: readonly Point[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(100 + points.length * 28));
  bytes.setInt32(0, 9994);
  bytes.setInt32(24, bytes.byteLength / 2);
  bytes.setInt32(28, 1000, true);
  bytes.setInt32(32, 1, true);
  points.forEach(([x, y], at) => {
    const start = 100 + at * 28;
    bytes.setInt32(start, at + 1);
    bytes.setInt32(start + 4, 10);
    bytes.setInt32(start + 8, 1, true);
    bytes.setFloat64(start + 12, x, true);
    bytes.setFloat64(start + 20, y, true);
  });
  return new Uint8Array(bytes.buffer);
}

const WIDTH = 20;

/** A `.dbf` of one column of texts in UTF-8. */
export function textsDbf(column: string, texts: readonly string[]): Uint8Array {
  const [head, row] = [65, WIDTH + 1];
  const bytes = new Uint8Array(head + texts.length * row + 1);
  const view = new DataView(bytes.buffer);
  const write = (text: string, at: number): void => bytes.set(new TextEncoder().encode(text), at);
  view.setUint8(0, 3);
  view.setUint32(4, texts.length, true);
  view.setUint16(8, head, true);
  view.setUint16(10, row, true);
  write(column, 32);
  write('C', 43);
  view.setUint8(48, WIDTH);
  view.setUint8(64, 13);
  texts.forEach((text, at) => {
    bytes.fill(32, head + at * row, head + (at + 1) * row);
    write(text, head + at * row + 1);
  });
  bytes[bytes.length - 1] = 26;
  return bytes;
}

const isText = (part: string | Uint8Array): part is string => typeof part === 'string';

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, isText(part) ? new TextEncoder().encode(part) : part]),
    ),
  );

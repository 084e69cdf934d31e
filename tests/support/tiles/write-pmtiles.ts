import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { Tile } from './slice-tiles.ts';

export interface ArchiveWritten {
  /** `metadata` of the archive: `attribution`, `vector_layers`. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** West, south, east, north. */
  readonly bounds?: readonly [number, number, number, number];
  readonly gzip?: boolean;
  /** 1 = vector tiles. */
  readonly tileType?: number;
  /** Splits the directory in two levels, as large archives have it. */
  readonly leaves?: boolean;
}

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  readonly runLength: number;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A directory: count, steps of ids, run lengths, lengths, offsets + 1. */
export function directory(entries: readonly Entry[]): Uint8Array {
  return Uint8Array.from([
    ...varint(entries.length),
    ...entries.flatMap(({ id }, index) => varint(id - (entries[index - 1]?.id ?? 0))),
    ...entries.flatMap(({ runLength }) => varint(runLength)),
    ...entries.flatMap(({ length }) => varint(length)),
    ...entries.flatMap(({ offset }) => varint(offset + 1)),
  ]);
}

/** An archive of PMTiles, version 3. */
export function writePmtiles(tiles: readonly Tile[], written: ArchiveWritten = {}): Uint8Array {
  const { metadata = {}, bounds = [-180, -85, 180, 85], gzip = true, tileType = 1, leaves = false } = written;
  const pack = (bytes: Uint8Array): Uint8Array => (gzip ? gzipSync(bytes, { level: 1 }) : bytes);
  const sorted = tiles.map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), bytes: pack(tile.bytes) }));
  sorted.sort((a, b) => a.id - b.id);
  let end = 0;
  const entries = sorted.map(({ id, bytes }): Entry => {
    end += bytes.length;
    return { id, offset: end - bytes.length, length: bytes.length, runLength: 1 };
  });
  const leaf = pack(directory(entries));
  const root = leaves
    ? pack(directory([{ id: entries[0]?.id ?? 0, offset: 0, length: leaf.length, runLength: 0 }]))
    : leaf;
  const json = pack(new TextEncoder().encode(JSON.stringify(metadata)));
  const parts = [root, json, leaves ? leaf : new Uint8Array(), Buffer.concat(sorted.map(({ bytes }) => bytes))];
  const header = new DataView(new ArrayBuffer(127));
  new TextEncoder().encodeInto('PMTiles', new Uint8Array(header.buffer));
  header.setUint8(7, 3);
  let at = 127;
  for (const [index, part] of parts.entries()) {
    header.setBigUint64(8 + 16 * index, BigInt(at), true);
    header.setBigUint64(16 + 16 * index, BigInt(part.length), true);
    at += part.length;
  }
  const zooms = tiles.map(({ z }) => z);
  const compression = gzip ? 2 : 1;
  for (const [index, value] of [
    1,
    compression,
    compression,
    tileType,
    Math.min(...zooms),
    Math.max(...zooms),
  ].entries())
    header.setUint8(96 + index, value);
  for (const [index, degrees] of bounds.entries()) header.setInt32(102 + 4 * index, Math.round(degrees * 1e7), true);
  return Buffer.concat([new Uint8Array(header.buffer), ...parts]);
}

import { decode, encode } from 'vlq';
import type { Basemap, Topology } from './basemap.ts';

/** A topology with its arcs as text: the steps of each as base64 variable-length quantities, x and y in turn. */
export type Packed<T extends Topology> = Omit<T, 'arcs'> & { readonly arcs: readonly string[] };

export type PackedBasemap = Packed<Basemap>;

/** What a variable-length quantity holds without loss. */
const isPackable = (step: number): boolean => Number.isInteger(step) && Math.abs(step) <= 2 ** 30;

/**
 * The same basemap in a third less to parse, and a sixth less to send. One that is not on a grid has fractions of degrees
 * in its arcs, which packing would cut off: it is given back as it is.
 */
export const packBasemap = (basemap: Basemap): Basemap | PackedBasemap => packTopology(basemap);

/** The same for any topology. */
export function packTopology<T extends Topology>(topology: T): T | Packed<T> {
  const { arcs, ...rest } = topology;
  if (!arcs.every((arc) => arc.flat().every(isPackable))) return topology;
  return { ...rest, arcs: arcs.map((arc) => encode(arc.flat())) } as unknown as Packed<T>;
}

function stepsOf(arc: string): number[][] {
  const numbers = decode(arc);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

/** A basemap as it was before it was packed; one that never was is given back. */
export function unpackBasemap(basemap: Basemap | PackedBasemap): Basemap {
  const isPacked = (arcs: Basemap['arcs'] | PackedBasemap['arcs']): arcs is PackedBasemap['arcs'] =>
    typeof arcs[0] === 'string';
  const { arcs, ...rest } = basemap;
  return { ...rest, arcs: isPacked(arcs) ? arcs.map(stepsOf) : arcs } as Basemap;
}

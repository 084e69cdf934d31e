import { unionOf } from '../../geo/bounds.ts';
import type { TileArchive } from './archive/archive.ts';
import type { SectionCut } from './cut/cut-section.ts';
import { THINNINGS } from './cut/fit-budget.ts';
import type { CloseSection } from './cut/story-views.ts';
import { degreesOf } from './degrees-of.ts';
import { unknownLayers } from './schemas/detect-schema.ts';
import type { Schema } from './schemas/schema.ts';

/** What a section got, in one line. */
export function sectionWords({ section, bytes, thinning, tiles, missingTiles }: SectionCut): string {
  if (bytes === undefined) return `${section}: nothing of it is in the file.`;
  const left = thinning === undefined || thinning === THINNINGS[0] ? '' : leftOut(thinning.without);
  const missing = missingTiles === 0 ? '' : ` ${missingTiles} of ${tiles} tiles are not in the file.`;
  return `${section}: ${Math.ceil(bytes / 1000)} kB compressed.${left}${missing}`;
}

const leftOut = (layers: readonly string[]): string =>
  ` To keep it small, small shapes were smoothed away${layers.length === 0 ? '' : `, and without ${layers.join(', ')}`}.`;

const MAX_KINDS = 10;

/** What of an archive was not understood, in lines for the author. */
export function unknownWords(cuts: readonly SectionCut[], archive: TileArchive, schema: Schema): readonly string[] {
  const counts = new Map<string, number>();
  for (const [kind, count] of cuts.flatMap(({ unknown }) => [...unknown]))
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  const kinds = [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} (${count})`);
  const more = kinds.length > MAX_KINDS ? ` and ${kinds.length - MAX_KINDS} more` : '';
  const layers = unknownLayers(archive.layers, schema);
  return [
    ...(layers.length === 0 ? [] : [`Layers that ${schema.name} does not have, left out: ${layers.join(', ')}.`]),
    ...(kinds.length === 0 ? [] : [`Not understood and left out: ${kinds.slice(0, MAX_KINDS).join(', ')}${more}.`]),
  ];
}

/** Bounds as they are told: west,south,east,north. */
export const degrees = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(',');

/** Why nothing was cut. */
export function wrongAreaWords({ bounds }: TileArchive, sections: readonly CloseSection[], file: string): string {
  const within = degreesOf(unionOf(sections.flatMap(({ rests }) => rests.map(({ box }) => box))), 2);
  const covered = bounds === null ? '' : ` It covers ${degrees(bounds)}.`;
  return `${file} holds nothing of what the story's close sections show.${covered} They lie within ${degrees(within)} (west,south,east,north): download an extract of that area, with zoom 14 or nearer.`;
}

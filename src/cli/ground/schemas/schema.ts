import type { DetailLayer, DetailNames } from '../../../basemap/detail/detail.ts';
import type { TileFeature } from '../archive/read-tile.ts';

/** What a feature of a tile is on the map: one layer's shape, a name, or both. */
export interface Meaning {
  readonly layer: DetailLayer | 'streets' | 'places';
  /** 1 = the most important of its layer. */
  readonly rank: number;
}

type Properties = TileFeature['properties'];

/** What a layer of a schema means: nothing for what is not drawn, null for what nobody has thought of. */
export type LayerReader = (kind: string, properties: Properties, type: number) => readonly Meaning[] | null;

/** A way to lay out vector tiles. */
export interface Schema {
  readonly name: string;
  /** The field that says what a feature is, by its tile layer. */
  readonly kindField: (layer: string) => string;
  readonly layers: Readonly<Record<string, LayerReader>>;
  /** Layers of the schema that this map has no use for. */
  readonly unused: readonly string[];
  /** Layers that together are this schema's alone. */
  readonly marks: readonly string[];
}

/** Of a layer that is drawn without asking of what kind a feature is. */
export const always =
  (layer: Meaning['layer'], type: number): LayerReader =>
  (_, __, found) =>
    found === type ? [{ layer, rank: 1 }] : [];

const LANGUAGE = /^name[:_]([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/;
const NO_LANGUAGES = new Set(['int', 'latin', 'nonlatin', 'alt', 'old', 'ref']);
const MAX_NAME = 60;

function textOf(value: unknown): string {
  // Tiles are untrusted: what steers a terminal or the direction of other text goes, and no street has more than a line.
  const text = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim() : '';
  return text.length > MAX_NAME ? '' : text;
}

/** Names of a feature in the languages asked for, and as they are written on the spot. */
export function namesOf(properties: Properties, languages: ReadonlySet<string>): DetailNames {
  const found = Object.entries(properties).flatMap(([key, value]) => {
    const language = key === 'name' ? 'local' : (LANGUAGE.exec(key)?.[1] ?? '');
    const isWanted = language === 'local' || (languages.has(language) && !NO_LANGUAGES.has(language));
    const text = isWanted ? textOf(value) : '';
    return text === '' ? [] : [[language, text] as const];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

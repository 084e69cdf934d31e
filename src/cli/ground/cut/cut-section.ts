import type { CutView, Detail, DetailMeta } from '../../../basemap/detail/detail.ts';
import { GroundRefusal, type TileArchive } from '../archive/archive.ts';
import { readTile } from '../archive/read-tile.ts';
import { degreesOf, roundTo } from '../degrees-of.ts';
import type { Schema } from '../schemas/schema.ts';
import { buildDetail } from './build-detail.ts';
import { type CutFeature, featuresInTile } from './features-in-tile.ts';
import { type Fitted, fitBudget } from './fit-budget.ts';
import type { CloseSection, View } from './story-views.ts';
import { tilesForViews } from './tiles-for-views.ts';

/** Where detail comes from. */
export interface DetailSource {
  readonly archive: TileArchive;
  readonly schema: Schema;
  /** How messages name the archive. */
  readonly file: string;
  readonly languages: ReadonlySet<string>;
  readonly attribution: DetailMeta['attribution'];
  /** What makes the files again. */
  readonly command: string;
}

export interface SectionCut extends Partial<Fitted> {
  readonly section: string;
  readonly tiles: number;
  readonly missingTiles: number;
  /** How often each kind was met that nobody has thought of. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** More than any close section needs; what goes beyond would not fit into memory. */
const MAX_TILES = 6000;
const MAX_POINTS = 2_000_000;

/** A view as the file tells it, in degrees. */
const cutViewOf = ({ box, zoom }: View): CutView => [...degreesOf(box, 6), roundTo(zoom, 2)];

const distinct = (views: readonly CutView[]): readonly CutView[] => [
  ...new Map(views.map((view) => [view.join(), view])).values(),
];

const pointsIn = (features: readonly CutFeature[]): number =>
  features.reduce((sum, { parts }) => sum + parts.reduce((own, part) => own + part.length, 0), 0);

interface Collected {
  readonly features: readonly CutFeature[];
  readonly unknown: ReadonlyMap<string, number>;
  readonly tiles: number;
  readonly missingTiles: number;
}

async function collect({ section, rests, ways }: CloseSection, source: DetailSource): Promise<Collected> {
  const tiles = tilesForViews([...rests, ...ways], source.archive);
  const why = `Section ${section.id} would need`;
  const cure = 'Let its frame, or that of a neighbour, come nearer or show less.';
  if (tiles.length > MAX_TILES) throw new GroundRefusal(`${why} ${tiles.length} tiles of ${source.file}. ${cure}`);
  const features: CutFeature[] = [];
  const unknown = new Map<string, number>();
  let [points, missingTiles] = [0, 0];
  for (const tile of tiles) {
    const found = await readTile(source.archive, tile.id, source.file);
    if (found.length === 0) missingTiles += 1;
    const cut = featuresInTile(found, tile, source.schema, source.languages);
    features.push(...cut.features);
    points += pointsIn(cut.features);
    for (const kind of cut.unknown) unknown.set(kind, (unknown.get(kind) ?? 0) + 1);
    if (points > MAX_POINTS)
      throw new GroundRefusal(`${why} more than ${MAX_POINTS} points of ${source.file}. ${cure}`);
  }
  return { features, unknown, tiles: tiles.length, missingTiles };
}

/**
 * Cuts the detail of one close section.
 * @param budget compressed bytes
 * @throws GroundRefusal
 */
export async function cutSection(close: CloseSection, source: DetailSource, budget: number): Promise<SectionCut> {
  const { features, ...counts } = await collect(close, source);
  const meta: DetailMeta = {
    section: close.section.id,
    views: distinct(close.rests.map(cutViewOf)),
    attribution: source.attribution,
    command: source.command,
  };
  const fitted = fitBudget((thinning): Detail | null => buildDetail(features, meta, thinning), budget);
  return { section: close.section.id, ...counts, ...fitted };
}

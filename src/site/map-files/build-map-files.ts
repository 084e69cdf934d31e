import { type PublishedData, publishData } from '../../basemap/data/publish-data.ts';
import type { Detail } from '../../basemap/detail/detail.ts';
import type { DetailFile } from '../../basemap/detail/detail-file.ts';
import { detailBounds, publishDetail } from '../../basemap/detail/publish-detail.ts';
import { packShapes } from '../../basemap/drawing/packed-shapes.ts';
import type { ShapeFile } from '../../basemap/drawing/shape-file.ts';
import { type RawStory, roleOf } from '../../content/files/raw.ts';
import { nearestZoomOn } from '../../content/normalize/used-shapes.ts';
import { dataViews, seeThroughViews } from '../../story/data/layer-view.ts';
import type { DataSource, MapSource } from '../../story/sources/map-source.ts';
import type { Story } from '../../story/story.ts';
import { publishFile } from './publish-file.ts';

/** Files that a story's map shows beyond its basemap, and what pictures in the page are drawn from. */
export interface MapFiles {
  readonly sources: readonly MapSource[];
  /** By the id of the source. */
  readonly details: Readonly<Record<string, DetailFile>>;
  /** Of data layers, in drawing order. */
  readonly data: readonly ShapeFile[];
  /** Views of data layers that show some of their shapes as one from afar. */
  readonly thinned: ReadonlySet<string>;
  /** Addresses of tables that readers may take with them, by their data layer. */
  readonly downloads: Readonly<Record<string, string>>;
}

const published = new WeakMap<Detail, DetailFile>();

/** Made once, in however many languages a story is told. */
function publishOnce(detail: Detail): DetailFile {
  const file = published.get(detail) ?? publishDetail(detail);
  published.set(detail, file);
  return file;
}

async function publish(raw: RawStory, section: string, detail: Detail, root: string) {
  const file = publishOnce(detail);
  const name = { slug: raw.slug, name: section, ending: 'json' };
  return { file, src: await publishFile(root, name, JSON.stringify(file)), bounds: detailBounds(detail.meta.views) };
}

type Published = PublishedData & Pick<DataSource, 'id' | 'sections'>;

async function publishLayer(slug: string, { id, file, values, thinned, ...published }: Published, root: string) {
  const publish = (name: string, content: object): Promise<string> =>
    publishFile(root, { slug, name, ending: 'json' }, JSON.stringify(content));
  const [src, told] = await Promise.all([publish(`data-${id}`, packShapes(file)), publish(`values-${id}`, values)]);
  const source: DataSource = { ...published, id: `data-${id}`, type: 'data', src, values: told };
  return { file, source, thinned: thinned.map(({ view }) => view) };
}

/** Data layers that some section shows, each as one file, those that lie lowest first. */
function publishLayers(story: Story, root: string) {
  const byLayer = Map.groupBy(dataViews(story.sections), ({ layer }) => layer);
  const seeThrough = seeThroughViews(story);
  return Promise.all(
    [...byLayer].flatMap(([id, views]) => {
      const layer = story.dataLayers?.[id];
      if (layer === undefined) return [];
      const sections = [...new Set(views.flatMap((view) => view.sections))];
      const zoom = Math.max(
        ...story.sections.filter(({ index }) => sections.includes(index)).map((one) => nearestZoomOn(story, one)),
      );
      const made = publishData(layer, views, zoom, seeThrough);
      return [publishLayer(story.slug, { ...made, id, sections }, root)];
    }),
  );
}

/** Tables of data layers that readers may take with them. */
async function publishTables({ slug, dataLayers = {} }: Story, root: string): Promise<MapFiles['downloads']> {
  const offered = Object.values(dataLayers).filter(({ csv }) => csv !== '');
  const made = offered.map(async ({ id, csv }) => {
    return [id, await publishFile(root, { slug, name: `data-${id}`, ending: 'csv' }, csv)] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/**
 * Publishes data layers, and what was cut for the sections of a story. A cut without a section shows nothing, and is left out.
 * @param root the project's folder
 */
export async function buildMapFiles(raw: RawStory, story: Story, root: string): Promise<MapFiles> {
  const { sections } = story;
  const made = await Promise.all(
    raw.files.flatMap((file) => {
      const role = roleOf(file.path);
      const index = role.role === 'ground' ? sections.findIndex(({ id }) => id === role.name) : -1;
      if (role.role !== 'ground' || index < 0 || file.fault !== null) return [];
      const id = `detail-${role.name}`;
      return [publish(raw, role.name, file.data as Detail, root).then((done) => ({ ...done, id, index }))];
    }),
  );
  const layers = await publishLayers(story, root);
  const details = made.map(
    ({ id, src, bounds, index }) => ({ id, type: 'detail', src, bounds, sections: [index] }) as const,
  );
  return {
    sources: [...details, ...layers.map(({ source }) => source)],
    data: layers.map(({ file }) => file),
    thinned: new Set(layers.flatMap(({ thinned }) => thinned)),
    downloads: await publishTables(story, root),
    details: Object.fromEntries(made.map(({ id, file }) => [id, file])),
  };
}

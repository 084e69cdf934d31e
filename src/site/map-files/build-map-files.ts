import type { Detail } from '../../basemap/detail/detail.ts';
import type { DetailFile } from '../../basemap/detail/detail-file.ts';
import { detailBounds, publishDetail } from '../../basemap/detail/publish-detail.ts';
import { type RawStory, roleOf } from '../../content/files/raw.ts';
import type { MapSource } from '../../story/sources/map-source.ts';
import type { Story } from '../../story/story.ts';
import { publishFile } from './publish-file.ts';

/** Files that a story's map shows beyond its basemap, and what pictures in the page are drawn from. */
export interface MapFiles {
  readonly sources: readonly MapSource[];
  /** By the id of the source. */
  readonly details: Readonly<Record<string, DetailFile>>;
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

/**
 * Publishes what was cut for the sections of a story. A cut without a section shows nothing, and is left out.
 * @param root the project's folder
 */
export async function buildMapFiles(raw: RawStory, { sections }: Story, root: string): Promise<MapFiles> {
  const made = await Promise.all(
    raw.files.flatMap((file) => {
      const role = roleOf(file.path);
      const index = role.role === 'ground' ? sections.findIndex(({ id }) => id === role.name) : -1;
      if (role.role !== 'ground' || index < 0 || file.fault !== null) return [];
      const id = `detail-${role.name}`;
      return [publish(raw, role.name, file.data as Detail, root).then((done) => ({ ...done, id, index }))];
    }),
  );
  return {
    sources: made.map(({ id, src, bounds, index }) => ({ id, type: 'detail', src, bounds, sections: [index] })),
    details: Object.fromEntries(made.map(({ id, file }) => [id, file])),
  };
}

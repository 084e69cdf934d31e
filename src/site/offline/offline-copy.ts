import { findStories, type StoryPages } from '../edition/edition.ts';
import { toBase64 } from '../edition/single-file-scripts.ts';
import { elementsOf } from '../links/html-references.ts';
import { edited, relativeUrl } from '../links/reference.ts';
import { filesNeededBy, type SiteFiles, textOf, toBytes } from '../links/site-files.ts';
import { digest, toHex } from '../manifest/build-manifest.ts';
import { isFilm, onePerPicture } from '../media/media-paths.ts';

/** Beside the story's page, so that the folder it lies in is what it keeps watch over. */
const WORKER = 'service-worker.js';
/** Files below it are named after what is in them: what the page has fetched already need not be fetched again. */
const NAMED_BY_CONTENT = /^_(astro|media|map)\//;
/** The part of the page that offers the copy, until it is told of what. */
const OFFER = 'data-offline';

const sizeOf = (files: SiteFiles, paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);

/** What a worker keeps of a story: films and recordings only where the reader asks for them. */
interface KeptPaths {
  readonly paths: readonly string[];
  readonly films: readonly string[];
}

function keptPaths(files: SiteFiles, { page, pages, frames }: StoryPages): KeptPaths {
  const needed = onePerPicture(filesNeededBy(files, [page, ...pages, ...frames]));
  return { paths: needed.filter((path) => !isFilm(path)), films: needed.filter(isFilm) };
}

async function renderWorker(
  files: SiteFiles,
  worker: string,
  { paths, films }: KeptPaths,
  code: string,
): Promise<string> {
  const entryOf = async (path: string) => {
    const sha256 = await digest(files.get(path) ?? new Uint8Array());
    return {
      url: relativeUrl(worker, path),
      revision: NAMED_BY_CONTENT.test(path) ? null : toHex(sha256).slice(0, 16),
      integrity: `sha256-${toBase64(sha256)}`,
    };
  };
  const [kept, extra] = await Promise.all([paths, films].map((list) => Promise.all(list.map(entryOf))));
  const lists = [
    `self.storyFiles=${JSON.stringify(kept)};`,
    ...(films.length > 0 ? [`self.storyFilms=${JSON.stringify(extra)};`] : []),
  ];
  return `${lists.join('')}\n${code}`;
}

async function withWorker(files: SiteFiles, edition: StoryPages, code: string): Promise<SiteFiles> {
  const { page } = edition;
  const html = textOf(files, page);
  const offer = elementsOf(html).flatMap(({ sourceCodeLocation }) => sourceCodeLocation?.attrs?.[OFFER] ?? []);
  const [place] = offer;
  if (!place) return files;
  const kept = keptPaths(files, edition);
  const { paths, films } = kept;
  const ofFilms = films.length > 0 ? ` data-films="${films.length}" data-film-bytes="${sizeOf(files, films)}"` : '';
  const text = `data-worker="${WORKER}" data-files="${paths.length}" data-bytes="${sizeOf(files, paths)}"${ofFilms}`;
  const offered = edited(html, [{ start: place.startOffset, end: place.endOffset, text }]);
  const next = new Map(files).set(page, toBytes(offered));
  const worker = page.replace(/[^/]+$/, WORKER);
  return next.set(worker, toBytes(await renderWorker(next, worker, kept, code)));
}

const WITHDRAWN_PAGE = /^[^/]+\/[^/]+\/index\.html$/;

/** The programs of a site's service workers: one keeps a story, one takes away what was kept of a withdrawn one. */
export interface WorkerPrograms {
  readonly keep: string;
  readonly withdraw: string;
}

/**
 * Gives each story of a site a service worker that can keep it, and its page what there is to say about the copy; each
 * withdrawn story, where its worker was, one that takes the copies away.
 */
export async function withOfflineCopies(files: SiteFiles, { keep, withdraw }: WorkerPrograms): Promise<SiteFiles> {
  const withdrawn = [...files.keys()].filter(
    (path) => WITHDRAWN_PAGE.test(path) && textOf(files, path).includes('data-withdrawn'),
  );
  let result = new Map([
    ...files,
    ...withdrawn.map((path) => [path.replace(/[^/]+$/, WORKER), toBytes(withdraw)] as const),
  ]) as SiteFiles;
  for (const edition of findStories(files)) result = await withWorker(result, edition, keep);
  return result;
}

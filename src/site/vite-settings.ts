import { blankFrontmatter } from './plugins/blank-frontmatter.ts';
import { contentRoot } from './plugins/content-root.ts';
import { definitionParts } from './plugins/definition-parts.ts';
import { lateReload } from './plugins/late-reload.ts';
import { mapStyles } from './plugins/map-styles.ts';
import { moduleWorker } from './plugins/module-worker.ts';

interface ModuleContext {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Parts of the program that touch no document, and so may run in a worker. */
const PURE = /\/src\/(story|geo|i18n|basemap|typography|marks|labels)\//;
const STORY_MAP = /\/src\/reader\/player\/story-map/;

/** Whether a module comes with the one that moves the map: `import()` is not followed. */
function movesTheMap(id: string, context: ModuleContext, seen: ReadonlySet<string> = new Set()): boolean {
  if (STORY_MAP.test(id)) return true;
  const importers = context.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => !seen.has(importer) && movesTheMap(importer, context, new Set([...seen, id])));
}

/**
 * Libraries change seldom: chunks of their own stay in the reader's cache when our code changes; Vite's wrapper of
 * `import()` is one of them. What marks are made with is fetched after what moves the map. The placement worker shares
 * chunks with the page: none of them may touch the document, so what it needs is kept apart from what does.
 */
const CHUNKS = [
  { name: 'libraries', priority: 3, test: /node_modules\/(scrollama|d3-interpolate)|vite\/preload-helper/ },
  {
    name: (id: string, context: ModuleContext) => (movesTheMap(id, context) ? 'scenes' : null),
    priority: 2.5,
    test: PURE,
  },
  { name: 'story-map', priority: 2, test: STORY_MAP },
  { name: 'placement', priority: 1.5, test: /src\/reader\/placement\/placement-service/ },
  { name: 'story-marks', priority: 1, test: /src\/reader\/player\/story-marks/ },
];

/** How the site's scripts and styles are built and served. */
export const viteSettings = () => ({
  // A file is read once it is written whole: programs empty it first, and what comes after that may go unheard.
  server: { watch: { awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } } },
  plugins: [moduleWorker(), definitionParts(), contentRoot(), blankFrontmatter(), lateReload(), mapStyles()],
  environments: {
    client: {
      build: {
        // It puts what is used once where it is used: 3 % less to send than from Vite's own minifier.
        minify: 'terser' as const,
        rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
      },
    },
  },
  build: {
    // MapLibre is one megabyte before compression and comes after the first picture.
    chunkSizeWarningLimit: 1200,
    // For the client; Astro hands on no options of its own environment.
    terserOptions: { compress: { ecma: 2020 as const, passes: 2 } },
  },
});

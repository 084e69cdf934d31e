import { blankFrontmatter } from './plugins/blank-frontmatter.ts';
import { contentRoot } from './plugins/content-root.ts';
import { definitionParts } from './plugins/definition-parts.ts';
import { lateReload } from './plugins/late-reload.ts';
import { mediaFigures } from './plugins/media-figures.ts';
import { moduleWorker } from './plugins/module-worker.ts';
import { ownComponents } from './plugins/own-components.ts';
import { ownKinds } from './plugins/own-kinds.ts';
import { siteTheme } from './plugins/site-theme.ts';
import { toldLanguages } from './plugins/told-languages.ts';
import type { SiteTheme } from './theme/define-theme.ts';

interface ModuleContext {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Parts of the program that touch no document, and so may run in a worker. */
const RUNS_IN_WORKER = /\/src\/(story|geo|i18n|theme|data|basemap|typography|marks|labels|annotations|charts)\//;
const STORY_MAP = /\/src\/reader\/player\/story-map/;
const STORY_MARKS = /\/src\/reader\/player\/story-marks/;
const LIGHT_STAGE = /\/src\/reader\/stages\/light\/light-stage/;
const PLACEMENT = /\/src\/reader\/placement\/placement-service/;

/** Whether a module comes with another one: `import()` is not followed. */
function comesWith(root: RegExp, id: string, context: ModuleContext): boolean {
  const users = new Set([id]);
  // A set that grows is walked to its end.
  for (const user of users) for (const importer of context.getModuleInfo(user)?.importers ?? []) users.add(importer);
  return [...users].some((user) => root.test(user));
}

/**
 * Libraries change seldom: chunks of their own stay in the reader's cache when our code changes; Vite's wrapper of
 * `import()` is one of them. What marks are made with is fetched after what moves the map. The placement worker shares
 * chunks with the page: none of them may touch the document, so what both need is kept apart from what only one does.
 */
const CHUNKS = [
  { name: 'libraries', priority: 4, test: /node_modules\/(scrollama|d3-interpolate)|vite\/preload-helper/ },
  {
    name: (id: string, context: ModuleContext) => (comesWith(STORY_MAP, id, context) ? 'scenes' : null),
    priority: 3,
    test: RUNS_IN_WORKER,
  },
  { name: 'story-map', priority: 2, test: STORY_MAP },
  // What every worker answers with; each of them fetches nothing else of another.
  { name: 'answer-calls', priority: 2, test: /\/src\/reader\/loading\/answer-calls/ },
  { name: 'd3', priority: 2, test: /node_modules\/d3-selection/ },
  {
    name: (id: string, context: ModuleContext) =>
      comesWith(STORY_MARKS, id, context) && comesWith(PLACEMENT, id, context) ? 'marks' : null,
    priority: 1.5,
    test: RUNS_IN_WORKER,
  },
  { name: 'placement', priority: 1.2, test: PLACEMENT },
  { name: 'story-marks', priority: 1, test: STORY_MARKS },
  { name: 'light-stage', priority: 0.8, test: LIGHT_STAGE },
];

/** How the site's scripts and styles are built and served. */
export const viteSettings = (theme: SiteTheme) => ({
  // A file is read once it is written whole: programs empty it first, and what comes after that may go unheard.
  server: { watch: { awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } } },
  plugins: [
    moduleWorker(),
    definitionParts(),
    contentRoot(),
    blankFrontmatter(),
    ownKinds(),
    ownComponents(),
    mediaFigures(),
    lateReload(),
    siteTheme(theme),
    toldLanguages(),
  ],
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

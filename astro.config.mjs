import mdx from '@astrojs/mdx';
import { defineConfig, fontProviders } from 'astro/config';
import { packBasemap } from './src/basemap/packed.ts';
import { authorMode } from './src/site/authoring/author-mode.ts';
import { offline } from './src/site/integration.ts';
import { contentCheck } from './src/site/plugins/content-check.ts';
import { contentLines } from './src/site/plugins/content-lines.ts';
import { definitionParts } from './src/site/plugins/definition-parts.ts';
import { embedLoader } from './src/site/plugins/embed-loader.ts';
import { lateReload } from './src/site/plugins/late-reload.ts';
import { mapStyles } from './src/site/plugins/map-styles.ts';
import { moduleWorker } from './src/site/plugins/module-worker.ts';
import { addPolicy } from './src/site/plugins/page-policy.ts';
import { subsetLatinFont } from './src/site/plugins/subset-font.ts';
import { ARABIC_BLOCKS, ARABIC_FACE, LATIN_FACE, SMALL_OPTICAL_SIZE, WEIGHTS } from './src/typography/faces.ts';

const fontFile = (path) => ({ src: [path] });

const ARABIC_RANGE = ARABIC_BLOCKS.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`);

/** Without fallbacks: those of arabic.css follow it. */
const naskh = (cssVariable, path, weight) => ({
  provider: fontProviders.local(),
  name: ARABIC_FACE.family,
  cssVariable,
  fallbacks: [],
  optimizedFallbacks: false,
  options: { variants: [{ ...fontFile(path), weight, style: 'normal', unicodeRange: ARABIC_RANGE }] },
});

/** Fallback fonts are made as wide and high in base.css: Astro reckons with one size of a face that has many. */
const newsreader = (cssVariable, path) => ({
  provider: fontProviders.local(),
  name: LATIN_FACE.family,
  cssVariable,
  fallbacks: ['Like Newsreader', 'Like Newsreader, for Android', 'Georgia', 'serif'],
  optimizedFallbacks: false,
  options: {
    variants: [
      { ...fontFile(path), weight: `${WEIGHTS.min} ${WEIGHTS.max}`, style: 'normal' },
      { ...fontFile(LATIN_FACE.italic), weight: '400', style: 'italic' },
    ],
  },
});

/**
 * Libraries change seldom: chunks of their own stay in the reader's cache when our code changes; Vite's wrapper of
 * `import()` is one of them. What marks are made with is fetched after what moves the map. The placement worker shares
 * chunks with the page: none of them may touch the document, so what it needs is kept apart from what does.
 */
const CHUNKS = [
  { name: 'libraries', priority: 3, test: /node_modules\/(scrollama|d3-interpolate)|vite\/preload-helper/ },
  { name: 'scenes', priority: 2.5, test: /src\/(story|geo|i18n)\/|src\/basemap\/(themes|mix-colors)/ },
  { name: 'story-map', priority: 2, test: /src\/reader\/player\/story-map/ },
  { name: 'placement', priority: 1.5, test: /src\/reader\/placement\/placement-service/ },
  { name: 'story-marks', priority: 1, test: /src\/reader\/player\/story-marks/ },
];

export default defineConfig({
  // Set when the site has a public address; canonical and social URLs are absolute only then.
  ...(process.env.SITE ? { site: process.env.SITE } : {}),
  trailingSlash: 'always',
  integrations: [
    contentCheck(),
    mdx(),
    embedLoader(),
    offline({
      finishPage: (html) => addPolicy(html),
      packBasemap: (text) => JSON.stringify(packBasemap(JSON.parse(text))),
    }),
    authorMode(),
  ],
  devToolbar: { enabled: false },
  vite: {
    // A file is read once it is written whole: programs empty it first, and what comes after that may go unheard.
    server: { watch: { awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } } },
    plugins: [moduleWorker(), definitionParts(), contentLines(), lateReload(), mapStyles()],
    environments: {
      client: {
        build: {
          // It puts what is used once where it is used: 3 % less to send than from Vite's own minifier.
          minify: 'terser',
          rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
        },
      },
    },
    build: {
      // MapLibre is one megabyte before compression and comes after the first picture.
      chunkSizeWarningLimit: 1200,
      // For the client; Astro hands on no options of its own environment.
      terserOptions: { compress: { ecma: 2020, passes: 2 } },
    },
  },
  fonts: [
    newsreader('--font-latin', await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS })),
    newsreader(
      '--font-latin-names',
      await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS, opsz: SMALL_OPTICAL_SIZE }),
    ),
    naskh('--font-naskh', ARABIC_FACE.variable, `${WEIGHTS.min} ${WEIGHTS.max}`),
    naskh('--font-naskh-names', ARABIC_FACE.regular, `${WEIGHTS.min}`),
  ],
});

import { type SiteFiles, toBytes } from '../../../src/site/links/site-files.ts';
import { MANIFEST } from '../../../src/site/manifest/build-manifest.ts';

const STORY = `<!doctype html><html><head><meta charset="utf-8"><title>Up the Nile</title>
<link rel="canonical" href="index.html"><link rel="icon" href="../../icon.svg"><meta property="og:url" content="index.html">
<link rel="preload" href="../../_astro/f.woff2" as="font"><style>@font-face{src:url(../../_astro/f.woff2)}</style></head><body>
<story-map data-basemap="../../basemap/nile.topo.json" data-worker="service-worker.js"><p><a href="index.html">Nile</a>
<a href="sources/index.html">Sources</a> <a href="sources/index.html#b">B</a> <a href="../../ar/nile/index.html">ar</a>
<a href="https://example.org/">out</a></p></story-map><script type="module" src="../../_astro/m.js"></script></body></html>`;

const SOURCES = `<!doctype html><html><head><title>Sources</title><style>.article{margin:0}</style></head><body>
<main class="article"><h1>Sources</h1><p id="b">See <a href="../index.html#delta">the delta</a>.</p></main></body></html>`;

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Stories</title>',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'en/nile/index.html': STORY,
  'en/nile/sources/index.html': SOURCES,
  'en/nile/service-worker.js': '',
  'ar/nile/index.html': STORY.replaceAll('sources/', ''),
  '_astro/m.js': 'import{n}from"./n.js";const later=()=>import("./late.js");export{later,n};',
  '_astro/n.js': 'export const n="</script>";',
  '_astro/late.js': 'import{n}from"./n.js";new Worker(new URL("worker.js",import.meta.url).href);',
  '_astro/worker.js': 'postMessage(1)',
  '_astro/f.woff2': 'font',
  '_astro/other.js': 'unused',
  'basemap/nile.topo.json': '{}',
  'basemap/LICENCES.md': 'ODbL',
  [MANIFEST]: JSON.stringify({ files: [], licences: {} }),
};

/** A site with one story in two languages, as small as it can be. */
export const tinySite: SiteFiles = new Map(Object.entries(FILES).map(([path, text]) => [path, toBytes(text)]));

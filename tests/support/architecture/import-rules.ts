import { posix } from 'node:path';
import { importsOf, type SourceImport, type SourceUnit } from './source-unit.ts';

/** A broken rule of the architecture. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

export const PURE: readonly string[] = [
  'story',
  'content',
  'geo',
  'typography',
  'i18n',
  'marks',
  'labels',
  'labels/section',
  'annotations',
  'annotations/fields',
  'annotations/registry',
  'charts',
  'data',
  'basemap',
  'theme',
  'pictures',
  'embed/protocol',
  'embed/snippets',
];
const PAGE = ['components', 'layouts', 'pages', 'content.ts', 'content.config.ts'];
const OF_PAGE = [
  ...PURE,
  'components',
  'layouts',
  'content.ts',
  'styles',
  'site/meta',
  'site/content',
  'site/media',
  'site/map-files',
];
/** What draws needs no knowledge of authors' files. */
const DRAWING = PURE.filter((part) => part !== 'content');
const SITE = ['site', 'site/content', 'site/map-files', 'site/media', 'site/meta', 'site/theme'];

/** What the file of a kind of annotation or chart may use. */
const KIND = ['geo', 'i18n', 'typography', 'story', 'data', 'marks', 'labels', 'annotations/fields'];

/** Who may import whom, as `src/README.md` says as well. A part may always import itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  geo: [],
  i18n: [],
  'embed/protocol': [],
  'embed/snippets': ['i18n'],
  theme: [],
  typography: ['i18n', 'story', 'theme'],
  story: ['geo'],
  data: ['geo', 'i18n', 'story', 'theme'],
  marks: ['geo', 'i18n', 'typography', 'story'],
  labels: ['geo', 'i18n', 'typography', 'story', 'marks'],
  'annotations/fields': [],
  'annotations/registry': ['story', 'marks', 'labels', 'annotations', 'charts'],
  annotations: [...KIND, 'annotations/registry'],
  charts: [...KIND, 'annotations'],
  basemap: ['geo', 'i18n', 'story', 'data', 'marks', 'theme'],
  'labels/section': [...DRAWING.filter((part) => part !== 'pictures'), 'labels'],
  pictures: PURE,
  content: ['geo', 'i18n', 'story', 'data', 'theme', 'annotations/fields', 'annotations/registry'],
  reader: [...DRAWING, 'embed/frame'],
  'embed/frame': ['embed/protocol'],
  'embed/loader': ['embed/protocol'],
  author: [...PURE, 'reader'],
  'site/meta': [...PURE, 'site/theme'],
  'site/content': [...PURE, 'site/media', 'site/theme'],
  'site/media': PURE,
  'site/map-files': PURE,
  'site/theme': PURE,
  site: [...PURE, ...SITE],
  cli: [...PURE, ...SITE],
  ...Object.fromEntries(PAGE.map((part) => [part, OF_PAGE])),
};

/** Functions of `d3` that touch the document, the network or the clock. */
const D3_DOM = new Set([
  ...['*', 'select', 'selectAll', 'create', 'creator', 'selection', 'selector', 'selectorAll', 'local', 'style'],
  ...['transition', 'active', 'interrupt', 'pointer', 'pointers', 'drag', 'dragEnable', 'dragDisable', 'zoom'],
  ...['brush', 'brushX', 'brushY', 'brushSelection', 'axisTop', 'axisRight', 'axisBottom', 'axisLeft'],
  ...['timer', 'timeout', 'interval', 'now', 'json', 'csv', 'tsv', 'text', 'xml', 'html', 'svg', 'image', 'blob'],
]);
const D3_DOM_PACKAGES = /^d3-(selection|transition|drag|zoom|brush|axis|timer|fetch)$/;

interface Owner {
  readonly library: string;
  readonly matches: (found: SourceImport) => boolean;
  readonly isOwner: (path: string, found: SourceImport) => boolean;
}

const OWNERS: readonly Owner[] = [
  {
    library: 'maplibre-gl',
    matches: ({ specifier }) => /^maplibre-gl(\/|$)/.test(specifier),
    isOwner: (path, found) =>
      path === 'reader/stages/maplibre-stage.ts' || (found.isTypeOnly && path.startsWith('basemap/')),
  },
  {
    library: 'scrollama',
    matches: ({ specifier }) => specifier === 'scrollama',
    isOwner: (path) => path === 'reader/scroll/scroll-progress.ts',
  },
  {
    library: "d3's DOM functions",
    matches: ({ specifier, names, isTypeOnly }) =>
      D3_DOM_PACKAGES.test(specifier) || (specifier === 'd3' && !isTypeOnly && names.some((name) => D3_DOM.has(name))),
    isOwner: (path) => path === 'reader/player/annotation-layer.ts',
  },
  {
    library: 'astro:content',
    matches: ({ specifier }) => specifier === 'astro:content',
    isOwner: (path) => path === 'content.ts' || path === 'content.config.ts',
  },
  {
    library: 'node:',
    matches: ({ specifier }) => specifier.startsWith('node:'),
    isOwner: (path) => path.startsWith('cli/') || path.startsWith('site/'),
  },
];

/** The part of the architecture a file belongs to: its folder, or the file itself at the top of `src/`. */
export function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  const inner = `${first}/${second.replace(/\.ts$/, '')}`;
  return inner in MAY_IMPORT ? inner : first;
}

/** Path below `src/` that a relative import names, or null for a package. Paths outside `src/` begin with `../`. */
export function resolveImport(path: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.normalize(posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')));
}

function partProblem(unit: SourceUnit, target: string): string | null {
  const from = partOf(unit.path);
  const to = partOf(target);
  const allowed = MAY_IMPORT[from];
  if (!allowed) return `"${from}" is not a part of the architecture; name it in the import table first`;
  if (from === to || target.startsWith('../')) return null;
  if (unit.context === 'script' && to === 'reader') return null;
  if (allowed.includes(to)) return null;
  const hint = to === 'reader' ? ' outside a <script>' : '';
  return `${from} may not import ${to}${hint} (${target}); it may import ${allowed.join(', ') || 'nothing'}`;
}

function importProblems(unit: SourceUnit, found: SourceImport): readonly string[] {
  const problems: string[] = [];
  for (const owner of OWNERS) {
    if (owner.matches(found) && !owner.isOwner(unit.path, found)) {
      problems.push(`imports ${found.specifier} (${found.names.join(', ')}), but ${owner.library} has another owner`);
    }
  }
  const target = resolveImport(unit.path, found.specifier);
  if (target === null) return problems;
  if (!/\.[a-z]+$/.test(target)) problems.push(`imports ${found.specifier} without its file ending`);
  const problem = partProblem(unit, target);
  return problem ? [...problems, problem] : problems;
}

/** Imports that `MAY_IMPORT` does not allow. Type imports obey too. */
export function checkImports(units: readonly SourceUnit[]): readonly Violation[] {
  return units.flatMap((unit) =>
    importsOf(unit).flatMap((found) => importProblems(unit, found).map((message) => ({ path: unit.path, message }))),
  );
}

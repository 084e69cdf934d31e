import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { TABLE_CHARTS } from '../../charts/table-charts/table-charts.ts';
import { roleOf } from '../../content/files/raw.ts';

const LIST = 'virtual:own-kinds';
/** What comes with a story alone; its scripts are called so, too. */
const OF_STORY = /^virtual:own-kinds\/own-(drawn|placed|worker)-([a-z0-9-]+)$/;

/** Modules of the kinds of each story that has any, by its slug. */
export function ownKindFiles(root: string): ReadonlyMap<string, readonly string[]> {
  const stories = join(root, 'content', 'stories');
  const slugs = existsSync(stories) ? readdirSync(stories) : [];
  const filesIn = (slug: string): readonly string[] =>
    ['annotations', 'charts'].flatMap((folder) => {
      const path = join(stories, slug, folder);
      const files = existsSync(path) ? readdirSync(path).toSorted() : [];
      return files.filter((file) => roleOf(`${folder}/${file}`).role === 'kind').map((file) => join(path, file));
    });
  return new Map(slugs.map((slug) => [slug, filesIn(slug)] as const).filter(([, files]) => files.length > 0));
}

const TABLE_KINDS = new RegExp(`kind:\\s*["']?(${TABLE_CHARTS.map(({ kind }) => kind).join('|')})\\b`);

/** Whether a story shows charts from tables, too: they are placed by the same worker. */
function hasTableCharts(root: string, slug: string): boolean {
  const folder = join(root, 'content', 'stories', slug);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
  return files.some((file) => TABLE_KINDS.test(readFileSync(join(folder, file), 'utf8')));
}

const text = JSON.stringify;

function renderList(slugs: readonly string[]): string {
  const entries = slugs.map((slug) => `${text(slug)}: () => import(${text(`${LIST}/own-drawn-${slug}`)})`);
  return `export const OWN_KINDS = { ${entries.join(', ')} };`;
}

function renderKinds(files: readonly string[], part: string): string {
  const names = files.map((_, index) => `kind${index}`);
  const imports = files.map((file, index) => `import ${names[index]} from ${text(`${file}?part=${part}`)};`);
  return `${imports.join('\n')}\nconst KINDS = [${names.join(', ')}];`;
}

const OWN = `import { addOwnKinds } from '/src/annotations/own/own-kinds.ts';`;

/** A module of one story: what the page draws with, what places, in a worker or in the page, or that worker. */
function renderModule(part: string, slug: string, files: readonly string[], hasTableCharts: boolean): string {
  const placed = `${LIST}/own-placed-${slug}`;
  if (part === 'drawn')
    return `${OWN}
${renderKinds(files, 'draw')}
import workerUrl from '${LIST}/own-worker-${slug}?module-worker';
const load = () => import(${text(placed)});
export function addDrawn(tell) { addOwnKinds(${text(slug)}, KINDS, tell); return { workerUrl, load }; }`;
  if (part === 'placed')
    return `${OWN}
${hasTableCharts ? "import '/src/reader/kinds/placed-kinds.ts';" : ''}
${renderKinds(files, 'place')}
addOwnKinds(${text(slug)}, KINDS);`;
  return `import ${text(placed)};
import { answerPlacement } from '/src/reader/placement/answer-placement.ts';
answerPlacement();`;
}

/** Whether a path is that of a kind of some story's own. */
function isKindFile(path: string): boolean {
  const inStory = /\/content\/stories\/[^/]+\/(.+)$/.exec(path)?.[1] ?? '';
  return roleOf(inStory).role === 'kind';
}

/**
 * A Vite plugin: `virtual:own-kinds` finds the kinds that lie in stories' folders. Each story's come in scripts of their own,
 * which the pages of that story alone fetch.
 */
export function ownKinds(): Plugin {
  let root = '';
  return {
    name: 'own-kinds',
    configResolved(config) {
      root = config.root;
    },
    // While a site is written: a kind that comes or goes changes the lists, which no file holds. The page comes anew by itself.
    hotUpdate({ type, file }) {
      if (type === 'update' || !isKindFile(file)) return;
      const { moduleGraph } = this.environment;
      for (const one of moduleGraph.idToModuleMap.values())
        if (one.id?.startsWith(LIST)) moduleGraph.invalidateModule(one);
    },
    resolveId: (id) => (id === LIST || OF_STORY.test(id) ? id : undefined),
    load(id) {
      if (id === LIST) return renderList([...ownKindFiles(root).keys()]);
      const [, part, slug = ''] = OF_STORY.exec(id) ?? [];
      if (part === undefined) return undefined;
      const code = renderModule(part, slug, ownKindFiles(root).get(slug) ?? [], hasTableCharts(root, slug));
      return { code, moduleSideEffects: true };
    },
  };
}

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createServer } from 'vite';
import { importsOf, withStylesInPlace } from '../../../../src/site/plugins/own-components.ts';
import { ownKindFiles, ownKinds } from '../../../../src/site/plugins/own-kinds.ts';

const VOLCANO = join(import.meta.dirname, '../../../fixtures/sites/volcano');

test('a story’s kinds are the files in its folders, without what they share', () => {
  const found = ownKindFiles(VOLCANO);
  assert.deepEqual([...found.keys()], ['the-ferry']);
  assert.deepEqual(
    found.get('the-ferry')?.map((path) => basename(path)),
    ['lantern.ts', 'wind-rose.ts', 'sea-state.ts'],
  );
  assert.deepEqual(ownKindFiles('/nowhere').size, 0);
});

/** A site with one story, as `npm run dev` serves it. */
async function writtenSite(kinds: readonly string[]) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'own-kinds-')));
  const folder = join(root, 'content', 'stories', 'sea', 'annotations');
  const program = join(root, 'src', 'annotations', 'own');
  for (const path of [folder, program]) await mkdir(path, { recursive: true });
  await writeFile(join(program, 'own-kinds.ts'), 'export const addOwnKinds = () => {};');
  const pathOf = (kind: string): string => join(folder, `${kind}.ts`);
  for (const kind of kinds) await writeFile(pathOf(kind), 'export default {};');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [ownKinds()],
  });
  const served = async (id: string): Promise<string> =>
    (await server.environments.client.transformRequest(id))?.code ?? '';
  const close = async (): Promise<void> => {
    await server.close();
    await rm(root, { recursive: true, force: true });
  };
  // What a watcher of the disk would tell, without waiting for one to begin.
  const add = async (kind: string): Promise<void> => {
    await writeFile(pathOf(kind), 'export default {};');
    server.watcher.emit('add', pathOf(kind));
  };
  const remove = async (kind: string): Promise<void> => {
    await rm(pathOf(kind));
    server.watcher.emit('unlink', pathOf(kind));
  };
  return { add, remove, served, close };
}

const WAIT_MS = 20_000;

/** What is told is taken up a little later. */
async function until(isSo: () => Promise<boolean>, from = Date.now()): Promise<void> {
  if (await isSo()) return;
  assert.ok(Date.now() - from < WAIT_MS, 'it does not come');
  await setTimeout(20);
  await until(isSo, from);
}

test('while a site is written, the scripts that pages fetch know a kind that comes, and not one that is gone', async () => {
  const { add, remove, served, close } = await writtenSite(['buoy']);
  try {
    const placed = (): Promise<string> => served('virtual:own-kinds/own-placed-sea');
    assert.match(await placed(), /buoy/);
    await add('seal');
    await until(async () => /buoy.*seal/s.test(await placed()));
    await remove('buoy');
    await until(async () => !/buoy/.test(await placed()));
    assert.match(await served('virtual:own-kinds'), /own-drawn-sea/);
  } finally {
    await close();
  }
});

const SECTION = '/site/content/stories/sea/en/10-sea.mdx';
const imports = (body: string, file = SECTION, there = ['Tide']) =>
  importsOf(body, file, (path) => there.some((name) => path === `/site/content/stories/sea/components/${name}.astro`));

test('styles of a component stay where it stands until its page is finished', () => {
  assert.equal(withStylesInPlace('<p/><style>a{}</style>'), '<p/><style data-own-style is:inline>a{}</style>');
  assert.equal(withStylesInPlace('<style is:inline>'), '<style is:inline>');
  assert.equal(withStylesInPlace('<style lang="css">'), '<style data-own-style is:inline lang="css">');
});

test('a text imports the components of its story that it names, each once', () => {
  assert.equal(imports('<Tide/>\n\nwords <Tide high="1"/>'), "import Tide from '../components/Tide.astro'");
  assert.equal(imports('<Fact id="a"/> <b>x</b> <Ebb/>'), '');
  assert.equal(imports('`<Tide/>`'), '');
  assert.equal(imports('<Tide'), '');
  assert.equal(imports('<Tide/>', '/site/src/pages/about.mdx'), '');
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type BuildEffects, buildIfNeeded, buildSite, withoutDirectiveNoise } from '../../../src/cli/build.ts';
import { hashSources } from '../../../src/site/content/source-hash.ts';

let root = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-'));
  await mkdir(join(root, 'src'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'src', 'a.ts'), 'export {};');
  await writeFile(join(root, 'dist', 'index.html'), '');
});
after(() => rm(root, { recursive: true }));

function recorded(code: number, output: string, site = '') {
  const printed: string[] = [];
  let runs = 0;
  const effects: BuildEffects = {
    run: (_file, _args, { env }) => {
      runs += 1;
      assert.equal(env?.['SITE'], site);
      return Promise.resolve({ code, output });
    },
    print: (line) => printed.push(line),
    now: () => 0,
    site,
  };
  return { effects, printed, runs: () => runs };
}

const SAID = [
  '10:00:00 [build] Building static entrypoints...',
  '10:00:01 [WARN] [vite] [MODULE_LEVEL_DIRECTIVE] Module level directives cause errors when bundled',
  '  ╭─[ content/stories/nile/en/index.mdx:1:1 ]',
  '10:00:02 [WARN] something real',
  '10:00:03 [build] 4 page(s) built in 3.00s',
].join('\n');

test("the bundler's noise about directives is left out, with what it quotes, and nothing else", () => {
  assert.deepEqual(withoutDirectiveNoise(SAID.split('\n')), [
    '10:00:00 [build] Building static entrypoints...',
    '10:00:02 [WARN] something real',
    '10:00:03 [build] 4 page(s) built in 3.00s',
  ]);
});

test('of a good build one reads the warnings and the sum', async () => {
  const { effects, printed } = recorded(0, SAID);
  assert.equal(await buildSite(root, effects), true);
  assert.deepEqual(printed, ['10:00:02 [WARN] something real', 'Built 4 pages in 0.0 s.']);
});

test('how far a step of minutes has come is said while it goes on', async () => {
  const { effects, printed } = recorded(0, SAID);
  const run: BuildEffects['run'] = (file, args, options) => {
    options.onLine?.('10:00:01 [story-map] ferry: 20 of 100 media files');
    options.onLine?.('10:00:01 [story-map] something else');
    assert.deepEqual(printed, ['ferry: 20 of 100 media files']);
    return effects.run(file, args, options);
  };
  assert.equal(await buildSite(root, { ...effects, run }), true);
});

test('of a failed build one reads what went wrong', async () => {
  const { effects, printed } = recorded(1, '10:00:00 [build] fine\n10:00:01 [ERROR] no\n  at this place');
  assert.equal(await buildSite(root, effects), false);
  assert.deepEqual(printed, ['10:00:01 [ERROR] no', '  at this place', 'The site was not built.']);
});

test('builds once, again after a change, and again after a failure', async () => {
  const good = recorded(0, '');
  await buildIfNeeded(root, good.effects);
  await buildIfNeeded(root, good.effects);
  assert.equal(good.runs(), 1);
  await writeFile(join(root, 'src', 'a.ts'), 'export const a = 1;');
  const bad = recorded(1, '');
  assert.equal(await buildIfNeeded(root, bad.effects), false);
  assert.equal(await buildIfNeeded(root, good.effects), true);
  assert.equal(good.runs(), 2);
});

test('pages that name another address are built again, and again once they name none', async () => {
  const here = recorded(0, '');
  await buildIfNeeded(root, here.effects);
  const elsewhere = recorded(0, '', 'https://example.org');
  await buildIfNeeded(root, elsewhere.effects);
  await buildIfNeeded(root, elsewhere.effects);
  assert.equal(elsewhere.runs(), 1);
  const before = here.runs();
  await buildIfNeeded(root, here.effects);
  assert.equal(here.runs(), before + 1);
});

test('the digest of sources changes with names and contents, and with nothing else', async () => {
  const before = await hashSources(root, ['src', 'content']);
  assert.equal(await hashSources(root, ['src', 'content']), before);
  await writeFile(join(root, 'src', 'b.ts'), '');
  const added = await hashSources(root, ['src', 'content']);
  assert.notEqual(added, before);
  await rm(join(root, 'src', 'b.ts'));
  assert.equal(await hashSources(root, ['src', 'content']), before);
});

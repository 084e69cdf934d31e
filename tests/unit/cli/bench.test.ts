import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { benchStory } from '../../../src/cli/bench/bench-story.ts';
import { renderBuildTable } from '../../../src/cli/bench/build-table.ts';
import type { ScrollFrame } from '../../../src/cli/bench/measure-scroll.ts';
import { quantile, renderScrollTable } from '../../../src/cli/bench/scroll-table.ts';
import { parseBench } from '../../../src/cli/bench.ts';
import { PROJECT_ROOT } from '../../../src/cli/project-root.ts';
import { readBasemaps, readStoryFile } from '../../../src/cli/read-content.ts';
import { STRINGS } from '../../../src/i18n/translate.ts';
import { checkStory } from '../../../src/story/check.ts';
import { buildGround } from '../../../src/story/ground.ts';
import { errorsOf, renderProblems } from '../../../src/story/problems.ts';

test('a quantile is the least value that the share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(quantile(values, 0.5), 50);
  assert.equal(quantile(values, 0.95), 95);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([], 0.5), 0);
});

test('the table has all frames first, then each section, in equal columns', () => {
  const frame = (section: string, mainMs: number): ScrollFrame => ({ section, mainMs, intervalMs: mainMs * 2 });
  const lines = renderScrollTable('nile', [frame('source', 4), frame('source', 6), frame('delta', 100)]).split('\n');
  assert.match(lines[1] ?? '', /^nile +3 +6\.0 +100\.0 +12\.0 +200\.0$/);
  assert.match(lines[2] ?? '', /^ {2}source +2 +4\.0 +6\.0 +8\.0 +12\.0$/);
  assert.match(lines[3] ?? '', /^ {2}delta +1 +100\.0/);
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
});

test('the command line is read, and what it does not know is refused', () => {
  assert.equal(parseBench(['--help']), null);
  assert.deepEqual(parseBench(['--size', 'phone', '--story', 'nile']), {
    story: 'nile',
    sizes: ['phone'],
    slowdown: 4,
    site: null,
    builds: [],
    edits: false,
  });
  assert.deepEqual(parseBench(['--builds', '10,50'])?.builds, [10, 50]);
  assert.deepEqual(parseBench([])?.sizes, ['desktop', 'phone']);
  assert.throws(() => parseBench(['--size', 'watch']), { message: /desktop or phone; found "watch"/ });
  assert.throws(() => parseBench(['--slowdown', '0']), { message: /from 1; found "0"/ });
  for (const builds of ['0', '10,5', 'many', '1.5'])
    assert.throws(() => parseBench(['--builds', builds]), { message: /whole numbers/ });
});

test('builds are told with what each further story costs', () => {
  const lines = renderBuildTable([
    { stories: 10, seconds: 12 },
    { stories: 50, seconds: 32 },
  ]).split('\n');
  assert.match(lines[1] ?? '', /^10 stories +12\.0 +$/);
  assert.match(lines[2] ?? '', /^50 stories +32\.0 +0\.50$/);
});

test('a generated story has twenty sections, each with another view, and no mistake', async () => {
  const [basemap] = Object.values(await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap')));
  assert.ok(basemap);
  const files = Object.entries(benchStory(0, basemap)).map(([path, text]) =>
    readStoryFile(path, new TextEncoder().encode(text)),
  );
  const raw = { slug: 'story-0', folder: 'story-0', files };
  const grounds = { [basemap.meta.name]: buildGround(basemap) };
  assert.equal(renderProblems(errorsOf(checkStory(raw, { grounds, strings: STRINGS }))), '');
  const frames = files.filter(({ path }) => /\/\d+-/.test(path)).map(({ data }) => JSON.stringify(data));
  assert.equal(new Set(frames).size, 20);
});

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { lintContent } from '../../../src/site/content/content-problems.ts';
import { cityStory, cityTiles, makeProject, runGround } from '../../support/tiles/city-project.ts';
import { writePmtiles } from '../../support/tiles/write-pmtiles.ts';

const SECTION = 'content/stories/town/en/10-close-0.mdx';
let root = '';

before(async () => {
  root = await makeProject();
  await writeFile(
    join(root, 'area.pmtiles'),
    writePmtiles(cityTiles('protomaps'), { metadata: { attribution: '© OSM' } }),
  );
  assert.equal((await runGround(root, 'town', '--from', 'area.pmtiles')).code, 0);
});

/** Problems of the ground after a change of the section's frame. */
async function outside(frame: string): Promise<readonly string[]> {
  const whole = cityStory([15])['en/10-close-0.mdx'] ?? '';
  await writeFile(join(root, SECTION), whole.replace(/^frame: .*$/m, `frame: ${frame}`));
  const { problems } = await lintContent({ root, publicFolder: join(root, 'public') });
  return problems
    .filter(({ name }) => name === 'GroundOutsideCut')
    .map(({ file, message, hint }) => `${file} ${message} ${hint}`);
}

test('a frame that stays where it was cut for, or goes farther away, is not told of', async () => {
  assert.deepEqual(await outside('{ center: [1.5, 41.2], zoom: 15 }'), []);
  assert.deepEqual(await outside('{ center: [1.5, 41.2], zoom: 10 }'), []);
});

test('a frame that has moved, come nearer, or shows more is told of, with the command that mends it', async () => {
  for (const frame of [
    '{ center: [1.51, 41.2], zoom: 15 }',
    '{ center: [1.5, 41.2], zoom: 16 }',
    '{ center: [1.5, 41.2], zoom: 14 }',
  ]) {
    const [problem = '', ...more] = await outside(frame);
    assert.match(
      problem,
      /10-close-0\.mdx has moved since .* it shows ground that was left out.*`npm run ground -- town --from area\.pmtiles`/,
      frame,
    );
    assert.deepEqual(more, []);
  }
});

test('detail that is damaged is as good as none, and breaks nothing', async () => {
  const path = join(root, 'content/stories/town/ground/close-0.topo.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(0, 1000));
  const found = await outside('{ center: [1.5, 41.2], zoom: 15 }');
  await writeFile(path, text);
  assert.equal(found.length, 1);
});

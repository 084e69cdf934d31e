import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { formatQuantity } from '../../../../src/i18n/format-quantity.ts';
import { drawFigures, drawStory } from '../../../../src/pictures/story-drawing.ts';
import { readAuthoredContent } from '../../../../src/site/content/content-problems.ts';
import { lintStory } from '../../../../src/site/content/lint-story.ts';
import { DISK } from '../../../../src/site/content/read-content.ts';
import { layoutFor } from '../../../../src/story/layout.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';

const ROOT = join('tests', 'fixtures', 'sites', 'extents');
const { stories, basemaps, context } = await readAuthoredContent(
  { root: ROOT, publicFolder: join(ROOT, 'public') },
  DISK,
);
const SCREENS: readonly Viewport[] = [
  { width: 1440, height: 900, dir: 'ltr', embed: false },
  { width: 390, height: 844, dir: 'ltr', embed: false },
];

function storyOf(slug: string) {
  const raw = stories.find((one) => one.slug === slug);
  const basemap = basemaps[slug];
  assert.ok(raw && basemap, slug);
  return { raw, basemap, story: normalizeStory(raw, { locale: 'en', figure: formatQuantity }) };
}

test('a map of the world is no larger than a picture', async () => {
  const text = await readFile(join(ROOT, 'public', 'basemap', 'world.topo.json'));
  assert.ok(brotliCompressSync(text).length <= 60_000);
});

for (const slug of ['world', 'fiji']) {
  test(`${slug}: nothing in it is a mistake, and what it frames is in view`, () => {
    const { raw, story } = storyOf(slug);
    const { problems } = lintStory(raw, context, basemaps);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    for (const viewport of SCREENS) {
      const timeline = buildTimeline(story);
      for (const section of story.sections) {
        const { camera } = timeline.stop(section.index, viewport);
        const { freeBox } = layoutFor(viewport, section.card);
        const { project } = createProjection(camera, viewport.width, viewport.height);
        for (const id of section.frame.places ?? []) {
          const [x, y] = project(story.places[id]?.lngLat ?? [0, 0]);
          const isSeen = x >= freeBox.left && x <= freeBox.right && y >= freeBox.top && y <= freeBox.bottom;
          assert.ok(isSeen, `${section.id}: ${id} at ${x}, ${y}`);
        }
      }
    }
  });
}

test('pictures without script name places on both sides of the antimeridian', () => {
  const { story, basemap } = storyOf('fiji');
  const [opening = ''] = drawFigures(basemap, story);
  for (const name of ['Suva', 'Vanua Balavu']) assert.ok(opening.includes(name), name);
});

test('the drawing of a world is laid on either side of itself, and no other is', () => {
  const world = storyOf('world');
  const { defs, grid } = drawStory(world.basemap, world.story);
  for (const x of [-grid.size, 0, grid.size]) assert.ok(defs.includes(`<use href="#bm-once" x="${x}"/>`), String(x));
  const fiji = storyOf('fiji');
  assert.ok(!drawStory(fiji.basemap, fiji.story).defs.includes('bm-once'));
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { formatQuantity } from '../../../../src/i18n/format-quantity.ts';
import { buildMapBase } from '../../../../src/labels/section/map-base.ts';
import { placeSection } from '../../../../src/labels/section/place-section.ts';
import { createPlacements } from '../../../../src/labels/section/placed-scene-marks.ts';
import { createSceneMarks } from '../../../../src/labels/section/scene-marks.ts';
import { drawFigures, drawStory } from '../../../../src/pictures/story-drawing.ts';
import { readAuthoredContent } from '../../../../src/site/content/content-problems.ts';
import { lintStory } from '../../../../src/site/content/lint-story.ts';
import { DISK } from '../../../../src/site/content/read-content.ts';
import { layoutFor } from '../../../../src/story/layout.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { restScene } from '../../../../src/story/scenes/scene-at.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';

const ROOT = join('tests', 'fixtures', 'sites', 'extents');
const { stories, basemaps, context } = await readAuthoredContent(
  { root: ROOT, publicFolder: join(ROOT, 'public') },
  DISK,
);
const WIDE: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const SCREENS: readonly Viewport[] = [WIDE, { width: 390, height: 844, dir: 'ltr', embed: false }];

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

test('of the world beside a card, what is named lies where the card leaves it free, at rest and while it is drawn', () => {
  const { story, basemap } = storyOf('world');
  const timeline = buildTimeline(story);
  const base = buildMapBase(basemap, story);
  for (const viewport of [...SCREENS, { ...WIDE, dir: 'rtl' } as const]) {
    const stop = timeline.stop(0, viewport);
    const { labels } = placeSection(story, base, stop, viewport);
    const ids = new Set(labels.map(({ id }) => id));
    for (const id of ['moscow', 'beijing', 'tokyo', 'san-francisco']) {
      assert.ok(ids.has(id), `${id} at ${viewport.width} ${viewport.dir}`);
    }
    const scene = restScene(timeline, 0, viewport);
    const drawn = createSceneMarks(timeline, base.bounds, createPlacements(timeline, base))(scene, viewport);
    const { left, right } = stop.layout.freeBox;
    const towns = drawn
      .flatMap((mark) => (mark.type === 'group' && mark.key.startsWith('names') ? mark.marks : []))
      .flatMap((mark) => (mark.key.startsWith('label:') && 'x' in mark ? [mark.x] : []));
    assert.ok(towns.length > 10 && towns.every((x) => x >= left - 40 && x <= right + 40), towns.join(' '));
  }
});

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

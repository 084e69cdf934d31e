import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishData } from '../../../../src/basemap/data/publish-data.ts';
import { shapeFeature } from '../../../../src/basemap/drawing/shape-file.ts';
import { errorsOf } from '../../../../src/content/lint/diagnostics/problems.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { toReaderStory } from '../../../../src/content/normalize/reader-story.ts';
import { formatQuantity } from '../../../../src/i18n/format-quantity.ts';
import { lintContent } from '../../../../src/site/content/content-problems.ts';
import { readStories } from '../../../../src/site/content/read-content.ts';
import { dataViews } from '../../../../src/story/data/layer-view.ts';
import { sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';

const SITE = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'sites', 'volcano');
const stories = await readStories(join(SITE, 'content', 'stories'));
const raw = stories.find(({ slug }) => slug === 'high-water');
assert.ok(raw);
const story = normalizeStory(raw, { locale: 'en', figure: formatQuantity });
const arabic = normalizeStory(raw, { locale: 'ar', figure: formatQuantity });
const VIEWPORT = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;

test('the story of every kind of data layer has no mistakes', async () => {
  const { problems } = await lintContent({ root: SITE, publicFolder: join(SITE, 'public') }, undefined, 'high-water');
  assert.deepEqual(errorsOf(problems), []);
  assert.deepEqual(new Set(Object.values(story.dataLayers ?? {}).map(({ kind }) => kind)).size, 6);
});

test('equal progress shows equal data, forward and back, and each slice has its turn', () => {
  const timeline = buildTimeline(story);
  const index = story.sections.findIndex(({ id }) => id === 'years');
  const shownAt = (share: number) =>
    Object.entries(sceneAt(timeline, (index + share) / timeline.count, VIEWPORT).layers.shown ?? {})
      .filter(([, weight]) => weight > 0)
      .map(([key]) => key);
  const forward = [0.3, 0.5, 0.7].map(shownAt);
  assert.deepEqual(forward, [['data-moved@0'], ['data-moved@1'], ['data-moved@2']]);
  assert.deepEqual([0.7, 0.5, 0.3].map(shownAt), forward.toReversed());
  const between = sceneAt(timeline, (index + 1) / timeline.count, VIEWPORT).layers.shown ?? {};
  const weights = Object.values(between);
  assert.ok(weights.length > 1 && weights.every((weight) => weight > 0 && weight < 1), JSON.stringify(between));
});

test('what stands out, what is filtered and each slice is painted apart, and the page knows every part', () => {
  const layer = story.dataLayers?.['moved'];
  assert.ok(layer);
  const views = dataViews(story.sections).filter(({ layer: id }) => id === 'moved');
  const { file, views: painted, colors } = publishData(layer, views, 7);
  assert.deepEqual(Object.keys(painted).sort(), ['data-moved@0', 'data-moved@1', 'data-moved@2', 'data-moved@2~1']);
  for (const [key, parts] of Object.entries(painted)) {
    parts.forEach((part, at) => {
      assert.ok(file.paths[`${key}/${at}`], `${key}/${at}`);
      if (typeof part.color === 'number') assert.ok(part.color < colors.length);
    });
  }
  const areas = (key: string) =>
    (painted[key] ?? []).flatMap(({ type }, at) =>
      type === 'fill' ? [shapeFeature(file, `${key}/${at}`).geometry] : [],
    );
  const count = areas('data-moved@2').reduce((sum, { coordinates }) => sum + coordinates.length, 0);
  assert.equal(count, 12, 'every district is painted once');
});

test('circles keep their areas, the largest lies lowest, and filters leave the others out', () => {
  const layer = story.dataLayers?.['gauges'];
  assert.ok(layer);
  const views = dataViews(story.sections).filter(({ layer: id }) => id === 'gauges');
  const { file } = publishData(layer, views, 7);
  const dots = Object.values(file.circles ?? {}).flat();
  const shown = dots.reduce((sum, { length }) => sum + (length - 1) / 2, 0);
  const meant = layer.slices[0]?.features.filter(({ cells }) => cells['trend'] !== 'steady') ?? [];
  assert.equal(shown, meant.length);
  const most = layer.size?.most ?? 0;
  for (const { size } of meant) {
    const area = (size ?? 0) / most;
    assert.ok(
      dots.some(([px]) => Math.abs((px / (layer.size?.maxPx ?? 1)) ** 2 / area - 1) < 0.01),
      String(size),
    );
  }
});

test('words, legend and figures are in the language of the story', () => {
  const [english, other] = [story, arabic].map(({ dataLayers }) => dataLayers?.['moved']);
  assert.equal(english?.legend.title, 'People who moved');
  assert.equal(other?.legend.title, 'من انتقلوا');
  assert.match(other?.legend.rows[0]?.text ?? '', /[٠-٩]/);
  assert.equal(english?.words.rows.length, 12);
  assert.ok(english?.words.sentence.includes('No data: Kirkja.'), english?.words.sentence);
});

test("the page's script gets no table and no shape of the data", () => {
  const text = JSON.stringify(toReaderStory(story));
  assert.ok(!text.includes('Mosfell') && !text.includes('coordinates'));
});

test('one measure for all lines or dots is what they are painted with', () => {
  const views = (id: string) => dataViews(story.sections).filter(({ layer }) => layer === id);
  const plain = Object.values(story.dataLayers ?? {}).filter(({ kind, size }) => kind === 'points' && size === null);
  const [layer] = plain;
  assert.ok(layer, 'the story has dots of one size');
  const { file } = publishData({ ...layer, plainPx: 6 }, views(layer.id), 7);
  const radii = Object.values(file.circles ?? {}).flatMap((parts) => parts.map(([px]) => px));
  assert.deepEqual(new Set(radii), new Set([6]));
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'astro/zod';
import fc from 'fast-check';
import { publishData } from '../../../../src/basemap/data/publish-data.ts';
import { shapeFeature } from '../../../../src/basemap/drawing/shape-file.ts';
import type { ChartData } from '../../../../src/charts/table-charts/chart-data.ts';
import { inStep } from '../../../../src/charts/table-charts/parts/in-step.ts';
import { TABLE_CHARTS } from '../../../../src/charts/table-charts/table-charts.ts';
import { errorsOf } from '../../../../src/content/lint/diagnostics/problems.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { toReaderStory } from '../../../../src/content/normalize/reader-story.ts';
import { formatQuantity } from '../../../../src/i18n/format-quantity.ts';
import { lintContent } from '../../../../src/site/content/content-problems.ts';
import { readStories } from '../../../../src/site/content/read-content.ts';
import type { AnnotationBase } from '../../../../src/story/annotation.ts';
import type { SectionData } from '../../../../src/story/data/data-layer.ts';
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
});

test('figures that stand alone have their unit in the title of the legend, of the table and of the sentence, in its language', () => {
  const [english, told] = [story, arabic].map(({ dataLayers }) => dataLayers?.['domes']);
  assert.ok(english && told);
  assert.equal(english.legend.title, 'Levels as half circles (metres)');
  assert.ok(english.words.head.includes(english.legend.title));
  assert.ok(english.words.sentence.startsWith(english.legend.title));
  assert.equal(told.legend.title, 'المناسيب أنصاف دوائر (متر)');
  // Said already, beside the figure, or of the sizes.
  const titles = (id: string) => [story.dataLayers?.[id]?.legend.title, story.dataLayers?.[id]?.legend.sizeTitle];
  assert.deepEqual(titles('gauges'), ['Gauges', 'Level in metres']);
  assert.deepEqual(titles('trips'), ['Journeys', 'People']);
  assert.deepEqual(titles('change'), ['Change of the population', '']);
  assert.deepEqual(titles('density'), ['Reports on 1,000 km²', '']);
});

/** All that the fixtures have to show, for both stages, every edition and both languages to be held to it. */
const KINDS = ['areas', 'symbols', 'points', 'lines', 'flows', 'density', 'grid'];
const SCALES = ['quantile', 'jenks', 'equal', 'breaks', 'continuous', 'diverging', 'area'];
const FORMS = ['classes', 'gradient', 'diverging', 'categories'];
const WAYS: Readonly<Record<string, (data: SectionData) => boolean>> = {
  'one slice of several': ({ slices, views }) => slices.length === 1 && /@/.test(views[0] ?? ''),
  'a running time': ({ slices }) => slices.length > 1,
  highlight: ({ highlight, dim }) => highlight.length > 0 && dim < 1,
  filter: ({ filter }) => Object.keys(filter).length > 0,
};

test('the fixtures show every kind, scale, way of showing and chart, in two languages', () => {
  const scaleSchema = z.record(z.string(), z.object({ scale: z.object({ kind: z.string().optional() }).default({}) }));
  const authored = scaleSchema.parse(raw.files.find(({ path }) => path === 'layers.yaml')?.data);
  const river = stories.find(({ slug }) => slug === 'the-river');
  assert.ok(river);
  const missing = ['en', 'ar'].flatMap((locale) => {
    const [told, charts] = [raw, river].map((one) => normalizeStory(one, { locale, figure: formatQuantity }));
    const data = (told?.sections ?? []).flatMap(({ data: shown = [] }) => shown);
    const layers = data.flatMap(({ layer }) => told?.dataLayers?.[layer] ?? []);
    const drawn = (charts?.sections ?? []).flatMap(({ annotations }) => annotations.map(({ kind }) => kind));
    const lacks = (all: readonly string[], has: (one: string) => boolean) => all.filter((one) => !has(one));
    return [
      ...lacks(KINDS, (kind) => layers.some((layer) => layer.kind === kind)),
      ...lacks(SCALES, (kind) => layers.some(({ id }) => authored[id]?.scale.kind === kind)),
      ...lacks(FORMS, (form) => layers.some(({ scale }) => scale?.form === form)),
      ...lacks(Object.keys(WAYS), (way) => data.some((one) => WAYS[way]?.(one))),
      ...lacks(
        TABLE_CHARTS.map(({ kind }) => kind),
        (kind) => drawn.includes(kind),
      ),
    ].map((what) => `${what} in ${locale}`);
  });
  assert.deepEqual(missing, []);
});

test('equal progress paints equal features, wherever the reader comes from', () => {
  const paintedAt = (progress: number, before: readonly number[]): unknown => {
    const timeline = buildTimeline(story);
    for (const earlier of before) sceneAt(timeline, earlier, VIEWPORT);
    const { shown = {} } = sceneAt(timeline, progress, VIEWPORT).layers;
    const views = dataViews(story.sections).filter(({ key }) => (shown[key] ?? 0) > 0);
    return views.map((view) => {
      const layer = story.dataLayers?.[view.layer];
      assert.ok(layer);
      return [view.key, shown[view.key], publishData(layer, [view], 6).file];
    });
  };
  const progress = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(progress, fc.array(progress, { maxLength: 4 }), (at, before) => {
      const painted = paintedAt(at, before);
      assert.ok(Array.isArray(painted) && painted.length > 0);
      assert.deepEqual(paintedAt(at, before.toReversed()), painted);
      assert.deepEqual(paintedAt(at, []), painted);
    }),
    { numRuns: 15 },
  );
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

test('a chart along the times of its section’s layer is as far as the slice on show', () => {
  const timeline = buildTimeline(story);
  const index = story.sections.findIndex(({ id }) => id === 'reports');
  const chart = story.sections[index]?.annotations.find(({ id }) => id === 'damage') as AnnotationBase & {
    readonly data: ChartData;
  };
  const moments = chart.data.moments ?? [];
  assert.equal(moments.length, story.dataLayers?.['reports']?.slices.length);
  const seen = [0.26, 0.35, 0.45, 0.55, 0.65, 0.74].map((share) => {
    const scene = sceneAt(timeline, (index + share) / timeline.count, VIEWPORT);
    const t = scene.annotations.find(({ annotation }) => annotation.id === 'damage')?.t ?? -1;
    const [key = ''] = Object.keys(scene.layers.shown ?? {});
    const slice = Number(key.split('@')[1]);
    const now = inStep(moments, t);
    assert.ok(now >= (moments[slice] ?? 2) && now <= (moments[slice + 1] ?? 1), `${key} at ${now}`);
    return slice;
  });
  assert.deepEqual(seen, [0, 1, 2, 3, 4, 5]);
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

test('a section that shows some kinds only has a legend, a sentence and a table of these, in every language', () => {
  const names = { en: ['rising', 'falling', 'steady'], ar: ['يرتفع', 'ينخفض', 'ثابت'] };
  for (const [locale, told] of [
    ['en', story],
    ['ar', arabic],
  ] as const) {
    const section = told.sections.find(({ data = [] }) => data.some(WAYS['filter'] ?? (() => false)));
    const shown = section?.data?.find(({ filter }) => Object.keys(filter).length > 0);
    const layer = told.dataLayers?.[shown?.layer ?? ''];
    assert.ok(section && shown?.words && layer);
    const [rising = '', falling = '', steady = ''] = names[locale];
    const legend = section.annotations.find(({ kind }) => kind === 'legend') as AnnotationBase & {
      rows: readonly { text: string; group: number }[];
    };
    assert.deepEqual(legend.rows.map(({ text }) => text).sort(), [falling, rising].sort());
    const colours = new Map(layer.legend.rows.map(({ text, group }) => [text, group]));
    assert.ok(
      legend.rows.every(({ text, group }) => colours.get(text) === group),
      'each has its colour still',
    );
    const kinds = new Set(shown.words.rows.flat().filter((cell) => names[locale].includes(cell)));
    assert.deepEqual([...kinds].sort(), [falling, rising].sort());
    assert.ok(shown.words.rows.length > 0 && shown.words.rows.length < layer.words.rows.length);
    assert.ok(!shown.words.sentence.includes(steady) && layer.words.sentence.includes(steady));
    assert.ok(!JSON.stringify(toReaderStory(told).sections).includes(shown.words.sentence), 'it stands in the page');
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changesOf,
  filesWith,
  layerWith,
  type ScaleChoice,
  tryLayer,
  withTrial,
} from '../../../../src/author/layers/layer-trial.ts';
import type { ShapeFile } from '../../../../src/basemap/drawing/shape-file.ts';
import { storyLayers } from '../../../../src/basemap/layers/story-layers.ts';
import { ownColors } from '../../../../src/basemap/story-palettes.ts';
import type { AuthoredLayer } from '../../../../src/content/normalize/authored-layer.ts';
import type { ArrivedSource } from '../../../../src/reader/sources/read-source.ts';
import type { DataSource } from '../../../../src/story/sources/map-source.ts';
import { layerSpec } from '../../../support/layer-spec.ts';
import { section, story } from '../../../support/story.ts';

const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 40],
      [x + 1, 40],
      [x + 1, 41],
      [x, 41],
      [x, 40],
    ],
  ],
});
const authored: AuthoredLayer = {
  spec: layerSpec(),
  isKindFree: true,
  shapes: [3, 5, 8, 13, 21, 34].map((people, index) => {
    const cells = { name: `n${index}`, people };
    return { id: String(index), geometry: square(index), cells, rows: [cells] };
  }),
};
const { kind, classes, colors, breaks, middle } = authored.spec.scale;
const BEFORE: ScaleChoice = { kind, classes, colors, breaks, middle };

const shows = {
  layer: 'counted',
  slices: [0],
  views: ['data-counted'],
  highlight: [],
  dim: 0.3,
  filter: {},
  opacity: 1,
  legend: true,
};
const legend = { kind: 'legend', id: 'legend-counted', layer: 'counted', rows: [], colors: 3 };
const shown = { ...section(0), data: [shows], annotations: [legend as never] };
const source: DataSource = {
  id: 'data-counted',
  type: 'data',
  src: '/_map/x.json',
  values: '',
  sections: [0, 1],
  bounds: [0, 40, 6, 41],
  colors: [{ light: '#111111', dark: '#eeeeee' }],
  views: { 'data-counted': [], 'data-counted~1': [] },
};
const STORY = { ...story([shown, section(1)]), mapSources: [source] };

test('a trial changes the layer’s colours, its legend and what is painted, and nothing else', () => {
  const layer = layerWith(authored, { ...BEFORE, kind: 'quantile', classes: 2, colors: 'blues' }, 'en');
  const trial = tryLayer(layer, shown, 6);
  const tried = withTrial(STORY, trial);
  const legendNow = tried.sections[0]?.annotations[0] as unknown as { rows: readonly object[]; colors: number };
  assert.equal(legendNow.rows.length, 2);
  assert.equal(legendNow.colors, 2);
  assert.equal(ownColors(tried)?.light['own-data-counted-1'], layer.scale?.colors[1]?.light);
  assert.deepEqual(tried.sections[1], STORY.sections[1]);
  const drawn = storyLayers(tried);
  assert.equal(drawn.filter(({ type }) => type === 'fill').length, 2);
  const files = filesWith([{ source, type: 'data', file: trial.published.file } as ArrivedSource], trial);
  const { paths } = (files[0]?.file ?? assert.fail('no file')) as ShapeFile;
  assert.ok(drawn.filter(({ type }) => type === 'fill').every(({ id }) => id in paths));
  const other = { ...source, id: 'data-other' };
  assert.equal(withTrial({ ...STORY, mapSources: [other] }, trial).mapSources?.[0], other);
});

test('only what is chosen otherwise is written', () => {
  assert.equal(changesOf(authored, BEFORE), null);
  assert.deepEqual(changesOf(authored, { ...BEFORE, classes: 4 }), { classes: 4 });
  assert.deepEqual(changesOf(authored, { ...BEFORE, colors: 'teals' }), { colors: 'teals' });
  assert.deepEqual(changesOf(authored, { ...BEFORE, kind: 'breaks', breaks: [10] }), { kind: 'breaks', breaks: [10] });
  assert.deepEqual(changesOf(authored, { ...BEFORE, kind: 'diverging' }), { kind: 'diverging', middle: 0 });
  assert.deepEqual(changesOf(authored, { ...BEFORE, kind: 'continuous', classes: 9 }), { kind: 'continuous' });
  assert.deepEqual(changesOf(authored, { ...BEFORE, colors: ['#000000', '#ffffff'] }), {
    colors: ['#000000', '#ffffff'],
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishData } from '../../../src/basemap/data/publish-data.ts';
import { buildLayer, type JoinedShape } from '../../../src/data/layers/build-layer.ts';
import type { SymbolShape } from '../../../src/story/data/data-layer.ts';
import { layerSpec } from '../../support/layer-spec.ts';

const SPEC = layerSpec({ scale: { kind: 'equal', classes: 4, colors: null, breaks: [], middle: 0, categories: [] } });

const pointed = (cells: readonly number[]): readonly JoinedShape[] =>
  cells.map((people, index) => ({
    id: String(index),
    geometry: { type: 'Point', coordinates: [index / 100, 0] },
    cells: { name: `N${index}`, people },
    rows: [{ people }],
  }));

/** The figures of a text, as a reader of English takes them. */
const figuresIn = (text: string): readonly number[] =>
  (text.match(/(?:(?<=^|[^\d])-)?[\d,]+(?:\.\d+)?/g) ?? []).map((figure) => Number(figure.replaceAll(',', '')));

const figures = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 2, maxLength: 40 });

test('the bounds that a legend tells are those of the scale, and its ends hold all the data', () => {
  fc.assert(
    fc.property(figures, fc.constantFrom('quantile', 'jenks', 'equal', 'breaks'), (people, kind) => {
      const scale = { ...SPEC.scale, kind: kind as 'equal', breaks: [100, 2000, 30_000] };
      const { legend, scale: built } = buildLayer({ ...SPEC, scale }, pointed(people), 'en');
      const bounds = built?.bounds ?? [];
      const told = legend.rows.map(({ text }) => figuresIn(text));
      for (const [group, [from, to = from]] of told.entries()) {
        assert.deepEqual([from, to], [bounds[group], bounds[group + 1]], JSON.stringify(legend.rows));
      }
      assert.equal(told.length, bounds.length - 1);
      assert.ok((bounds[0] ?? 0) <= Math.min(...people) && (bounds.at(-1) ?? 0) >= Math.max(...people));
      assert.deepEqual(
        legend.ticks.flatMap(({ text }) => figuresIn(text)),
        bounds,
      );
    }),
  );
});

test('figures along a gradient stand where the scale has them', () => {
  fc.assert(
    fc.property(figures, (people) => {
      const scale = { ...SPEC.scale, kind: 'continuous' } as const;
      const { legend, scale: built } = buildLayer({ ...SPEC, scale }, pointed(people), 'en');
      const [least = 0, most = 0] = [built?.bounds[0], built?.bounds.at(-1)];
      for (const { share, text } of legend.ticks) {
        const [figure = Number.NaN] = figuresIn(text);
        assert.ok(Math.abs(least + share * (most - least) - figure) <= 1e-6 * (1 + most), `${text} at ${share}`);
      }
    }),
  );
});

/** What two values are compared by, from the pixels that are drawn: areas, but the heights of spikes. */
const COMPARED = { circle: 2, 'half-circle': 2, spike: 1 } as const;

test('circles and half circles by their areas and spikes by their heights, on the map and in the legend, are proportional within 1 %', () => {
  const sizes = fc.uniqueArray(fc.integer({ min: 5, max: 100_000 }), { minLength: 2, maxLength: 30 });
  const shapes = fc.constantFrom<SymbolShape[]>('circle', 'half-circle', 'spike');
  fc.assert(
    fc.property(sizes, fc.integer({ min: 8, max: 60 }), shapes, (people, maxPx, shape) => {
      const sizeKind = shape === 'spike' ? 'length' : 'area';
      const spec = { ...SPEC, show: 'symbols', value: null, size: 'people', maxPx, shape, sizeKind } as const;
      const compared = (px: number): number => px ** COMPARED[shape];
      const layer = buildLayer(spec, pointed(people), 'en');
      const view = { key: 'v', layer: 'counted', slice: 0, highlight: [], dim: 1, filter: {} };
      const { file, views } = publishData(layer, [view], 6);
      assert.deepEqual(
        views['v']?.map((part) => part.shape ?? 'circle'),
        [shape],
      );
      assert.equal(layer.legend.shape, shape);
      const drawn = Object.values(file.circles ?? {})
        .flat()
        .map(([px]) => px);
      const perUnit = Math.max(...people) / compared(maxPx);
      // What is smaller than a tenth of a pixel nobody sees.
      for (const value of people.filter((one) => (one / perUnit) ** (1 / COMPARED[shape]) >= 0.1)) {
        const isThere = drawn.some((px) => Math.abs((compared(px) * perUnit) / value - 1) < 0.01);
        assert.ok(isThere, `${value} of ${Math.max(...people)}`);
      }
      for (const { px, text } of layer.legend.sizes) {
        const [value = Number.NaN] = figuresIn(text);
        if (px >= 0.1) assert.ok(Math.abs((compared(px) * perUnit) / value - 1) < 0.01, `${text}: ${px}`);
      }
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { emphasisOf, mixLayers } from '../../../src/story/layers.ts';
import { type Layers, MAP_PARTS } from '../../../src/story/story.ts';

const NONE: Layers = { emphasis: {}, tints: [], wash: 0 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const layers: fc.Arbitrary<Layers> = fc.record({
  emphasis: fc.dictionary(fc.constantFrom(...MAP_PARTS), share),
  tints: fc.uniqueArray(
    fc.record({
      region: fc.constantFrom('SY.ID', 'SY.HL'),
      tone: fc.constantFrom('subject' as const, 'past' as const),
      opacity: share,
    }),
    { selector: ({ region, tone }) => `${region} ${tone}`, maxLength: 3 },
  ),
  wash: share,
});

const tintOf = ({ tints }: Layers, region: string, tone: string): number =>
  tints.find((tint) => tint.region === region && tint.tone === tone)?.opacity ?? 0;

test('what a section does not speak of is fully there, but for crosses, which must be asked for', () => {
  for (const part of MAP_PARTS) assert.equal(emphasisOf(NONE, part), part === 'crosses' ? 0 : 1);
  assert.equal(emphasisOf({ ...NONE, emphasis: { roads: 0.3, crosses: 1 } }, 'roads'), 0.3);
});

test('at either end of the way layers are exactly those of the section', () => {
  fc.assert(
    fc.property(layers, layers, (from, to) => {
      assert.equal(mixLayers(from, to, 0), from);
      assert.equal(mixLayers(from, to, 1), to);
    }),
  );
});

test('in between every strength is between its two ends', () => {
  fc.assert(
    fc.property(layers, layers, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (from, to, t) => {
      const mixed = mixLayers(from, to, t);
      const isBetween = (value: number, a: number, b: number): boolean =>
        value >= Math.min(a, b) - 1e-9 && value <= Math.max(a, b) + 1e-9;
      for (const part of MAP_PARTS) {
        assert.ok(isBetween(emphasisOf(mixed, part), emphasisOf(from, part), emphasisOf(to, part)), part);
      }
      assert.ok(isBetween(mixed.wash, from.wash, to.wash));
      for (const { region, tone, opacity } of mixed.tints) {
        assert.ok(isBetween(opacity, tintOf(from, region, tone), tintOf(to, region, tone)));
      }
    }),
  );
});

test('a tint that both sections have stays one, and one that only one has comes or goes', () => {
  const tint = (tone: 'subject' | 'past'): Layers => ({ ...NONE, tints: [{ region: 'SY.ID', tone, opacity: 1 }] });
  assert.deepEqual(mixLayers(tint('subject'), tint('subject'), 0.5).tints, tint('subject').tints);
  assert.deepEqual(
    mixLayers(tint('subject'), tint('past'), 0.25).tints.map(({ tone, opacity }) => [tone, opacity]),
    [
      ['subject', 0.75],
      ['past', 0.25],
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inPlacementOrder } from '../../../src/annotations/placing.ts';
import { DEFINITIONS, definitionOf } from '../../../src/annotations/registry.ts';
import type { AnnotationBase } from '../../../src/story/story.ts';
import { annotation } from '../../support/kind-context.ts';
import { exampleOf, KIND_LAWS } from '../../support/kind-laws.ts';

const EXAMPLES: readonly AnnotationBase[] = DEFINITIONS.map((one) => exampleOf(one));

/** What the examples do not show. */
const OTHERS: readonly AnnotationBase[] = [
  annotation({ kind: 'callout', id: 'on-road', route: 'basemap:M5', along: 0.5, head: 'Here', body: 'Some words.' }),
  annotation({ kind: 'ring', id: 'inward', place: 'first-place', radiusKm: 4, label: 'Nearer', feather: 'inward' }),
  annotation({ kind: 'region', id: 'middle', region: 'XX.YY', label: 'A province' }),
  annotation({ kind: 'route', id: 'road', route: 'basemap:M5', label: 'North' }),
  annotation({ kind: 'route', id: 'person', route: 'data/way#out', span: [0, 0.8], style: 'person' }),
  annotation({ kind: 'route', id: 'earlier', route: 'data/way#out', span: [1, 0], style: 'earlier' }),
  annotation({
    kind: 'strands',
    id: 'sheaf',
    from: 'first-place',
    headings: [
      { bearingDegrees: -40, lengthKm: 12 },
      { bearingDegrees: 20, lengthKm: 16 },
    ],
    stem: { bearingDegrees: 24, lengthKm: 3 },
  }),
  annotation({
    kind: 'dots',
    id: 'many',
    fact: 'example-figure',
    per: 0.02,
    from: 'first-place',
    via: ['second-place'],
    within: 'XX.YY',
    label: '1 dot',
  }),
  annotation({ kind: 'share', id: 'nearly', part: 1, whole: 2, exactness: 'nearly', partLabel: 'a', wholeLabel: 'b' }),
];

for (const one of [...EXAMPLES, ...OTHERS]) {
  for (const [law, hold] of Object.entries(KIND_LAWS)) {
    test(`${one.kind} ${one.id}: ${law}`, () => hold(definitionOf(one), one));
  }
}

test('no two kinds have the same name, and what cannot move takes its room before what makes way for it', () => {
  assert.equal(new Set(DEFINITIONS.map(({ kind }) => kind)).size, DEFINITIONS.length);
  const ordered = DEFINITIONS.toSorted((a, b) => a.order - b.order);
  assert.deepEqual(
    ordered.map(({ isFixed }) => isFixed),
    ordered.map(({ isFixed }) => isFixed).sort((a, b) => Number(b) - Number(a)),
  );
});

test('annotations that lie on the map take their room in one order, however they are listed', () => {
  const onMap = EXAMPLES.filter(({ space }) => space === 'map');
  const expected = inPlacementOrder(onMap).map(({ kind }) => kind);
  fc.assert(
    fc.property(fc.shuffledSubarray([...onMap], { minLength: onMap.length }), (listed) => {
      assert.deepEqual(
        inPlacementOrder(listed).map(({ kind }) => kind),
        expected,
      );
    }),
  );
});

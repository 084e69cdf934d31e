import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packBasemap } from '../../../../src/basemap/packed.ts';
import { DRAWINGS } from '../../../../src/charts/inventory/drawings/drawings.ts';
import { buildMapBase } from '../../../../src/labels/section/map-base.ts';
import { placeSection } from '../../../../src/labels/section/place-section.ts';
import { stopOn } from '../../../../src/labels/section/placements.ts';
import { createPlacementService } from '../../../../src/reader/placement/placement-service.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { freeTimeline } from '../../../../src/story/scenes/free-scene.ts';
import type { Story } from '../../../../src/story/story.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { annotation, FACT } from '../../../support/kind-context.ts';
import { frame, place, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const tints = [{ region: 'HO.ME', tone: 'subject', opacity: 1 }] as const;
const here = { bounds: [0.2, 40.2, 1.8, 41.8] } as const;

const TOLD: Story = {
  ...story(
    [
      section(0, {
        frame: frame({ ...here, keepVisible: ['town'] }),
        layers: { emphasis: {}, tints, wash: 0 },
        annotations: [
          annotation({ kind: 'callout', id: 'mill', at: [1.1, 41.2], head: 'The mill', body: 'where they met' }),
          annotation({ kind: 'callout', id: 'bridge', route: 'basemap:M5', along: 0.4, head: 'The bridge' }),
          annotation({ kind: 'scale-bar', id: 'bar' }),
        ],
      }),
      section(1, {
        frame: frame({ ...here, pitch: 25 }),
        annotations: [
          annotation({ kind: 'ring', id: 'ring', place: 'town', radiusKm: 9, label: '9 kilometres', head: 'Near' }),
          annotation({ kind: 'route', id: 'way', route: 'basemap:M5', between: ['town', 'village'], label: 'Away' }),
        ],
      }),
      section(2, {
        frame: frame(here),
        layers: { emphasis: {}, tints, wash: 0 },
        annotations: [
          annotation({ kind: 'region', id: 'name', region: 'HO.ME', label: 'Middle' }),
          annotation({ kind: 'area', id: 'somewhere', area: 'HO.ME' }),
          annotation({
            kind: 'dots',
            id: 'people',
            fact: 'fled',
            per: 1000,
            from: 'town',
            via: ['village'],
            within: 'HO.ME',
            label: '1,000 people',
          }),
        ],
      }),
      section(3, {
        frame: frame({ bounds: [0.9, 40.9, 1.1, 41.1] }),
        layers: { emphasis: {}, tints, wash: 0 },
        annotations: [
          annotation({ kind: 'share', id: 'half', part: 1, whole: 2, partLabel: 'one half', wholeLabel: 'all' }),
        ],
      }),
      section(4, {
        frame: frame({ places: ['village'], radiusKm: 20 }),
        annotations: [
          annotation({ kind: 'struck-list', id: 'list', place: 'village', items: [{ label: 'Bread', note: 'none' }] }),
        ],
      }),
    ],
    [place('town', 1.1, 40.9, 1), place('village', 1.3, 41.2, 3)],
  ),
  homeCountry: 'HOM',
  focus: 'town',
  bounds: [0, 40, 4, 42],
  facts: { fled: FACT },
  drawings: DRAWINGS,
};

const SCREENS: readonly Viewport[] = [
  { width: 1440, height: 900, dir: 'ltr', embed: false },
  { width: 390, height: 844, dir: 'ltr', embed: false },
];

/** As it comes from the network. */
const packed = JSON.parse(JSON.stringify(packBasemap(tinyBasemap)));

/** Places a section, or its map in the reader's hands, as often as it is asked to, with the same basemap and timeline. */
function placer() {
  const base = buildMapBase(tinyBasemap, TOLD);
  const timeline = buildTimeline(TOLD);
  return (index: number, viewport: Viewport, zoomedBy = 0) => {
    const { camera } = timeline.stop(index, viewport);
    const stops = zoomedBy === 0 ? timeline : freeTimeline(timeline, { ...camera, zoom: camera.zoom + zoomedBy });
    return placeSection(TOLD, base, stopOn(stops, index, viewport, false), viewport);
  };
}

const indexes = [...TOLD.sections.keys()];
const alone = SCREENS.map((viewport) => indexes.map((index) => placer()(index, viewport)));

test('everything of the sections finds its place', () => {
  const [wide = []] = alone;
  for (const [index, { annotations, labels, lost }] of wide.entries()) {
    assert.deepEqual(Object.keys(annotations).sort(), TOLD.sections[index]?.annotations.map(({ id }) => id).sort());
    assert.deepEqual(lost, {});
    assert.ok(labels.length > 0);
  }
  assert.ok(wide.some(({ shields }) => shields.length > 0) && wide.some(({ locator }) => locator !== null));
});

const steps = fc.array(
  fc.record({
    index: fc.constantFrom(...indexes),
    screen: fc.constantFrom(...SCREENS.keys()),
    zoomedBy: fc.constantFrom(0, 0, -0.7, 1.3),
  }),
  { minLength: 2, maxLength: 7 },
);

test('a section is placed the same whatever was placed before it, the map in the reader’s hands included', () => {
  fc.assert(
    fc.property(steps, (asked) => {
      const placeNext = placer();
      for (const { index, screen, zoomedBy } of asked) {
        const viewport = SCREENS[screen] as Viewport;
        const placed = placeNext(index, viewport, zoomedBy);
        assert.deepEqual(placed, zoomedBy === 0 ? alone[screen]?.[index] : placer()(index, viewport, zoomedBy));
      }
    }),
    { numRuns: 12 },
  );
});

test('a worker, which has copies of it all, places a section as the page does, and its answer can be sent', () => {
  const service = createPlacementService(structuredClone(packed), structuredClone(TOLD));
  for (const [screen, viewport] of SCREENS.entries()) {
    for (const index of indexes) {
      const answer = service.place({ index, viewport: structuredClone(viewport), isFlat: false });
      assert.deepEqual(structuredClone(answer), alone[screen]?.[index]);
      const { camera } = buildTimeline(TOLD).stop(index, viewport);
      const free = service.place({ index, viewport, isFlat: false, camera: { ...camera, zoom: camera.zoom - 0.7 } });
      assert.deepEqual(free, placer()(index, viewport, -0.7));
    }
  }
});

test('a stage that knows no pitch has everything where it stands seen from straight above', () => {
  const service = createPlacementService(packed, TOLD);
  const [viewport] = SCREENS as readonly [Viewport];
  const at = (isFlat: boolean) => service.place({ index: 1, viewport, isFlat });
  assert.notDeepEqual(at(true), at(false));
  assert.deepEqual(service.place({ index: 0, viewport, isFlat: true }), alone[0]?.[0]);
});

test('the one place that a section looks at is named, a ring around it or not; one of several may be left out', () => {
  const ring = annotation({ kind: 'ring', id: 'ring', place: 'village', radiusKm: 10, label: '10 kilometres' });
  const namesOf = (places: readonly string[], viewport: Viewport): readonly string[] => {
    const own = section(0, { frame: frame({ places, radiusKm: 20 }), annotations: [ring] });
    const told = { ...TOLD, sections: [own] };
    const stop = stopOn(buildTimeline(told), 0, viewport, false);
    const { labels } = placeSection(told, buildMapBase(tinyBasemap, told), stop, viewport);
    return labels.filter(({ lines }) => lines.length > 0).map(({ id }) => id);
  };
  for (const viewport of SCREENS) {
    assert.ok(namesOf(['village'], viewport).includes('village'), `${viewport.width}`);
    assert.ok(!namesOf(['village', 'town'], viewport).includes('village'), `${viewport.width}: as it was`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PackedBasemap } from '../../../../src/basemap/packed.ts';
import { packBasemap } from '../../../../src/basemap/packed.ts';
import { buildMapBase } from '../../../../src/labels/section/map-base.ts';
import { placeSection } from '../../../../src/labels/section/place-section.ts';
import { createPlacementService } from '../../../../src/reader/placement/placement-service.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import type { Story } from '../../../../src/story/story.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { frame, place, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const VIEWPORT: Viewport = { width: 1200, height: 800, dir: 'ltr', embed: false };
const STORY: Story = {
  ...story(
    [
      section(0, { frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }) }),
      section(1, { frame: frame({ bounds: [0.6, 40.5, 1.6, 41.3], pitch: 30 }) }),
    ],
    [place('harbour', 1.3, 40.8, 1), place('inland', 0.7, 41.2, 2)],
  ),
  homeCountry: 'HOM',
};
const packed = packBasemap(tinyBasemap) as PackedBasemap;
const service = createPlacementService(packed, STORY);
const placed = (index: number, own: object = {}) => service.place({ index, viewport: VIEWPORT, isFlat: false, ...own });
const namesIn = ({ labels }: ReturnType<typeof placed>) => labels.map(({ id }) => id);

test('a placement is that of a build, whatever the basemap was packed as', () => {
  const timeline = buildTimeline(STORY);
  const built = placeSection(STORY, buildMapBase(tinyBasemap, STORY), timeline.stop(0, VIEWPORT), VIEWPORT);
  assert.deepEqual(placed(0), built);
  assert.ok(namesIn(placed(0)).includes('harbour'));
});

test('it can be sent from thread to thread as it is', () => {
  assert.deepEqual(structuredClone(placed(0)), placed(0));
});

test('a stage that knows no pitch has placements of its own', () => {
  const boxes = (isFlat: boolean) => placed(1, { isFlat }).labels.map(({ boxes: own }) => own);
  assert.notDeepEqual(boxes(true), boxes(false));
  assert.deepEqual(placed(0, { isFlat: true }), placed(0), 'without a pitch there is no difference');
});

test('with a camera of the reader’s own, names are placed for that camera', () => {
  const camera = { center: [1.3, 40.8], zoom: 10, pitch: 0, bearing: 0 } as const;
  const free = placed(0, { camera });
  assert.notDeepEqual(free.labels, placed(0).labels);
  assert.ok(namesIn(free).includes('harbour'));
});

test('it asks for nothing twice: the order of requests does not matter', () => {
  const first = placed(0);
  placed(1);
  assert.deepEqual(placed(0), first);
});

test('the edge of the basemap is known to whoever draws it', () => {
  assert.deepEqual(service.bounds, tinyBasemap.meta.bounds);
});

test('what is no basemap is an error at once, and not at the first section', () => {
  assert.throws(() => createPlacementService({} as PackedBasemap, STORY));
});

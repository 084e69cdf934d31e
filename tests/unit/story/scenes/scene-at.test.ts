import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { cameraFor } from '../../../../src/story/camera/framing.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { restScene, sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import type { AnnotationBase, Section } from '../../../../src/story/story.ts';
import { buildTimeline, REST } from '../../../../src/story/timeline.ts';
import { cards, frames, viewports } from '../../../support/arbitraries.ts';
import { frame, place, scaleBar, section, story } from '../../../support/story.ts';

const PLACES = [place('a', 36.677, 35.648), place('b', 36.806, 35.864), place('c', 36.634, 35.93)];
const DESKTOP: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };

const sectionLists: fc.Arbitrary<readonly Section[]> = fc
  .array(
    fc.record({
      frame: frames,
      card: cards,
      mood: fc.constantFrom('paper' as const, 'dusk' as const, 'night' as const),
    }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((list) => list.map((own, index) => section(index, { ...own, annotations: [scaleBar('bar')] })));

const progresses = fc.double({ min: 0, max: 1, noNaN: true });
const fixed = (own: Partial<Section> = {}) =>
  story([
    section(0, { frame: frame({ bounds: [35.5, 33.6, 42, 37.4] }) }),
    section(1, { frame: frame({ center: [36.677, 35.648], zoom: 11 }), annotations: [scaleBar('bar')], ...own }),
    section(2, { frame: frame({ bounds: [36, 35, 37, 36.4], bearing: 170 }) }),
  ]);

test('the same progress gives a deeply equal scene whatever was shown before', () => {
  fc.assert(
    fc.property(
      sectionLists,
      viewports,
      fc.array(progresses, { maxLength: 8 }),
      progresses,
      (list, viewport, before, at) => {
        const used = buildTimeline(story(list, PLACES));
        for (const progress of before) sceneAt(used, progress, viewport);
        const fresh = buildTimeline(story(list, PLACES));
        assert.deepEqual(sceneAt(used, at, viewport), sceneAt(fresh, at, viewport));
      },
    ),
    { numRuns: 60 },
  );
});

test('a rest zone shows exactly the frame of its section', () => {
  fc.assert(
    fc.property(
      sectionLists,
      viewports,
      // Not to the last digit: which side of an edge a sum of fractions falls on is chance.
      fc.double({ min: REST.start + 1e-9, max: REST.end - 1e-9, noNaN: true }),
      (list, viewport, at) => {
        const told = story(list, PLACES);
        const timeline = buildTimeline(told);
        for (const [index, one] of told.sections.entries()) {
          const scene = sceneAt(timeline, (index + at) / timeline.count, viewport);
          assert.deepEqual(scene.camera, cameraFor(told, one, viewport));
          assert.equal(scene.moods[one.mood], 1);
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** How far a camera step moves what is on screen, in shares of the screen's diagonal. */
function stepOf(told: ReturnType<typeof fixed>, from: number, to: number): number {
  const timeline = buildTimeline(told);
  const [a, b] = [sceneAt(timeline, from, DESKTOP), sceneAt(timeline, to, DESKTOP)];
  const before = createProjection(a.camera, DESKTOP.width, DESKTOP.height);
  const after = createProjection(b.camera, DESKTOP.width, DESKTOP.height);
  const [x0, y0] = before.project(a.camera.center);
  const [x1, y1] = after.project(a.camera.center);
  const zoom = Math.abs(a.camera.zoom - b.camera.zoom);
  return Math.max(Math.hypot(x1 - x0, y1 - y0) / Math.hypot(DESKTOP.width, DESKTOP.height), zoom / 4);
}

test('a thousandth of the story moves the picture by less than a tenth of the screen', () => {
  for (let step = 0; step < 1000; step += 1) {
    const moved = stepOf(fixed(), step / 1000, (step + 1) / 1000);
    assert.ok(moved < 0.1, `progress ${step / 1000} moved ${moved}`);
  }
});

test('the smaller the step of progress, the smaller the step of the camera', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (at) => stepOf(fixed(), at, at + 1e-7) < 1e-4));
});

test('a cut goes from one frame to the next with nothing between', () => {
  const told = fixed({ travel: 'cut' });
  const timeline = buildTimeline(told);
  const rests = told.sections.map((one) => cameraFor(told, one, DESKTOP));
  for (let step = 0; step <= 200; step += 1) {
    const { camera } = sceneAt(timeline, (step / 200) * (1.25 / 3), DESKTOP);
    assert.ok(rests.some((rest) => rest.zoom === camera.zoom && rest.center[0] === camera.center[0]));
  }
});

test('moods sum to one everywhere', () => {
  fc.assert(
    fc.property(sectionLists, progresses, (list, at) => {
      const { moods } = sceneAt(buildTimeline(story(list, PLACES)), at, DESKTOP);
      return Math.abs(moods.paper + moods.dusk + moods.night - 1) < 1e-9;
    }),
  );
});

test('an annotation is nothing before its time and whole after it', () => {
  const timeline = buildTimeline(fixed());
  const at = (sectionProgress: number) => sceneAt(timeline, (1 + sectionProgress) / 3, DESKTOP).annotations;
  assert.equal(at(0.1).length, 0);
  assert.equal(at(0.45)[0]?.t, 1);
  assert.equal(at(0.45)[0]?.opacity, 1);
  assert.equal(at(0.95).length, 0);
});

const draws: fc.Arbitrary<readonly [number, number]> = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

test('the last section is whole at the end of the story, and from its rest on nothing in it fades', () => {
  fc.assert(
    fc.property(
      sectionLists,
      fc.array(draws, { minLength: 1, maxLength: 3 }),
      viewports,
      fc.array(fc.double({ min: REST.start, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
      (list, timings, viewport, along) => {
        const annotations = timings.map((draw, index) => scaleBar(`bar-${index}`, draw));
        const sections = list.map((one, index) => (index === list.length - 1 ? { ...one, annotations } : one));
        const timeline = buildTimeline(story(sections, PLACES));
        const end = sceneAt(timeline, 1, viewport);
        assert.deepEqual(
          end.annotations.map(({ annotation, t, opacity }) => [annotation.id, t, opacity]),
          annotations.map(({ id }) => [id, 1, 1]),
        );
        const rest = restScene(timeline, timeline.count - 1, viewport);
        assert.deepEqual({ ...end, progress: 0, sectionProgress: 0 }, { ...rest, progress: 0, sectionProgress: 0 });
        const shownAt = along
          .toSorted((a, b) => a - b)
          .map((at) => sceneAt(timeline, (timeline.count - 1 + at) / timeline.count, viewport));
        for (const [index, { annotations: shown }] of shownAt.entries()) {
          for (const { key, t, opacity } of shown) {
            const later = shownAt[index + 1]?.annotations.find((one) => one.key === key) ?? { t: 1, opacity: 1 };
            assert.ok(later.t >= t && later.opacity >= opacity);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('progress outside the story is its first or last scene', () => {
  const timeline = buildTimeline(fixed());
  assert.deepEqual(sceneAt(timeline, -1, DESKTOP), sceneAt(timeline, 0, DESKTOP));
  assert.deepEqual(sceneAt(timeline, 2, DESKTOP), sceneAt(timeline, 1, DESKTOP));
});

test('a story without sections is refused', () => {
  assert.throws(() => buildTimeline(story([])), RangeError);
});

const withRings = (carried: boolean, kind = 'ring') => {
  const ring = (own: Partial<AnnotationBase>): AnnotationBase => ({
    id: 'near',
    kind: 'ring',
    draw: [0.3, 0.6],
    space: 'map',
    ...own,
  });
  const frames = [
    { bounds: [36, 35, 37, 36.4] as const },
    { center: [36.677, 35.648] as const, zoom: 9 },
    { center: [36.677, 35.648] as const, zoom: 11 },
  ];
  const sections = frames.map((one, index) =>
    section(index, { frame: frame(one), annotations: index === 0 ? [] : [ring(index === 2 ? { carried, kind } : {})] }),
  );
  return buildTimeline(story(sections));
};

test('what the next section carries on is whole on all the way to it, and begun there from the first', () => {
  const timeline = withRings(true);
  const states = (at: number) => sceneAt(timeline, at / 3, DESKTOP).annotations;
  for (const at of [1.7, 1.8, 1.9, 1.999])
    assert.deepEqual(
      states(at).map(({ t, opacity }) => [t, opacity]),
      [[1, 1]],
    );
  for (const at of [2, 2.1, 2.25, 2.3]) {
    const [{ t = 0, opacity } = {}] = states(at);
    assert.equal(opacity, 1, String(at));
    assert.ok(t > 0 && t < 0.01, String(at));
  }
  assert.equal(states(2.6)[0]?.t, 1);
});

test('what is not carried, or is another kind there, leaves and comes anew', () => {
  for (const timeline of [withRings(false), withRings(true, 'area')]) {
    assert.deepEqual(sceneAt(timeline, 1.95 / 3, DESKTOP).annotations, []);
  }
  assert.deepEqual(sceneAt(withRings(false), 2.1 / 3, DESKTOP).annotations, []);
});

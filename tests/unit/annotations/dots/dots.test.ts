import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unproject } from '../../../../src/geo/mercator.ts';
import type { RestContext } from '../../../../src/labels/rest-context.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { marksOf, placeAndDraw, restContext, viewOf } from '../../../support/kind-context.ts';
import { dotsAt, layOut, OUTLINE, PEOPLE, SETTINGS, settingFor } from './dots-context.ts';

test('there is exactly one dot for every hundred people', () => {
  for (const setting of SETTINGS) assert.equal(dotsAt(1, setting).length, 2350);
});

test('no two dots at rest are nearer than the least distance', () => {
  for (const setting of SETTINGS) {
    const { spacingPx = 0 } = layOut(PEOPLE, setting) ?? {};
    const dots = dotsAt(1, setting);
    dots.forEach(([ax, ay], i) => {
      for (const [bx, by] of dots.slice(i + 1)) assert.ok(Math.hypot(ax - bx, ay - by) >= spacingPx - 1e-9);
    });
  }
});

test('dots keep their full size where the free box is large enough', () => {
  assert.deepEqual(
    SETTINGS.map((setting) => layOut(PEOPLE, setting)?.spacingPx),
    [4.15, 2.75],
  );
});

test('where the ground is too small, dots and distance shrink together and the count stays', () => {
  const layout = layOut(PEOPLE, settingFor(190, 190, 7.7));
  assert.equal(layout?.count, 2350);
  assert.ok((layout?.spacingPx ?? 9) < 2.75);
  assert.ok(Math.abs((layout?.radiusPx ?? 0) / (layout?.spacingPx ?? 1) - 1.08 / 2.75) < 1e-9);
});

/** Distance to the outline of the region, negative outside it (by even-odd crossing, independent of the code under test). */
function depth([x, y]: readonly [number, number], { projection }: RestContext): number {
  const ring = OUTLINE.map((p) => projection.project(p));
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  ring.slice(1).forEach(([bx, by], i) => {
    const [ax, ay] = ring[i] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const u = Math.min(
      1,
      Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    );
    nearest = Math.min(nearest, Math.hypot(x - ax - u * (bx - ax), y - ay - u * (by - ay)));
  });
  return inside ? nearest : -nearest;
}

test('every dot rests inside the region, at least 6 px from its outline, and inside the free box', () => {
  for (const setting of SETTINGS) {
    const context = restContext(setting);
    const { left, right, top, bottom } = context.freeBox;
    for (const dot of dotsAt(1, setting)) {
      assert.ok(depth(dot, context) >= 6 - 1e-6);
      assert.ok(dot[0] > left && dot[0] < right && dot[1] > top && dot[1] < bottom);
    }
  }
});

test('the same reader and another reader see the same dots', () => {
  const copy = settingFor(700, 760, 9.55);
  assert.deepEqual(placeAndDraw(PEOPLE, 0.6, SETTINGS[0]), placeAndDraw({ ...PEOPLE }, 0.6, copy));
});

test('dots set out one after another, and the number on the way never falls', () => {
  const counts = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((t) => dotsAt(t, SETTINGS[0]).length);
  assert.equal(counts[0], 0);
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  );
  assert.ok((counts[1] ?? 0) > 0 && (counts[5] ?? 0) < 2350);
});

test('no dot jumps as t moves a little', () => {
  const [setting] = SETTINGS;
  const far = (a: readonly (readonly [number, number])[], b: typeof a): number =>
    Math.max(...a.map(([x, y]) => Math.min(...b.map(([u, v]) => Math.hypot(x - u, y - v)))));
  assert.ok(far(dotsAt(0.5, setting), dotsAt(0.502, setting)) < 8);
  assert.ok(far(dotsAt(0.998, setting), dotsAt(1, setting)) < 8);
});

test('dots stay on their places when the camera moves', () => {
  const [setting] = SETTINGS;
  const elsewhere = { ...setting, camera: { center: [36.5, 36], zoom: 9, pitch: 20, bearing: 10 } } as const;
  const { projection, restProjection } = viewOf(elsewhere);
  const moved = dotsAt(1, elsewhere);
  const rest = layOut(PEOPLE, setting);
  const expected = Array.from({ length: 2350 }, (_, i) =>
    projection.project(unproject(restProjection, [rest?.xs[i] ?? 0, rest?.ys[i] ?? 0])),
  );
  const byX = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];
  const rounded = expected.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const).sort(byX);
  assert.deepEqual([...moved].sort(byX), rounded);
});

test('dots are strong at first and at their faintest where the way ends', () => {
  const opacities = plainMarks(marksOf(PEOPLE, 1, SETTINGS[0])).flatMap((mark) =>
    mark.type === 'path' && !mark.key.includes('/key/') ? [mark.opacity ?? 1] : [],
  );
  assert.equal(Math.max(...opacities), 1);
  assert.ok(Math.min(...opacities) >= 0.14 && Math.min(...opacities) < 0.3);
  assert.ok(opacities.length <= 8);
});

test('a place, region or fact that is missing draws nothing', () => {
  for (const missing of [{ within: 'elsewhere' }, { from: 'nowhere' }, { fact: 'none' }]) {
    assert.equal(placeAndDraw({ ...PEOPLE, ...missing }, 1, SETTINGS[0]).placement, null);
  }
});

test('those who have arrived are drawn as they were, while the others walk', () => {
  const pathsAt = (t: number): ReadonlyMap<string, string> =>
    new Map(
      plainMarks(marksOf(PEOPLE, t, SETTINGS[0])).flatMap((mark) =>
        mark.type === 'path' && !mark.key.includes('/key/') ? [[mark.key, mark.d] as const] : [],
      ),
    );
  const [before, after] = [pathsAt(0.8), pathsAt(0.8005)];
  const arrived = [...before.keys()].filter((key) => !key.endsWith('/walking'));
  const walking = [...before.keys()].filter((key) => key.endsWith('/walking'));
  assert.ok(arrived.length > 0 && walking.length > 0);
  for (const key of arrived) assert.equal(after.get(key), before.get(key));
  assert.ok(walking.some((key) => after.get(key) !== before.get(key)));
});

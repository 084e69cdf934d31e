import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { progressIn, screenAnd, scrollTo } from '../../../../src/embed/loader/drive-geometry.ts';
import { growthOf } from '../../../../src/embed/loader/growth.ts';
import { fittingMode, type HostPage, isSizedByContent } from '../../../../src/embed/loader/host-page.ts';

const PAGE: HostPage = { isFramed: false, windowHeightPx: 900, screenHeightPx: 1080, canStick: true, snaps: false };

test('a page scrolls the story where nothing stands in its way', () => {
  assert.equal(fittingMode(null, PAGE), 'scroll');
  assert.equal(fittingMode('scroll', PAGE), 'scroll');
});

for (const [what, differs] of Object.entries<Partial<HostPage>>({
  'an ancestor of which it cannot stick to the screen': { canStick: false },
  'that snaps to places of its own': { snaps: true },
  'in a window higher than any screen': { windowHeightPx: 3000 },
})) {
  test(`a page ${what} leaves the story its frame, whatever is asked for`, () => {
    for (const wanted of [null, 'scroll'] as const)
      assert.equal(fittingMode(wanted, { ...PAGE, ...differs }), 'contained');
  });
}

test('a page in a frame, which may be as high as its content, scrolls the story only when it says so', () => {
  const framed = { ...PAGE, isFramed: true };
  assert.equal(fittingMode(null, framed), 'contained');
  assert.equal(fittingMode('scroll', framed), 'scroll');
  assert.equal(fittingMode('scroll', { ...framed, windowHeightPx: 20_000 }), 'contained');
});

test('no page changes a mode that does not need its scrolling', () => {
  for (const wanted of ['contained', 'flat', 'card'] as const) {
    assert.equal(fittingMode(wanted, { ...PAGE, isFramed: true, snaps: true, canStick: false }), wanted);
  }
});

test('a browser zoomed out to half its size is no window made as high as its content', () => {
  assert.equal(isSizedByContent({ ...PAGE, windowHeightPx: 2 * PAGE.screenHeightPx }), false);
});

test('a story becomes longer only where nothing in sight moves', () => {
  assert.equal(growthOf({ top: 300, bottom: 1100 }, 800), 'down');
  assert.equal(growthOf({ top: 1500, bottom: 2300 }, 800), 'down');
  assert.equal(growthOf({ top: -900, bottom: -100 }, 800), 'up');
  assert.equal(growthOf({ top: -300, bottom: 500 }, 800), null);
});

const place = fc.record({
  topPx: fc.integer({ min: -50_000, max: 2000 }),
  offsetPx: fc.integer({ min: 0, max: 100 }),
  lengthPx: fc.integer({ min: 1000, max: 40_000 }),
  zoom: fc.constantFrom(0.5, 0.8, 1, 1.25, 2),
});

test('to scroll to a progress and to read it are one another’s reverse, whatever the page’s zoom', () => {
  fc.assert(
    fc.property(place, fc.double({ min: 0, max: 1, noNaN: true }), (before, progress) => {
      const topPx = before.topPx - scrollTo(before, progress);
      assert.ok(Math.abs(progressIn({ ...before, topPx }) - progress) < 1e-9);
    }),
  );
});

test('a zoomed page has the whole story between its first pixel and its last', () => {
  const zoomed = { topPx: 0, offsetPx: 0, lengthPx: 10_000, zoom: 0.8 };
  assert.equal(progressIn(zoomed), 0);
  assert.equal(progressIn({ ...zoomed, topPx: -8000 }), 1);
  assert.ok(progressIn({ ...zoomed, topPx: -7999 }) < 1);
  assert.equal(screenAnd('vh', 10_000, 0.8), 'calc(100vh / 0.8 + 10000px)');
  assert.equal(screenAnd('svh', -60, 1), 'calc(100svh + -60px)');
});

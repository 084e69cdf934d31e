import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutFor } from '../../../src/story/layout.ts';
import type { ScrollStops } from '../../../src/story/scroll.ts';
import { landingOf, orderScrollStops, progressAtScroll, scrollStopsOf } from '../../../src/story/scroll.ts';
import { LANDING } from '../../../src/story/timeline.ts';
import { cards, viewports } from '../../support/arbitraries.ts';

/** What a section's way adds to the page before it, in heights of the screen: a share of 1 nothing, one of 3 the most. */
const extras = fc.constantFrom(0, 0, 0.28, 1.12);

/** Pages of sections under each other, each with a text of its own height. */
const pages: fc.Arbitrary<{ readonly stops: readonly ScrollStops[]; readonly end: number }> = fc
  .record({
    viewport: viewports,
    texts: fc.array(fc.record({ height: fc.integer({ min: 80, max: 2000 }), card: cards, extra: extras }), {
      minLength: 2,
      maxLength: 8,
    }),
  })
  .map(({ viewport, texts }) => {
    let top = 0;
    const raw = texts.map(({ height, card, extra }) => {
      top += extra * viewport.height;
      const padding = viewport.height * 0.4;
      const geometry = {
        top,
        bottom: top + height + 2 * padding,
        textTop: top + padding,
        textBottom: top + padding + height,
      };
      top = geometry.bottom;
      return scrollStopsOf(geometry, layoutFor(viewport, card), viewport.height);
    });
    const end = Math.max(1, top - viewport.height);
    return { stops: orderScrollStops(raw, end), end };
  });

test('progress never falls while scrolling down, from 0 to 1', () => {
  fc.assert(
    fc.property(pages, ({ stops }) => {
      const bottom = stops.at(-1)?.leave ?? 0;
      let before = 0;
      assert.equal(progressAtScroll(stops, 0), 0);
      for (let step = 0; step <= 400; step += 1) {
        const progress = progressAtScroll(stops, (bottom * step) / 400);
        assert.ok(progress >= before - 1e-12);
        before = progress;
      }
      assert.equal(progressAtScroll(stops, bottom), 1);
    }),
  );
});

test('progress has no jumps: a pixel of scroll is a small step', () => {
  fc.assert(
    fc.property(pages, fc.double({ min: 0, max: 1, noNaN: true }), ({ stops }, share) => {
      const at = (stops.at(-1)?.leave ?? 0) * share;
      const [index] = [stops.findIndex((one) => at <= one.leave)];
      const section = stops[Math.max(0, index)];
      const shortest = section
        ? Math.min(...[section.landing - section.enter, section.leave - section.landing].filter((n) => n > 0))
        : 1;
      const step = progressAtScroll(stops, at + 1e-4) - progressAtScroll(stops, at);
      return step <= (1 / stops.length) * Math.max(1e-3, 1e-3 / Math.min(1, shortest));
    }),
  );
});

test('a link arrives at the landing of its section', () => {
  fc.assert(
    fc.property(pages, ({ stops }) => {
      for (let index = 1; index < stops.length; index += 1) {
        const progress = progressAtScroll(stops, landingOf(stops, index));
        assert.ok(Math.abs(progress * stops.length - index - LANDING) < 1e-6);
      }
    }),
  );
});

test('where nothing follows the story its end is the end of the page', () => {
  const stops = [
    { enter: 0, landing: 0, leave: 400 },
    { enter: 600, landing: 800, leave: 1300 },
  ];
  assert.equal(progressAtScroll(orderScrollStops(stops, 1000, 1000), 1000), 1);
  assert.ok(progressAtScroll(orderScrollStops(stops, 1000, 2000), 1000) < 1);
});

test('a longer way takes more of the scroll and no more of the progress, and leaves every rest as long as it was', () => {
  const rest = (top: number): ScrollStops => ({ enter: top, landing: top + 200, leave: top + 500 });
  const [usual, longer] = [0, 280].map((extra) => [0, 1000, 2000 + extra, 3000 + extra].map(rest));
  assert.ok(usual && longer);
  const progressOf = (stops: readonly ScrollStops[], index: number) =>
    (['enter', 'landing', 'leave'] as const).map((name) => progressAtScroll(stops, stops[index]?.[name] ?? 0));
  for (const index of [1, 2, 3]) assert.deepEqual(progressOf(longer, index), progressOf(usual, index));
  const halfway = (stops: readonly ScrollStops[]): number =>
    progressAtScroll(stops, ((stops[1]?.leave ?? 0) + (stops[2]?.enter ?? 0)) / 2);
  assert.equal(halfway(longer), halfway(usual));
});

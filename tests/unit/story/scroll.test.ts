import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutFor } from '../../../src/story/layout.ts';
import type { Knots } from '../../../src/story/scroll.ts';
import { knotsOf, landingOf, orderKnots, progressAtScroll } from '../../../src/story/scroll.ts';
import { LANDING } from '../../../src/story/timeline.ts';
import { cards, viewports } from '../../support/arbitraries.ts';

/** Pages of sections under each other, each with a text of its own height. */
const pages: fc.Arbitrary<{ readonly knots: readonly Knots[]; readonly end: number }> = fc
  .record({
    viewport: viewports,
    texts: fc.array(fc.record({ height: fc.integer({ min: 80, max: 2000 }), card: cards }), {
      minLength: 2,
      maxLength: 8,
    }),
  })
  .map(({ viewport, texts }) => {
    let top = 0;
    const raw = texts.map(({ height, card }) => {
      const padding = viewport.height * 0.4;
      const geometry = {
        top,
        bottom: top + height + 2 * padding,
        textTop: top + padding,
        textBottom: top + padding + height,
      };
      top = geometry.bottom;
      return knotsOf(geometry, layoutFor(viewport, card), viewport.height);
    });
    const end = Math.max(1, top - viewport.height);
    return { knots: orderKnots(raw, end), end };
  });

test('progress never falls while scrolling down, from 0 to 1', () => {
  fc.assert(
    fc.property(pages, ({ knots }) => {
      const bottom = knots.at(-1)?.end ?? 0;
      let before = 0;
      assert.equal(progressAtScroll(knots, 0), 0);
      for (let step = 0; step <= 400; step += 1) {
        const progress = progressAtScroll(knots, (bottom * step) / 400);
        assert.ok(progress >= before - 1e-12);
        before = progress;
      }
      assert.equal(progressAtScroll(knots, bottom), 1);
    }),
  );
});

test('progress has no jumps: a pixel of scroll is a small step', () => {
  fc.assert(
    fc.property(pages, fc.double({ min: 0, max: 1, noNaN: true }), ({ knots }, share) => {
      const at = (knots.at(-1)?.end ?? 0) * share;
      const [index] = [knots.findIndex((knot) => at <= knot.end)];
      const knot = knots[Math.max(0, index)];
      const shortest = knot
        ? Math.min(...[knot.landing - knot.start, knot.end - knot.landing].filter((n) => n > 0))
        : 1;
      const step = progressAtScroll(knots, at + 1e-4) - progressAtScroll(knots, at);
      return step <= (1 / knots.length) * Math.max(1e-3, 1e-3 / Math.min(1, shortest));
    }),
  );
});

test('a link arrives at the landing of its section', () => {
  fc.assert(
    fc.property(pages, ({ knots }) => {
      for (let index = 1; index < knots.length; index += 1) {
        const progress = progressAtScroll(knots, landingOf(knots, index));
        assert.ok(Math.abs(progress * knots.length - index - LANDING) < 1e-6);
      }
    }),
  );
});

test('where nothing follows the story its end is the end of the page', () => {
  const knots = [
    { start: 0, landing: 0, end: 400 },
    { start: 600, landing: 800, end: 1300 },
  ];
  assert.equal(progressAtScroll(orderKnots(knots, 1000, 1000), 1000), 1);
  assert.ok(progressAtScroll(orderKnots(knots, 1000, 2000), 1000) < 1);
});

import fc from 'fast-check';
import type { LngLat } from '../../src/geo/lng-lat.ts';
import type { Viewport } from '../../src/story/scene.ts';
import type { Card, Frame } from '../../src/story/story.ts';
import { frame } from './story.ts';

const size = (minWidth: number, maxWidth: number, minHeight: number, maxHeight: number) =>
  fc.record({
    width: fc.integer({ min: minWidth, max: maxWidth }),
    height: fc.integer({ min: minHeight, max: maxHeight }),
  });

/** Screens the reader is promised to work on: phones upright and on their side, tablets, desktops, an embed. */
export const viewports: fc.Arbitrary<Viewport> = fc
  .record({
    screen: fc.oneof(
      size(320, 430, 568, 932),
      size(568, 932, 320, 430),
      size(744, 1099, 744, 1200),
      size(1100, 2560, 640, 1440),
    ),
    dir: fc.constantFrom('ltr' as const, 'rtl' as const),
  })
  .map(({ screen, dir }) => ({ ...screen, dir, embed: false }));

/** Frames in a column of text or across the page, upright and on their side. */
export const embed: fc.Arbitrary<Viewport> = fc
  .record({ frame: size(320, 1400, 360, 1000), dir: fc.constantFrom('ltr' as const, 'rtl' as const) })
  .map(({ frame: box, dir }) => ({ ...box, dir, embed: true }));

export const cards: fc.Arbitrary<Card> = fc.record({
  layout: fc.constantFrom('column' as const, 'over' as const, 'top' as const),
  side: fc.constantFrom('start' as const, 'end' as const),
  width: fc.constantFrom('normal' as const, 'narrow' as const),
});

export const lngLats: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 33, max: 43, noNaN: true }),
  fc.double({ min: 33.5, max: 38.5, noNaN: true }),
);

const boundsFrames: fc.Arbitrary<Frame> = fc
  .tuple(lngLats, fc.double({ min: 0.02, max: 5, noNaN: true }), fc.double({ min: 0.02, max: 3, noNaN: true }))
  .map(([[lng, lat], width, height]) => frame({ bounds: [lng, lat, lng + width, lat + height] }));

const centerFrames: fc.Arbitrary<Frame> = fc
  .tuple(lngLats, fc.double({ min: 4, max: 12, noNaN: true }))
  .map(([center, zoom]) => frame({ center, zoom }));

/** Frames of every form, some tilted and turned. Places are `a`, `b`, `c`. */
export const frames: fc.Arbitrary<Frame> = fc
  .record({
    base: fc.oneof(
      boundsFrames,
      centerFrames,
      fc.double({ min: 1, max: 60, noNaN: true }).map((radiusKm) => frame({ places: ['a', 'b'], radiusKm })),
    ),
    keepVisible: fc.subarray(['a', 'b', 'c']),
    pitch: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 35, noNaN: true })),
    bearing: fc.oneof(fc.constant(0), fc.double({ min: -180, max: 180, noNaN: true })),
  })
  .map(({ base, ...rest }) => ({ ...base, ...rest }));

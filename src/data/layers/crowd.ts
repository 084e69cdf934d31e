import type { DataLayer } from '../../story/data/data-layer.ts';

/** Of more shapes than these a map seen from afar draws those together that are smaller than its pixels. */
export const MANY_SHAPES = 2000;

/** The most things that a layer shows at one time. */
export const shapeCount = ({ slices }: Pick<DataLayer, 'slices'>): number =>
  slices.reduce((most, { features }) => Math.max(most, features.length), 0);

import { z } from 'astro/zod';
import { optionalWords, ref, words } from '../../annotations/fields.ts';
import type { ChartData } from './chart-data.ts';

/** What the build adds: an author has no say in it. */
const data = () =>
  z
    .custom<ChartData | undefined>((found) => found === undefined, {
      error: 'nothing: a chart takes its figures from `table`',
    })
    .optional();

/** A column of figures: by its name alone, or with the words that stand for it. */
export const column = () =>
  z.preprocess(
    (found) => (typeof found === 'string' || typeof found === 'number' ? { column: String(found) } : found),
    z.strictObject({ column: ref.column(), label: optionalWords() }),
  );

/** Fields of all charts from a table. */
export const chartFields = () => ({
  table: ref.table(),
  title: words(),
  /** What the figures count, in words; `%` sets them as shares. */
  unit: optionalWords(),
  note: optionalWords(),
  data: data(),
});

/** Of charts that go along with a map: all of the room beside the text, or a corner of it, on paper of their own. */
export const chartSize = () => z.enum(['full', 'inset']).default('full');

/** A value of a cell, by which a row or a series is meant. */
export const entry = () => ref.entry();

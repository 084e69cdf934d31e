import { z } from 'astro/zod';
import { isoDate, optionalWords, ref, words } from '../../annotations/fields.ts';

const event = z.strictObject({ id: z.string(), date: isoDate(), head: words(), body: optionalWords() });
const range = z.tuple([isoDate(), isoDate()]);
const period = z.strictObject({
  from: isoDate(),
  to: isoDate(),
  fact: ref.fact(),
  label: optionalWords(),
  body: optionalWords(),
});

/** Dates are inclusive. The overview counts months, the detail days. */
export const timelineSchema = z.strictObject({
  overview: range,
  detail: range,
  events: z.array(event).min(1),
  period: period.nullable().default(null),
});

import { z } from 'astro/zod';
import { optionalWords, ref, words } from '../../annotations/fields.ts';
import { isWithinSpan, type Moment, meets, readMoment, type Span } from './timeline-dates.ts';

const EXPECTED = 'a date such as `2019-12-27`, `2019-12`, `2019`, `1920s`, `44 BC` or `5th century`';
const CURES: Readonly<Record<string, string>> = {
  none: EXPECTED,
  negative: 'an era in words, such as `44 BC`, since a year before Christ can be counted in two ways',
};

/** A date, as exactly as it is known. */
const moment = () =>
  z.union([z.string(), z.number()], { error: EXPECTED }).transform((written, { issues }): Moment => {
    const text = String(written);
    const read = readMoment(text);
    if (read !== null && read !== 'none') return read;
    const params = read === 'none' ? { problem: 'NoSuchDate' } : {};
    const cure = /^-\d/.test(text) ? 'negative' : 'none';
    issues.push({ code: 'custom', params, message: CURES[cure] ?? EXPECTED, input: written });
    return z.NEVER;
  });

const REVERSED = { params: { problem: 'ReversedSpan' } } as const;

const span = () =>
  z
    .tuple([moment(), moment()])
    .refine(([from, to]) => from.first <= to.last, REVERSED)
    .transform(([from, to]): Span => ({ first: from.first, last: to.last }));

const event = z
  .strictObject({
    id: z.string(),
    date: moment(),
    head: words(),
    body: optionalWords(),
    /** It went on from then, and is on record up to here: a bar beside the days that has no end. */
    knownUntil: moment().optional(),
  })
  .refine(({ date, knownUntil }) => knownUntil === undefined || date.first <= knownUntil.last, {
    ...REVERSED,
    path: ['knownUntil'],
  });

const period = z
  .strictObject({
    from: moment(),
    to: moment(),
    fact: ref.fact(),
    label: optionalWords(),
    body: optionalWords(),
  })
  .refine(({ from, to }) => from.first <= to.last, { ...REVERSED, path: ['to'] });

const fields = z.strictObject({
  /** Left out where one axis tells it all. */
  overview: span().nullable().default(null),
  detail: span(),
  events: z.array(event).min(1),
  period: period.nullable().default(null),
});

type Fields = z.infer<typeof fields>;

/** A span that ends before it begins has been refused already, and is none. */
const isForward = ({ first, last }: Span): boolean => first <= last;

/** What no axis reaches would be left out without a word. */
const checkReach: z.core.CheckFn<Fields> = ({ value: { overview, detail, events, period: red }, issues }) => {
  const axes = overview === null ? [detail] : [overview, detail];
  const error = {
    code: 'custom',
    message: `a date inside ${axes.length > 1 ? '`overview` or ' : ''}\`detail\``,
  } as const;
  events.forEach(({ date }, index) => {
    if (axes.some((axis) => meets(date, axis))) return;
    issues.push({ ...error, path: ['events', index, 'date'], input: date });
  });
  if (overview !== null && axes.every(isForward) && !isWithinSpan(detail, overview)) {
    issues.push({ ...error, message: 'a time that holds all of `detail`', path: ['overview'], input: overview });
  }
  events.forEach(({ date, knownUntil }, index) => {
    if (knownUntil === undefined || (meets(date, detail) && meets(knownUntil, detail))) return;
    issues.push({
      ...error,
      message: 'a date inside `detail`, as that of its event',
      path: ['events', index, 'knownUntil'],
      input: knownUntil,
    });
  });
  for (const end of ['from', 'to'] as const) {
    if (red === null || meets(red[end], detail)) continue;
    issues.push({ ...error, message: 'a date inside `detail`', path: ['period', end], input: red[end] });
  }
};

/** Dates are inclusive. The overview is the long time, the detail the part of it that matters. */
export const timelineSchema = fields.check(checkReach);

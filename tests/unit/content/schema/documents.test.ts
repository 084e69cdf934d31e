import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainData, roleOf } from '../../../../src/content/files/raw.ts';
import { annotationSchema } from '../../../../src/content/schema/annotation.ts';
import { boundsSchema, isoDateSchema } from '../../../../src/content/schema/documents.ts';
import { sectionSchema } from '../../../../src/content/schema/section.ts';

test('a path says what a file is', () => {
  assert.deepEqual(roleOf('en/index.mdx'), { role: 'opening', locale: 'en' });
  assert.deepEqual(roleOf('ar/100-where-to.mdx'), { role: 'section', locale: 'ar', number: 100, id: 'where-to' });
  assert.deepEqual(roleOf('en/1009-far-on.mdx'), { role: 'section', locale: 'en', number: 1009, id: 'far-on' });
  assert.deepEqual(roleOf('data/first-flight.geojson'), { role: 'data', name: 'first-flight' });
  assert.deepEqual(roleOf('data/NOTES.md'), { role: 'beside' });
  assert.deepEqual(roleOf('data/measure.ts'), { role: 'beside' });
  assert.deepEqual(roleOf('media/ferry.ts'), { role: 'media', name: 'ferry.ts' }, 'a film, not a program');
  for (const path of [
    'en/1-x.mdx',
    'en/10-X.mdx',
    'en/x.mdx',
    'english/10-x.mdx',
    'data/My Route.geojson',
    'fact.yaml',
  ]) {
    assert.deepEqual(roleOf(path), { role: 'unknown' }, path);
  }
});

test('dates read as Date and as text are the same', () => {
  assert.deepEqual(plainData({ a: [new Date('2019-12-27')] }), { a: ['2019-12-27'] });
});

test('only year-month-day is a date', () => {
  for (const date of ['2019-12-27', '2024-02-01']) assert.ok(isoDateSchema.safeParse(date).success, date);
  for (const date of ['27.12.2019', '2019-13-01', '2019-12-32', '2019', '2019-12-27T00:00:00Z']) {
    assert.ok(!isoDateSchema.safeParse(date).success, date);
  }
});

test('bounds run from west to east and from south to north', () => {
  assert.ok(boundsSchema.safeParse([33, 33.5, 43, 38.5]).success);
  assert.ok(!boundsSchema.safeParse([43, 33.5, 33, 38.5]).success);
  assert.ok(!boundsSchema.safeParse([33, 38.5, 43, 33.5]).success);
});

test('a callout points at exactly one thing', () => {
  const callout = annotationSchema('callout');
  assert.ok(callout);
  const base = { kind: 'callout', head: 'Here' };
  assert.ok(callout.safeParse({ ...base, place: 'a' }).success);
  assert.ok(callout.safeParse({ ...base, route: 'basemap:M5', along: 0.5 }).success);
  assert.ok(!callout.safeParse(base).success);
  assert.ok(!callout.safeParse({ ...base, place: 'a', at: [1, 2] }).success);
});

test('a way is scrubbed, cut, or has a share of its own, from the usual one to thrice that', () => {
  const travelOf = (travel: unknown) => sectionSchema.safeParse({ title: 'Here', travel });
  for (const travel of ['scrub', 'cut', { share: 1 }, { share: 1.5 }, { share: 3 }]) {
    assert.ok(travelOf(travel).success, JSON.stringify(travel));
  }
  for (const travel of ['slow', 1.5, { share: 0.5 }, { share: 4 }, { share: '2' }, {}, { share: 2, way: 1 }]) {
    const { error } = travelOf(travel);
    assert.match(error?.issues[0]?.message ?? '', /from 1 to 3|Unrecognized key/, JSON.stringify(travel));
  }
});

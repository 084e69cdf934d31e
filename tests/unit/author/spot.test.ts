import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editFrom, type Spot, spotAt, whereWords } from '../../../src/author/spot.ts';
import { createProjection } from '../../../src/geo/mercator.ts';
import { place, section, story } from '../../support/story.ts';

const harbour = { ...place('harbour', 36.7, 35.7), names: { en: 'The harbour', ar: 'الميناء' } };
const STORY = story([section(0)], [harbour]);
const projection = createProjection({ center: [36.7, 35.7], zoom: 10, pitch: 0, bearing: 0 }, 800, 600);

const SPOT: Spot = { lngLat: [36.71234, 35.70001], place: null, uncertaintyMetres: 40 };
const fieldsOf =
  (fields: Readonly<Record<string, string>>) =>
  (name: string): string =>
    fields[name] ?? '';
const placed = (name: string, own = STORY) =>
  editFrom('place', SPOT, fieldsOf({ name, source: 'a map' }), own, 'section-0');

test('a click is where it shows, to five digits, which is a metre', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 600 }), (x, y) => {
      const { lngLat } = spotAt([x, y], projection, STORY);
      const [px, py] = projection.project(lngLat);
      assert.ok(Math.hypot(px - x, py - y) < 0.05);
      for (const degrees of lngLat) assert.match(String(degrees), /^-?\d+(\.\d{1,5})?$/);
    }),
  );
});

test('a click beside a place means the place, and one farther off does not', () => {
  assert.equal(spotAt([408, 305], projection, STORY).place, 'harbour');
  assert.equal(spotAt([420, 300], projection, STORY).place, null);
});

test('the nearer the map, the more exactly a click is known, and never more than to ten metres', () => {
  const at = (zoom: number) =>
    spotAt([10, 10], createProjection({ ...projection.camera, zoom }, 800, 600), STORY).uncertaintyMetres;
  assert.ok(at(6) > at(8) && at(8) > at(10));
  assert.equal(at(18), 10);
  for (const zoom of [5, 8, 11, 14]) assert.equal(at(zoom) % 10, 0);
});

test('a callout stands at the place clicked at, else at the point', () => {
  const words = fieldsOf({ head: 'A head', body: 'A body' });
  const callout = (spot: Spot) => editFrom('callout', spot, words, STORY, 'section-0');
  assert.deepEqual(callout(SPOT), {
    kind: 'callout',
    story: 'test',
    section: 'section-0',
    at: [36.71234, 35.70001],
    head: 'A head',
    body: 'A body',
  });
  const atPlace = callout({ ...SPOT, place: 'harbour' });
  assert.equal(atPlace.kind === 'callout' && atPlace.at, 'harbour');
});

const idOf = (name: string, own = STORY): string => {
  const edit = placed(name, own);
  return edit.kind === 'place' ? edit.id : '';
};

test('the id of a new place is made of its name: small letters, digits and hyphens', () => {
  assert.equal(idOf('Khan Sheikhoun'), 'khan-sheikhoun');
  assert.equal(idOf('Þórshöfn (old)'), 'orshofn-old');
  assert.equal(idOf('سراقب'), 'place', 'of a name without such letters there is nothing to make it of');
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), (name) => {
      assert.match(idOf(name), /^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test('no new place takes the id of another', () => {
  const taken = story([section(0)], [place('saraqeb', 0, 0), place('saraqeb-2', 0, 0)]);
  assert.equal(idOf('Saraqeb', taken), 'saraqeb-3');
  assert.equal(idOf('Harbour'), 'harbour-2');
});

test('a new place says where its position comes from and how exactly it is known', () => {
  const edit = placed('Saraqeb');
  assert.ok(edit.kind === 'place');
  assert.deepEqual([edit.name, edit.source, edit.uncertaintyMetres], ['Saraqeb', 'a map', 40]);
  assert.deepEqual(edit.lngLat, [36.71234, 35.70001]);
});

test('the author is told where the words will stand', () => {
  assert.equal(whereWords(SPOT, STORY), 'At 36.71234, 35.70001');
  assert.equal(whereWords({ ...SPOT, place: 'harbour' }, STORY), 'At The harbour');
});

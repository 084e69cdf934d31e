import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GroundRefusal } from '../../../../../src/cli/ground/archive/archive.ts';
import { detectSchema, unknownLayers } from '../../../../../src/cli/ground/schemas/detect-schema.ts';
import { namesOf } from '../../../../../src/cli/ground/schemas/schema.ts';

const LANGUAGES = new Set(['en', 'ar']);

test('names are kept in the languages of the story and as they are written on the spot, in no third one', () => {
  const properties = {
    name: 'Rua',
    'name:en': 'Street',
    name_ar: 'شارع',
    'name:de': 'Straße',
    name_int: 'Int',
    'name:latin': 'L',
  };
  assert.deepEqual(namesOf(properties, LANGUAGES), { ar: 'شارع', en: 'Street', local: 'Rua' });
});

test('a name that is none, that steers the text around it, or that is endless is not taken as it is', () => {
  assert.deepEqual(namesOf({ name: 7, 'name:en': '   ' }, LANGUAGES), {});
  assert.deepEqual(namesOf({ name: 'A\u202Eb\u0007c' }, LANGUAGES), { local: 'A b c' });
  assert.deepEqual(namesOf({ name: 'x'.repeat(500) }, LANGUAGES), {});
});

test('a schema is known by its layers, and layers it does not have are named', () => {
  const layers = ['transportation', 'building', 'place', 'sheep'];
  const schema = detectSchema(layers, 'a.pmtiles');
  assert.equal(schema.name, 'OpenMapTiles');
  assert.deepEqual(unknownLayers(layers, schema), ['sheep']);
  assert.throws(() => detectSchema(['buildings'], 'a.pmtiles'), GroundRefusal);
});

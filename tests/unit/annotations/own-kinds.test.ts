import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { drawAnnotation } from '../../../src/annotations/drawing.ts';
import { addOwnKinds } from '../../../src/annotations/own/own-kinds.ts';
import { ownKindName } from '../../../src/annotations/own/own-names.ts';
import { namesOf, placeAnnotation, subjectOf } from '../../../src/annotations/placing.ts';
import { type AnyDefinition, definitionOf, fetchedKinds, tablesOf } from '../../../src/annotations/registry.ts';
import type { AnnotationBase } from '../../../src/story/annotation.ts';
import { restContext, viewOf } from '../../support/kind-context.ts';
import { KIND_LAWS } from '../../support/kind-laws.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FERRY = join(ROOT, 'tests/fixtures/sites/volcano/content/stories/the-ferry');

const definitionIn = async (path: string): Promise<AnyDefinition> =>
  ((await import(pathToFileURL(path).href)) as { readonly default: AnyDefinition }).default;

/** The kind that the guide walks through, as it is written there. */
async function kindOfGuide(): Promise<AnyDefinition> {
  const guide = await readFile(join(ROOT, 'content/guide/own-kinds.md'), 'utf8');
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  // Below the project, where `#kinds` is found.
  const folder = join(ROOT, 'tests/.results/guide');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'wind-rose.ts'), code);
  return definitionIn(join(folder, 'wind-rose.ts'));
}

const own: readonly (readonly [string, AnyDefinition])[] = [
  ['guide', await kindOfGuide()],
  ['ferry', await definitionIn(join(FERRY, 'charts/sea-state.ts'))],
];
for (const [slug, definition] of own) addOwnKinds(slug, [definition]);

for (const [slug, { kind, example }] of own) {
  const definition = definitionOf({ kind: ownKindName(slug, kind) });
  const renamed = { ...definition, example: example.replace(kind, definition.kind) };
  for (const [law, hold] of Object.entries(KIND_LAWS)) {
    test(`${definition.kind}: ${law}`, async () => {
      const { exampleOf } = await import('../../support/kind-laws.ts');
      hold(renamed, { ...exampleOf(renamed), id: kind });
    });
  }
}

const base = {
  kind: 'buoy',
  summary: '',
  schema: z.strictObject({}),
  order: 1,
  isFixed: true,
  space: 'map',
  example: '',
};
const broken = (own: Partial<AnyDefinition>): AnyDefinition =>
  ({ ...base, place: () => ({ placement: 1, boxes: [] }), draw: () => [], ...own }) as unknown as AnyDefinition;
const one: AnnotationBase = { id: 'buoy', kind: 'sea/buoy', draw: [0, 1], space: 'map' };
const throws = (): never => {
  throw new Error('adrift');
};

/** What is told of a kind that is placed and drawn once. */
function toldOf(definition: Partial<AnyDefinition>): readonly string[] {
  const told: string[] = [];
  addOwnKinds('sea', [broken(definition)], (failure) => told.push(failure));
  const placed = placeAnnotation(one, restContext(), undefined as never);
  // As a worker hands it on.
  const { placement } = structuredClone(placed) ?? { placement: null };
  assert.deepEqual(drawAnnotation(one, placement, 1, viewOf()), []);
  return told;
}

test('what goes wrong in a story’s kind is told and leaves its annotation out', () => {
  assert.deepEqual(toldOf({}), []);
  assert.deepEqual(toldOf({ draw: throws }), ['sea/buoy: adrift']);
  assert.deepEqual(toldOf({ place: throws }), ['sea/buoy: adrift']);
  assert.deepEqual(toldOf({ draw: () => null as never }).length, 1);
  assert.match(
    toldOf({ place: () => ({ placement: () => 1, boxes: [] }) })[0] ?? '',
    /sea\/buoy: .*could not be cloned/,
  );
});

test('nor do its other parts stop anything', () => {
  addOwnKinds('sea', [broken({ names: throws, subject: throws, describe: throws, background: throws, bind: throws })]);
  assert.deepEqual(namesOf(one, restContext()), []);
  assert.equal(subjectOf(one, restContext()), null);
  assert.deepEqual(tablesOf([one], { facts: {}, locale: 'en', sectionTitle: '' }), []);
});

test('the parts of a definition that a page gets one after the other are one kind', () => {
  const told: string[] = [];
  const { draw: _, ...placing } = broken({});
  const { place: __, ...drawing } = broken({ draw: throws });
  addOwnKinds('parts', [drawing], (failure) => told.push(failure));
  addOwnKinds('parts', [placing]);
  const here = { ...one, kind: 'parts/buoy' };
  assert.deepEqual(placeAnnotation(here, restContext(), undefined as never), { placement: 1, boxes: [] });
  assert.deepEqual(drawAnnotation(here, 1, 1, viewOf()), []);
  assert.deepEqual(told, ['parts/buoy: adrift']);
});

test('a page says which kinds it fetches', () => {
  const story = (kind: string) => ({ slug: 'ferry', sections: [{ annotations: [{ kind }] }] as never });
  assert.equal(fetchedKinds(story('callout')), null);
  assert.equal(fetchedKinds(story('line-chart')), '');
  assert.equal(fetchedKinds(story('ferry/wind-rose')), 'ferry');
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Annotation } from '../../../../src/annotations/registry.ts';
import { overlay } from '../../../../src/content/files/overlay.ts';
import { normalizeFrame } from '../../../../src/content/normalize/normalize-frame.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { readStories } from '../../../../src/site/content/read-content.ts';
import type { Section, Story } from '../../../../src/story/story.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../../fixtures/content/read-fixture.ts';

async function story(locale = 'en'): Promise<Story> {
  const overlaid = locale === 'en' ? null : 'translated';
  const [raw] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects(overlaid));
  assert.ok(raw);
  return normalizeStory(raw, { locale, figure: (value, unit) => `${value} ${unit}` });
}

function section(from: Story, id: string): Section {
  const found = from.sections.find((candidate) => candidate.id === id);
  assert.ok(found);
  return found;
}

function annotation<K extends Annotation['kind']>(from: Section, kind: K): Extract<Annotation, { kind: K }> {
  const found = from.annotations.find((candidate) => candidate.kind === kind);
  assert.ok(found);
  return found as Annotation as Extract<Annotation, { kind: K }>;
}

test('sections come in the order of their numbers, the opening first, pages apart', async () => {
  const { sections, pages } = await story();
  assert.deepEqual(
    sections.map(({ id, index }) => [id, index]),
    [
      ['opening', 0],
      ['harbour', 1],
      ['across', 2],
    ],
  );
  assert.deepEqual(
    pages.map(({ id, file, title, listNote }) => ({ id, file, title, listNote })),
    [{ id: 'sources', file: 'en/30-sources.mdx', title: 'Sources', listNote: 'method' }],
  );
});

test('what the author leaves out has its default', async () => {
  const from = await story();
  const { card, travel, mood, layers, sourceNote } = section(from, 'across');
  assert.deepEqual(card, { layout: 'column', side: 'start', width: 'normal' });
  assert.deepEqual([travel, mood, sourceNote], ['scrub', 'paper', '']);
  assert.deepEqual(layers, { emphasis: {}, tints: [], wash: 0 });
  assert.equal(section(from, 'opening').card.layout, 'over');
});

test('a section without words may be a stop of the map; words are never hidden', async () => {
  const told = async (data: object, body: string): Promise<Section['card']> => {
    const [raw] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'), fixtureEffects(null));
    assert.ok(raw);
    const files = raw.files.map((file) =>
      file.path === 'en/20-across.mdx' ? { ...file, body, data: overlay(file.data, data) } : file,
    );
    return section(normalizeStory({ ...raw, files }, { locale: 'en', figure: String }), 'across').card;
  };
  const card = { hidden: true, layout: 'top' };
  const stop = { layout: 'column', side: 'start', width: 'normal', hidden: true };
  assert.deepEqual(await told({ card, kicker: '' }, ''), stop);
  assert.deepEqual(await told({ card, kicker: '' }, '{/* nothing yet */}'), stop);
  for (const shown of [await told({ card, kicker: 'Far out' }, ''), await told({ card, kicker: '' }, 'Words.')])
    assert.deepEqual([shown.hidden, shown.layout], [undefined, 'top']);
});

test('an annotation is called by its kind unless it has an id, and draws itself early', async () => {
  const ring = annotation(section(await story(), 'harbour'), 'ring');
  assert.deepEqual([ring.id, ring.draw], ['ring', [0.15, 0.42]]);
});

test('a route between two places keeps their names: where they lie on it is found when it is placed', async () => {
  const route = annotation(section(await story(), 'across'), 'route');
  assert.deepEqual([route.between, route.span], [['harbour', 'far-side'], undefined]);
});

test('a frame for phones keeps the target it does not replace', () => {
  const { phone } = normalizeFrame({ places: ['a'], radiusKm: 6, pitch: 20, phone: { radiusKm: 4, pitch: 0 } });
  assert.deepEqual([phone?.places, phone?.radiusKm, phone?.pitch], [['a'], 4, 0]);
});

test('a frame for phones with a target of its own drops the other one', () => {
  const { phone } = normalizeFrame({ places: ['a'], keepVisible: ['a'], phone: { center: [1, 2], zoom: 5 } });
  assert.deepEqual([phone?.places, phone?.center, phone?.zoom, phone?.keepVisible], [null, [1, 2], 5, ['a']]);
});

test('a figure is written for the reader; a fact without one has none', async () => {
  const { facts } = await story();
  assert.equal(facts['crossed']?.figure, '1200 people');
  assert.equal(facts['wind']?.figure, '');
});

test('a translation brings words; frame and annotations come from the default language', async () => {
  const [english, arabic] = [section(await story('en'), 'harbour'), section(await story('ar'), 'harbour')];
  assert.deepEqual(arabic.frame, english.frame);
  assert.equal(arabic.file, 'ar/10-harbour.mdx');
  assert.equal(arabic.title, 'الميناء');
  const ring = annotation(arabic, 'ring');
  assert.deepEqual([ring.radiusKm, ring.label, ring.place], [3, '٣ كيلومترات', 'harbour']);
  assert.equal((await story('ar')).facts['crossed']?.qualifier, 'أكثر من');
});

test('laying nothing over something changes nothing', () => {
  const base = {
    title: 'a',
    annotations: [
      { id: 'x', head: 'h' },
      { kind: 'ring', label: 'l' },
    ],
  };
  assert.deepEqual(overlay(base, {}), base);
  assert.deepEqual(overlay(base, undefined), base);
});

test('items of a list are matched by id, else by kind, else by place', () => {
  const base = {
    annotations: [
      { id: 'x', head: 'h' },
      { kind: 'ring', label: 'l' },
    ],
    items: [{ label: 'a' }, { label: 'b' }],
  };
  const over = {
    annotations: [
      { id: 'ring', label: 'L' },
      { id: 'x', head: 'H' },
    ],
    items: [{ label: 'A' }],
  };
  assert.deepEqual(overlay(base, over), {
    annotations: [
      { id: 'x', head: 'H' },
      { kind: 'ring', id: 'ring', label: 'L' },
    ],
    items: [{ label: 'A' }, { label: 'b' }],
  });
});

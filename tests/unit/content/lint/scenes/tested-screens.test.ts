import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawFile, RawStory } from '../../../../../src/content/files/raw.ts';
import { storyFiles } from '../../../../../src/content/files/story-files.ts';
import { frameWhere, placesNamed, type SceneCheck } from '../../../../../src/content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS, viewportOf } from '../../../../../src/content/lint/scenes/tested-screens.ts';
import { sizeClassOf } from '../../../../../src/story/layout.ts';
import type { Section, Story } from '../../../../../src/story/story.ts';
import { buildTimeline } from '../../../../../src/story/timeline.ts';
import { annotation } from '../../../../support/kind-context.ts';
import { place, section, story } from '../../../../support/story.ts';

test('a story is tried on a screen of every size class', () => {
  const classes = TESTED_SCREENS.map((screen) => sizeClassOf(viewportOf(screen, 'ltr')));
  assert.deepEqual([...new Set(classes)].sort(), ['desktop', 'embed', 'phone', 'tablet']);
});

test('screens are named as one would say them', () => {
  const [small, phone, tablet] = TESTED_SCREENS;
  assert.ok(small && phone && tablet);
  assert.equal(screenWords([phone]), 'on a phone');
  assert.equal(screenWords([small, phone]), 'on a small phone and a phone');
  assert.equal(screenWords([small, phone, tablet]), 'on a small phone, a phone and a tablet');
  assert.equal(screenWords(TESTED_SCREENS), 'on every screen');
});

const FILE = 'en/00-section-0.mdx';

function checkOf(body: string, own: Partial<Section> = {}, locale = 'en'): { check: SceneCheck; first: Section } {
  const file: RawFile = { path: FILE, data: {}, body, bodyLine: 4, lines: { frame: 2 }, fault: null };
  const raw = { slug: 'test', folder: 'content/stories/test', files: [file] } as unknown as RawStory;
  const first = section(0, { file: `${locale}/00-section-0.mdx`, ...own });
  const places = [
    place('mill', 1, 41),
    place('bridge', 2, 41),
    { ...place('old', 3, 41), names: { en: 'C.++ (old)' } },
  ];
  const one: Story = { ...story([first], places), locale };
  const files = storyFiles(raw);
  return { check: { files, story: one, timeline: buildTimeline(one), mapIndex: {} as never, dir: 'ltr' }, first };
}

const namedIn = (body: string, own: Partial<Section> = {}): readonly string[] => {
  const { check, first } = checkOf(body, own);
  return placesNamed(check, first).map(({ id }) => id);
};

test('a text speaks of a place where its name stands as a word of its own', () => {
  assert.deepEqual(namedIn('They met at the mill, by night.'), ['mill']);
  assert.deepEqual(namedIn('A windmill and a millstone.'), []);
  assert.deepEqual(namedIn('{/* the mill */} `bridge`'), [], 'what nobody reads says nothing');
});

test('signs in a name are letters like any other', () => {
  assert.deepEqual(namedIn('On to C.++ (old).'), ['old']);
  assert.deepEqual(namedIn('On to Cxx (old).'), []);
});

test('what an annotation points at is spoken of', () => {
  const ring = annotation({ kind: 'ring', id: 'r', place: 'bridge', radiusKm: 4, label: '4 km', head: 'Near' });
  assert.deepEqual(namedIn('', { annotations: [ring] }), ['bridge']);
});

test('a frame is mended in the file of the first language, whatever language shows the mistake', () => {
  for (const locale of ['en', 'ar']) {
    const { check, first } = checkOf('', {}, locale);
    assert.deepEqual(frameWhere(check, first), { file: `content/stories/test/${FILE}`, field: 'frame', line: 2 });
  }
});

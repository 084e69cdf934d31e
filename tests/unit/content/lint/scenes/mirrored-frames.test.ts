import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderProblem } from '../../../../../src/content/lint/diagnostics/problems.ts';
import { normalizeStory } from '../../../../../src/content/normalize/normalize-story.ts';
import type { Box } from '../../../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../../../src/geo/mercator.ts';
import { findContentProblems } from '../../../../../src/site/content/content-problems.ts';
import { PROJECT_ROOT } from '../../../../../src/site/content/project-root.ts';
import { readMapIndexes, readStories } from '../../../../../src/site/content/read-content.ts';
import { cameraFor, frameFor, resolveFrame, solveFrame } from '../../../../../src/story/camera/framing.ts';
import { layoutFor } from '../../../../../src/story/layout.ts';
import type { Viewport } from '../../../../../src/story/scene.ts';
import type { Story } from '../../../../../src/story/story.ts';

const PUBLIC = join(PROJECT_ROOT, 'public');
const mapIndexes = await readMapIndexes(join(PUBLIC, 'basemap'));
const [raw] = await readStories(join(PROJECT_ROOT, 'content', 'stories'));
const mapIndex = mapIndexes['levant'];
assert.ok(raw && mapIndex);

const story = (locale: string): Story => normalizeStory(raw, { locale, figure: String });
const [english, arabic] = [story('en'), story('ar')];

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1000, height: 700 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
];

const mirrored = ({ left, right, top, bottom }: Box, width: number): Box => ({
  left: width - right,
  right: width - left,
  top,
  bottom,
});

test('the content has nothing to report: no text is missing in a language, none is stale', async () => {
  const { problems } = await findContentProblems({ root: PROJECT_ROOT, publicFolder: PUBLIC });
  assert.deepEqual(problems.map(renderProblem), []);
});

test('both languages have the same sections with the same frames and annotations', () => {
  const shape = ({ sections }: Story) =>
    sections.map(({ id, frame, layers, card, annotations }) => ({
      id,
      frame,
      layers,
      card,
      annotations: annotations.map((annotation) => [annotation.kind, annotation.id, annotation.draw]),
    }));
  assert.deepEqual(shape(arabic), shape(english));
});

for (const screen of SCREENS) {
  const rtl: Viewport = { ...screen, dir: 'rtl', embed: false };
  const ltr: Viewport = { ...screen, dir: 'ltr', embed: false };

  test(`${screen.width} × ${screen.height}: the Arabic camera is that of the same frame in the mirrored free box`, () => {
    for (const section of arabic.sections) {
      const { freeBox } = layoutFor(ltr, section.card);
      assert.deepEqual(layoutFor(rtl, section.card).freeBox, mirrored(freeBox, screen.width), section.id);
      const frame = resolveFrame(arabic, frameFor(section, ltr), 13);
      assert.deepEqual(cameraFor(arabic, section, rtl), solveFrame(frame, rtl, mirrored(freeBox, screen.width)));
    }
  });

  test(`${screen.width} × ${screen.height}: the places an Arabic section keeps in sight are not under its card`, () => {
    for (const section of arabic.sections) {
      const { freeBox } = layoutFor(rtl, section.card);
      const projection = createProjection(cameraFor(arabic, section, rtl), screen.width, screen.height);
      for (const id of frameFor(section, rtl).keepVisible) {
        const [x, y] = projection.project(arabic.places[id]?.lngLat ?? [0, 0]);
        const inside = x > freeBox.left && x < freeBox.right && y > freeBox.top && y < freeBox.bottom;
        assert.ok(inside, `${section.id}: ${id} at ${Math.round(x)}, ${Math.round(y)}`);
      }
    }
  });
}

test('on a wide screen the card is on the right in Arabic and on the left in English', () => {
  const wide = (dir: 'ltr' | 'rtl'): Viewport => ({ width: 1440, height: 900, dir, embed: false });
  for (const { id, card } of arabic.sections) {
    if (card.layout === 'top') continue;
    const [left, right] = [layoutFor(wide('ltr'), card).cardBox, layoutFor(wide('rtl'), card).cardBox];
    assert.ok(left.left < 720 && right.right > 720 && right.left > left.left, id);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSING, type FilmSection, planFilm, readingSeconds } from '../../../../src/cli/film/film-plan.ts';

const PACE = { fps: 10, wordsPerMinute: 120, count: 4 };
const section = (index: number, more: Partial<FilmSection> = {}): FilmSection => ({
  id: `s${index}`,
  index,
  words: 20,
  seconds: null,
  travelShare: 1,
  ...more,
});
const ALL = [0, 1, 2, 3].map((index) => section(index));

test('progress never goes back, and from section to section nothing is left out', () => {
  const frames = planFilm(ALL, PACE).flatMap((segment) => segment.frames);
  const steps = frames.slice(1).map((frame, index) => frame.progress - (frames[index]?.progress ?? 0));
  assert.ok(steps.every((step) => step >= 0));
  assert.ok(Math.max(...steps) < 0.04, 'no jump');
  assert.ok((frames[0]?.progress ?? 1) <= 0.25 / 4 + 1e-9);
});

test('a text of more words stands longer, within bounds, and its author has the last word', () => {
  const at = (more: Partial<FilmSection>): number => readingSeconds(section(1, more), PACE);
  assert.ok(at({ words: 30 }) > at({ words: 10 }));
  assert.equal(at({ words: 0 }), 2.5);
  assert.equal(at({ words: 10_000 }), 14);
  assert.equal(at({ words: 30, seconds: 8 }), 8);
  assert.equal(readingSeconds(section(1, { words: 20 }), { ...PACE, wordsPerMinute: 240 }), 4.4);
});

test('each section has its card, whole while it is read, and no two are seen at once', () => {
  const plan = planFilm(ALL, PACE);
  assert.deepEqual(
    plan.map(({ id }) => id),
    ['s0', 's1', 's2', 's3', CLOSING],
  );
  for (const { id, frames } of plan) {
    assert.ok(
      frames.some(({ card }) => card.id === id && card.opacity === 1),
      id,
    );
  }
  assert.ok(plan.flatMap(({ frames }) => frames).every(({ card }) => card.opacity >= 0 && card.opacity <= 1));
});

test('sections that are chosen are told in turn, with the way between them', () => {
  const plan = planFilm([section(1), section(3)], PACE);
  const progress = plan[1]?.frames.map((frame) => frame.progress) ?? [];
  assert.equal(progress[0], (1 + 0.75) / 4);
  assert.ok(
    progress.some((value) => value > 0.5 && value < 0.75),
    'the camera passes the one that is left out',
  );
  assert.deepEqual(planFilm([], PACE), []);
});

test('a way of a larger share takes as much longer, and is told as evenly', () => {
  const lengths = [1, 1.5, 3].map((travelShare) => {
    const [, second] = planFilm([section(0), section(1, { travelShare })], PACE);
    const way = (second?.frames ?? []).filter(({ progress }) => progress < 1.25 / 4);
    const steps = way.slice(1).map(({ progress }, index) => progress - (way[index]?.progress ?? 0));
    assert.ok(Math.max(...steps) - Math.min(...steps) < 1e-12);
    return way.length;
  });
  assert.deepEqual(lengths, [26, 39, 78]);
});

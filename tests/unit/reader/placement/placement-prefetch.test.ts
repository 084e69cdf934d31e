import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { SectionPlacement } from '../../../../src/labels/section/place-section.ts';
import { PlacementPrefetch } from '../../../../src/reader/placement/placement-prefetch.ts';
import type { PlacementRequest } from '../../../../src/reader/placement/placement-service.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { frame, section, story } from '../../../support/story.ts';

const PHONE: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };
const SIDEWAYS: Viewport = { ...PHONE, width: 844, height: 390 };
const NO_ROOM = new Error('no places');

interface Asked {
  readonly request: PlacementRequest;
  readonly answer: () => void;
}

/** What tells placements apart: which section they are of, and on how wide a screen. */
const placementOf = ({ index, viewport }: PlacementRequest): SectionPlacement => ({
  annotations: { of: `${index} on ${viewport.width}` },
  shields: [],
  labels: [],
  streets: [],
  locator: null,
  lost: {},
});

/** A reader of a story of so many sections, and a placer that answers when it is told to; some sections it cannot place. */
function reader(count: number, index: number, broken: readonly number[] = []) {
  const sections = Array.from({ length: count }, (_, at) => {
    return section(at, { frame: frame({ bounds: [10, 40, 12, 42], pitch: at === 2 ? 30 : 0 }) });
  });
  const at = { index, viewport: PHONE, isFlat: true };
  const asked: Asked[] = [];
  const failed: (readonly [number, unknown])[] = [];
  let shown = 0;
  const place = (request: PlacementRequest): Promise<SectionPlacement> =>
    new Promise((resolve, reject) => {
      const answer = () => (broken.includes(request.index) ? reject(NO_ROOM) : resolve(placementOf(request)));
      asked.push({ request, answer });
    });
  const prefetch = new PlacementPrefetch({ place }, buildTimeline(story(sections)), {
    position: () => ({ ...at }),
    onPlaced: () => {
      shown += 1;
    },
    onFailed: (of, cause) => failed.push([of, cause]),
  });
  let answered = 0;
  /** Answers what is asked, one after another, as long as anything is. */
  const answerAll = async (): Promise<void> => {
    await setImmediate();
    const next = asked[answered];
    if (next === undefined) return;
    answered += 1;
    next.answer();
    await answerAll();
  };
  return {
    prefetch,
    at,
    failed,
    answerAll,
    order: () => asked.map(({ request }) => request.index),
    requests: () => asked.map(({ request }) => request),
    shown: () => shown,
    seen: (of: number, viewport = at.viewport) => prefetch.placementOf(of, viewport, at.isFlat)?.annotations['of'],
  };
}

test('the reader’s own section comes first, then the eight to come, nearest first, one at a time', async () => {
  const { prefetch, order, answerAll } = reader(30, 4);
  void prefetch.begin();
  assert.deepEqual(order(), [4]);
  await answerAll();
  assert.deepEqual(order(), [4], 'what is ahead is not asked for before the reader’s own section is there');
  prefetch.resume();
  await setImmediate();
  assert.deepEqual(order(), [4, 5]);
  await answerAll();
  assert.deepEqual(order(), [4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('from the opening only the next is asked for, until the reader reads on', async () => {
  const { prefetch, at, order, answerAll } = reader(30, 0);
  prefetch.resume();
  await answerAll();
  assert.deepEqual(order(), [0, 1]);
  at.index = 1;
  prefetch.resume();
  await answerAll();
  assert.equal(order().at(-1), 9);
});

test('a story’s end is not passed, and nothing is asked for twice', async () => {
  const { prefetch, order, answerAll } = reader(4, 2);
  for (const _ of [1, 2]) {
    prefetch.resume();
    await answerAll();
  }
  assert.deepEqual(order(), [2, 3]);
});

test('where the reader went on meanwhile, so does the work, past what they have passed', async () => {
  const { prefetch, at, order, answerAll } = reader(30, 1);
  prefetch.resume();
  at.index = 5;
  prefetch.resume();
  await answerAll();
  assert.deepEqual(order(), [1, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

test('no frame waits for a placement: what is missing is asked for before what is ahead, and shown when it is there', async () => {
  const { prefetch, order, answerAll, shown, seen } = reader(30, 1);
  await Promise.all([prefetch.begin(), answerAll()]);
  assert.equal(seen(1), '1 on 390');
  assert.equal(prefetch.isComplete(), true);
  assert.equal(seen(20), undefined);
  assert.equal(seen(21), undefined);
  assert.equal(prefetch.isComplete(), false);
  await answerAll();
  assert.deepEqual(order().slice(0, 5), [1, 20, 21, 2, 3]);
  assert.equal(shown(), 2, 'once for each that was missing, and not for those ahead');
  assert.deepEqual([seen(20), seen(21)], ['20 on 390', '21 on 390']);
  assert.equal(prefetch.isComplete(), true);
});

test('on another screen the old placements stay until the new ones are there', async () => {
  const { prefetch, at, order, requests, answerAll, seen } = reader(30, 0);
  prefetch.resume();
  await answerAll();
  at.viewport = SIDEWAYS;
  assert.equal(seen(0), '0 on 390', 'names would flicker while a window is drawn wider');
  assert.equal(prefetch.isComplete(), false);
  await answerAll();
  assert.deepEqual(order(), [0, 1, 0, 1]);
  assert.equal(requests().at(-1)?.viewport, SIDEWAYS);
  assert.equal(seen(0), '0 on 844');
  assert.equal(prefetch.isComplete(), true);
});

test('an answer for a screen that is gone is not shown, and asked for anew', async () => {
  const { prefetch, at, order, answerAll, seen } = reader(30, 0);
  prefetch.resume();
  assert.deepEqual(order(), [0]);
  at.viewport = SIDEWAYS;
  assert.equal(seen(0), undefined);
  await answerAll();
  assert.deepEqual(order(), [0, 0, 1]);
  assert.equal(seen(0), '0 on 844');
});

test('a stage that knows no pitch has placements of its own where the camera is tilted, and only there', async () => {
  const { prefetch, at, order, requests, answerAll } = reader(4, 1);
  prefetch.resume();
  await answerAll();
  at.isFlat = false;
  prefetch.resume();
  await answerAll();
  assert.deepEqual(order(), [1, 2, 3, 2]);
  assert.deepEqual(
    requests().map(({ isFlat }) => isFlat),
    [true, true, true, false],
  );
});

test('a section that cannot be placed is told once, shows nothing, and stops none of the others', async () => {
  const { prefetch, failed, order, answerAll, seen } = reader(30, 1, [1, 3]);
  await Promise.all([prefetch.begin(), answerAll()]);
  assert.equal(seen(3), undefined);
  assert.equal(prefetch.isComplete(), false);
  for (const _ of [1, 2]) {
    prefetch.resume();
    await answerAll();
  }
  assert.deepEqual(failed, [
    [1, NO_ROOM],
    [3, NO_ROOM],
  ]);
  assert.deepEqual(order(), [1, 3, 2, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual([seen(1), seen(3), seen(4)], [undefined, undefined, '4 on 390']);
  assert.equal(prefetch.isComplete(), true, 'nothing more will come for it');
});

test('a section with more to place is placed anew, whether its first placement has come or is under way', async () => {
  const { prefetch, requests, answerAll, seen, order } = reader(3, 1);
  prefetch.resume();
  assert.deepEqual(order(), [1]);
  prefetch.renew(1);
  await answerAll();
  assert.deepEqual(order(), [1, 1, 2], 'what was asked before is not taken for the whole');
  assert.equal(seen(1), '1 on 390');
  prefetch.renew(1);
  assert.equal(prefetch.isComplete(), false);
  assert.equal(seen(1), '1 on 390', 'the old one stands until then');
  await answerAll();
  assert.deepEqual(order(), [1, 1, 2, 1]);
  assert.equal(prefetch.isComplete(), true);
  assert.equal(requests().length, 4);
});

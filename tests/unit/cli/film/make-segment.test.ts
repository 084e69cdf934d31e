import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EncodedSegment } from '../../../../src/cli/film/film-encoder.ts';
import type { FilmFrame } from '../../../../src/cli/film/film-plan.ts';
import { makeSegment } from '../../../../src/cli/film/make-segment.ts';

const DONE: EncodedSegment = { frames: [], config: { codec: '', codedWidth: 0, codedHeight: 0 }, description: null };
const frame = (progress: number): FilmFrame => ({ progress, card: { id: 'a', opacity: 1 } });

test('a picture that stands is taken once and repeated', async () => {
  const taken: number[] = [];
  const added: (string | null)[] = [];
  const tools = {
    page: { take: ({ progress }: FilmFrame) => Promise.resolve(String(taken.push(progress))) },
    encoder: {
      begin: () => Promise.resolve(),
      add: (png: string | null) => Promise.resolve(void added.push(png)),
      end: () => Promise.resolve(DONE),
    },
    keyOf: ({ progress }: FilmFrame) => progress.toFixed(1),
    onFrame: () => undefined,
  };
  await makeSegment([0.1, 0.1, 0.11, 0.2, 0.1].map(frame), tools);
  assert.deepEqual(taken, [0.1, 0.2, 0.1]);
  assert.deepEqual(added, ['1', null, null, '2', '3']);
});

test('an encoder that fails stops the film', async () => {
  const tools = {
    page: { take: () => Promise.resolve('') },
    encoder: {
      begin: () => Promise.resolve(),
      add: () => Promise.reject(new Error('no memory')),
      end: () => Promise.resolve(DONE),
    },
    keyOf: ({ progress }: FilmFrame) => String(progress),
    onFrame: () => undefined,
  };
  await assert.rejects(makeSegment([frame(0), frame(1)], tools), /no memory/);
});

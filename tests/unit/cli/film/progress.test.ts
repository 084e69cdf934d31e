import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProgress } from '../../../../src/cli/film/progress.ts';

test('tells every five seconds how long the rest takes, by what was made and not by what was kept', () => {
  const said: string[] = [];
  let now = 0;
  const progress = createProgress(
    200,
    (line) => said.push(line.trim()),
    () => now,
  );
  progress.skip(100);
  now = 4000;
  progress.step();
  now = 6000;
  progress.step();
  assert.deepEqual(said, ['frame 102 of 200, 4:54 left']);
  Array.from({ length: 98 }, () => progress.step());
  assert.equal(said.at(-1), 'frame 200 of 200');
});

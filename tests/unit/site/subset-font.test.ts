import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';
import { subsetLatinFont } from '../../../src/site/subset-font.ts';
import { LATIN_FACE, SMALL_OPTICAL_SIZE, WEIGHTS } from '../../../src/typography/faces.ts';

test('a face without the weights nobody asks for is a good deal lighter, and made once', async () => {
  const file = await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS });
  const [whole, subset] = [
    await readFile(createRequire(import.meta.url).resolve(LATIN_FACE.variable)),
    await readFile(join(PROJECT_ROOT, file)),
  ];
  assert.equal(subset.subarray(0, 4).toString('latin1'), 'wOF2');
  assert.ok(subset.length < 0.8 * whole.length, `${subset.length} of ${whole.length} bytes`);
  const { mtimeMs } = await stat(join(PROJECT_ROOT, file));
  assert.equal(await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS }), file);
  assert.equal((await stat(join(PROJECT_ROOT, file))).mtimeMs, mtimeMs);
  const text = await subsetLatinFont(LATIN_FACE.variable, { wght: WEIGHTS, opsz: SMALL_OPTICAL_SIZE });
  assert.ok((await stat(join(PROJECT_ROOT, text))).size < subset.length / 2);
});

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import { subsetFontFile } from '../../../../src/site/theme/fonts/subset-font.ts';
import { LATIN_BLOCKS } from '../../../../src/theme/scripts.ts';
import { SMALL_OPTICAL_SIZE, WEIGHTS } from '../../../../src/typography/faces.ts';

const LATIN = '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2';

test('a face without the weights nobody asks for is a good deal lighter, and made once', async () => {
  const file = await subsetFontFile(PROJECT_ROOT, LATIN, { wght: WEIGHTS }, LATIN_BLOCKS);
  const [whole, subset] = [
    await readFile(createRequire(import.meta.url).resolve(LATIN)),
    await readFile(join(PROJECT_ROOT, file)),
  ];
  assert.equal(subset.subarray(0, 4).toString('latin1'), 'wOF2');
  assert.ok(subset.length < 0.8 * whole.length, `${subset.length} of ${whole.length} bytes`);
  const { mtimeMs } = await stat(join(PROJECT_ROOT, file));
  assert.equal(await subsetFontFile(PROJECT_ROOT, LATIN, { wght: WEIGHTS }, LATIN_BLOCKS), file);
  assert.equal((await stat(join(PROJECT_ROOT, file))).mtimeMs, mtimeMs);
  const text = await subsetFontFile(PROJECT_ROOT, LATIN, { wght: WEIGHTS, opsz: SMALL_OPTICAL_SIZE }, LATIN_BLOCKS);
  assert.ok((await stat(join(PROJECT_ROOT, text))).size < subset.length / 2);
});

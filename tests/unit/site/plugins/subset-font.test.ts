import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import { narrowFont } from '../../../../src/site/plugins/subset-font.ts';

const FACE = '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2';

test('a face without the weights nobody asks for is a good deal lighter, and made once', async () => {
  const file = await narrowFont(FACE, { wght: { min: 400, max: 700 } });
  const [whole, narrow] = [
    await readFile(createRequire(import.meta.url).resolve(FACE)),
    await readFile(join(PROJECT_ROOT, file)),
  ];
  assert.equal(narrow.subarray(0, 4).toString('latin1'), 'wOF2');
  assert.ok(narrow.length < 0.8 * whole.length, `${narrow.length} of ${whole.length} bytes`);
  const { mtimeMs } = await stat(join(PROJECT_ROOT, file));
  assert.equal(await narrowFont(FACE, { wght: { min: 400, max: 700 } }), file);
  assert.equal((await stat(join(PROJECT_ROOT, file))).mtimeMs, mtimeMs);
  const text = await narrowFont(FACE, { wght: { min: 400, max: 700 }, opsz: 14 });
  assert.ok((await stat(join(PROJECT_ROOT, text))).size < narrow.length / 2);
});

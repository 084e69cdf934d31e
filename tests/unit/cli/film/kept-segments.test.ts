import assert from 'node:assert/strict';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EncodedSegment } from '../../../../src/cli/film/film-encoder.ts';
import { KeptSegments } from '../../../../src/cli/film/kept-segments.ts';

const SEGMENT: EncodedSegment = {
  frames: [{ isKey: true, timestamp: 0, duration: 1, data: 'AAAA' }],
  config: { codec: 'avc1.640034', codedWidth: 240, codedHeight: 320 },
  description: null,
};

test('a film that was stopped finds what it had, another one nothing, and half a piece is none', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'film-'));
  const kept = new KeptSegments(cache, ['page', 'size']);
  assert.equal(await kept.find('opening'), null);
  await kept.keep('opening', SEGMENT);
  assert.deepEqual(await new KeptSegments(cache, ['page', 'size']).find('opening'), SEGMENT);
  assert.equal(await new KeptSegments(cache, ['page', 'other']).find('opening'), null);
  const [folder = ''] = await readdir(cache);
  await writeFile(join(cache, folder, 'torn.json'), '{"frames":[');
  assert.equal(await kept.find('torn'), null);
});

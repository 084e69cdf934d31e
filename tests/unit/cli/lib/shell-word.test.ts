import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { shellWord } from '../../../../src/cli/lib/shell-word.ts';

test('a shell reads a word as the text it was', () => {
  for (const text of ['area.pmtiles', 'a b', "it's", '$HOME `id` "x" \\', '© Names; rm', '']) {
    assert.equal(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' }), text);
  }
});

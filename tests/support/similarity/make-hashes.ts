/**
 * Prints the hashes a story is compared with, made from the texts it is told after. Run by hand, for the texts are not here:
 *
 *   node tests/support/similarity/make-hashes.ts "AFP accounts A and B" a.txt b.txt > tests/fixtures/similarity/<story>.json
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import { hashRuns, RUN_WORDS } from './shared-runs.ts';

const [name, ...paths] = argv.slice(2);
if (name === undefined || paths.length === 0) {
  console.error('Usage: node tests/support/similarity/make-hashes.ts "<what the texts are>" <text files…>');
  exit(1);
}
const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
const about =
  `Every run of ${RUN_WORDS} words of: ${name}. The texts are not in this repository. Each run is in lower case and without ` +
  'punctuation; of the SHA-256 of the salt, a line break and the run the first hexadecimal digits are kept. Made by ' +
  'tests/support/similarity/make-hashes.ts.';
console.log(JSON.stringify(hashRuns(texts, { about, salt: randomBytes(12).toString('hex') }), null, 1));

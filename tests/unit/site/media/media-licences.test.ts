import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawFile } from '../../../../src/content/files/raw.ts';
import { creditOf, licenceOf } from '../../../../src/site/manifest/licences.ts';
import { mediaTerms } from '../../../../src/site/media/media-licences.ts';

const file = (path: string, data: unknown): RawFile => ({ path, data, body: '', bodyLine: 1, lines: {}, fault: null });
const media = mediaTerms({
  slug: 'ferry',
  folder: 'content/stories/ferry',
  files: [
    file('story.yaml', { defaultLocale: 'en' }),
    file('media/media.yaml', {
      'quay.jpg': { credit: { ar: 'ليلى', en: 'Leila' }, licence: 'CC BY 4.0' },
      'quay.mp4': { credit: 'Omar', licence: 'All rights reserved' },
    }),
  ],
});
const authored = { publicFiles: new Set<string>(), stories: { ferry: 'CC-BY-SA-4.0' }, media };
const lock = { packages: { '': { license: 'MIT' } } };
const termsOf = (path: string) => [
  licenceOf(path, new Map(), lock as never, new Map(), authored),
  creditOf(path, new Map(), authored),
];

test('every file made of a picture or film is listed under its own terms, with its author', () => {
  for (const path of ['_media/ferry/quay.1a2b3c4d-960.webp', '_media/ferry/quay.1a2b3c4d-480.avif']) {
    assert.deepEqual(termsOf(path), ['CC-BY-4.0', 'Leila']);
  }
  assert.deepEqual(termsOf('_media/ferry/quay.99999999.mp4'), ['LicenseRef-All-rights-reserved', 'Omar']);
});

test('captions without an entry of their own are the story’s', () => {
  assert.deepEqual(termsOf('_media/ferry/quay.en.1a2b3c4d.vtt'), ['CC-BY-SA-4.0', '']);
});

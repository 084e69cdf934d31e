import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RawFile, RawStory } from '../../../../src/content/files/raw.ts';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { normalizeStory } from '../../../../src/content/normalize/normalize-story.ts';
import { readMapIndexes, readStories } from '../../../../src/site/content/read-content.ts';
import { FIXTURE_ROOT } from '../../../fixtures/content/read-fixture.ts';

const [crossing] = await readStories(join(FIXTURE_ROOT, 'content', 'stories'));
const mapIndexes = await readMapIndexes(join(FIXTURE_ROOT, 'public', 'basemap'));
const strings = { en: { close: 'Close' } };

const DATA = 'data/boat.geojson';
const SECTION = 'en/20-across.mdx';

/** The story with its section told several times, and how often its data file has been gone through. */
function told(times: number) {
  assert.ok(crossing);
  let looks = 0;
  const files = crossing.files.flatMap((file): readonly RawFile[] => {
    if (file.path === SECTION) {
      return Array.from({ length: times }, (_, index) => ({ ...file, path: SECTION.replace('20', `${20 + index}`) }));
    }
    if (file.path !== DATA) return [file];
    const { features, ...rest } = file.data as { readonly features: readonly unknown[] };
    const data = {
      ...rest,
      get features() {
        looks += 1;
        return features;
      },
    };
    return [{ ...file, data }];
  });
  const raw: RawStory = { ...crossing, files };
  return { raw, looks: () => looks };
}

test('a data file is parsed once, however many sections, checks and languages ask for it', () => {
  const looksAt = (times: number): number => {
    const { raw, looks } = told(times);
    checkStory(raw, { mapIndexes, strings });
    const ground = mapIndexes['island'];
    assert.ok(ground);
    for (const locale of ['en', 'ar', 'en']) {
      const { data } = normalizeStory(raw, { locale, figure: String });
      assert.ok(data['boat']?.features.length);
    }
    return looks();
  };
  const once = looksAt(1);
  assert.ok(once > 0);
  assert.equal(looksAt(9), once);
});

test('data that is read anew is judged anew', () => {
  const names = (features?: readonly unknown[]): readonly string[] => {
    assert.ok(crossing);
    const files = crossing.files.map((file) =>
      file.path === DATA ? { ...file, data: { ...(file.data as object), ...(features && { features }) } } : file,
    );
    return checkStory({ ...crossing, files }, { mapIndexes, strings }).map(({ name }) => name);
  };
  assert.ok(!names().includes('MalformedGeoJson'));
  assert.ok(names([]).includes('MalformedGeoJson'));
  assert.ok(!names().includes('MalformedGeoJson'));
});

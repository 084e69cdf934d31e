import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawFile, RawStory } from '../../../../src/content/files/raw.ts';
import { type StoryFiles, storyFiles } from '../../../../src/content/files/story-files.ts';
import { buildProblem, type Problem } from '../../../../src/content/lint/diagnostics/problems.ts';
import {
  applySuppressions,
  checkSuppressions,
  checkUnusedSuppressions,
} from '../../../../src/content/lint/suppress.ts';

const FOLDER = 'content/stories/crossing';
const file = (path: string, data: object): RawFile => ({
  path,
  data,
  body: '',
  bodyLine: 1,
  lines: { suppress: 3 },
  fault: null,
});

function filesWith(own: object, all: object = {}): StoryFiles {
  const files = [
    file('story.yaml', { defaultLocale: 'en', locales: ['en'], ...all }),
    file('en/index.mdx', {}),
    file('en/10-harbour.mdx', own),
    file('en/20-across.mdx', {}),
  ];
  return storyFiles({ slug: 'crossing', folder: FOLDER, files } as unknown as RawStory);
}

const unused = (path: string, id = 'mill'): Problem =>
  buildProblem('UnusedFact', { file: `${FOLDER}/${path}`, field: '', line: 1 }, { id });
const error: Problem = buildProblem('MissingFrame', { file: `${FOLDER}/en/10-harbour.mdx`, field: '', line: 1 }, {});

const REASON = { UnusedFact: 'the ledger is printed whole' };

test('what an author has answered for is told apart, with the reason', () => {
  const files = filesWith({ suppress: REASON });
  const problem = unused('en/10-harbour.mdx');
  assert.deepEqual(applySuppressions([problem], files), {
    problems: [],
    suppressed: [{ problem, reason: 'the ledger is printed whole' }],
  });
});

test('it holds for its own file alone, and in story.yaml for all', () => {
  const elsewhere = unused('en/20-across.mdx');
  assert.deepEqual(applySuppressions([elsewhere], filesWith({ suppress: REASON })).problems, [elsewhere]);
  assert.deepEqual(applySuppressions([elsewhere], filesWith({}, { suppress: REASON })).problems, []);
});

test('a rule is suppressed with a reason, or not at all', () => {
  const problem = unused('en/10-harbour.mdx');
  for (const none of ['', null, true, 7]) {
    const files = filesWith({ suppress: { UnusedFact: none } });
    assert.deepEqual(applySuppressions([problem], files).problems, [problem]);
  }
});

test('a mistake that has to be mended cannot be suppressed, and saying so is one itself', () => {
  const files = filesWith({ suppress: { MissingFrame: 'no time' } });
  assert.deepEqual(applySuppressions([error], files).problems, [error]);
  assert.deepEqual(
    checkSuppressions(files).map(({ name, field, line }) => [name, field, line]),
    [['UnknownRule', 'suppress.MissingFrame', 3]],
  );
});

test('a rule that there is not is told with the nearest that there is', () => {
  const [problem] = checkSuppressions(filesWith({ suppress: { UnusedFacts: 'x' } }));
  assert.match(`${problem?.message} ${problem?.hint}`, /UnusedFact\b/);
});

test('the field as it was called before is read as well', () => {
  const problem = unused('en/10-harbour.mdx');
  assert.equal(applySuppressions([problem], filesWith({ silence: REASON })).suppressed.length, 1);
});

test('what suppresses nothing is told, by the file it stands in', () => {
  const files = filesWith({ suppress: REASON });
  const { suppressed } = applySuppressions([unused('en/20-across.mdx')], files);
  assert.deepEqual(
    checkUnusedSuppressions(files, suppressed).map(({ name, file: where }) => [name, where]),
    [['UnusedSuppression', `${FOLDER}/en/10-harbour.mdx`]],
  );
  const used = applySuppressions([unused('en/10-harbour.mdx')], files);
  assert.deepEqual(checkUnusedSuppressions(files, used.suppressed), []);
});

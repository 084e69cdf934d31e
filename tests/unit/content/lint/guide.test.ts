import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFINITIONS } from '../../../../src/annotations/registry.ts';
import { DRAWING_NAMES } from '../../../../src/charts/inventory/drawings/drawings.ts';
import { annotationExamples } from '../../../../src/cli/story-new/story-template.ts';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { renderProblems } from '../../../../src/content/lint/diagnostics/problems.ts';
import { readMapIndexes, readStoryFile } from '../../../../src/site/content/read-content.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const GUIDE = join(ROOT, 'content', 'README.md');
const guide = await readFile(GUIDE, 'utf8');

/** The files of the guide's example: a name in code, then a block of code. */
const EXAMPLE = /^`([\w./-]+)`\n\n```\w+\n([\s\S]*?)^```$/gm;

test("the guide's example story has no mistakes", async () => {
  const files = [...guide.matchAll(EXAMPLE)].map(([, path = '', text = '']) =>
    readStoryFile(path, new TextEncoder().encode(text)),
  );
  assert.equal(files.length, 6);
  const mapIndexes = await readMapIndexes(join(ROOT, 'public', 'basemap'));
  const problems = checkStory({ slug: 'example', folder: 'example', files }, { mapIndexes, strings: { en: {} } });
  assert.deepEqual(problems, [], renderProblems(problems));
});

/** The table of kinds and the example of each, as `UPDATE=1` writes them. */
function renderKinds(): string {
  const rows = [['kind', 'what it draws'], ...DEFINITIONS.map(({ kind, summary }) => [`\`${kind}\``, summary])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = [], ...body] = rows.map((cells) => line(cells));
  const examples = annotationExamples().replaceAll('\n  - kind:', '\n\n  - kind:');
  return [head, line(['', ''], '-'), ...body, '', '```yaml', 'annotations:', examples, '```', ''].join('\n');
}

const KINDS = /(?<=\n## Annotations\n[^|]*)\| kind[\s\S]*?\n```\n/;

test('the guide tells of every kind of annotation what the kind says of itself', async () => {
  const kinds = renderKinds();
  if (process.env['UPDATE'] === '1')
    await writeFile(
      GUIDE,
      guide.replace(KINDS, () => kinds),
    );
  else assert.equal(KINDS.exec(guide)?.[0], kinds, 'run this test with UPDATE=1 to write it anew');
});

test('the guide names every drawing there is', () => {
  const [, listed = ''] = /drawn stroke by stroke\. There are: (.*)\./.exec(guide) ?? [];
  assert.deepEqual(listed.split(', '), [...DRAWING_NAMES]);
});

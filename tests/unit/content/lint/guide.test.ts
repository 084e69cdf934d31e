import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DRAWING_NAMES } from '../../../../src/charts/inventory/drawings/drawings.ts';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { renderProblems } from '../../../../src/content/lint/diagnostics/problems.ts';
import { ANNOTATION_KINDS, ANNOTATION_SCHEMAS } from '../../../../src/content/schema/annotation.ts';
import { readMapIndexes, readStoryFile } from '../../../../src/site/content/read-content.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const guide = await readFile(join(ROOT, 'content', 'README.md'), 'utf8');

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

test('the guide shows every kind of annotation, and as its schema wants it', () => {
  const text = guide.slice(guide.indexOf('\n## Annotations\n'));
  const block = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const { annotations } = parse(block) as { annotations: readonly { kind: string }[] };
  for (const annotation of annotations) {
    const result = ANNOTATION_SCHEMAS[annotation.kind]?.safeParse(annotation);
    assert.ok(result?.success, `${annotation.kind}: ${result?.error?.message}`);
  }
  assert.deepEqual(new Set(annotations.map(({ kind }) => kind)), new Set(ANNOTATION_KINDS));
});

test('the guide names every drawing there is', () => {
  const [, listed = ''] = /# inventory: things drawn stroke by stroke: (.*)/.exec(guide) ?? [];
  assert.deepEqual(listed.split(', '), [...DRAWING_NAMES]);
});

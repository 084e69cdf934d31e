import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsInText } from '../../../../src/content/prose/text-ids.ts';
import { compileText } from '../../../../src/site/content/text-compiler.ts';

const TEXTS = [
  '# One\n\n## One\n\n### Über "quotes" -- and `code`',
  '## A [link](#a) and **weight**\n\n## المرفأ\n\n## Isn’t it?',
  'a[^b]\n\n## Head[^a] and[^b]\n\n[^a]: x\n\n[^b]: y',
  'Under\n=====\n\n> ## Quoted\n\n- ## Listed',
];

test('headings have the ids that the builder makes', async () => {
  for (const text of TEXTS) {
    const code = await compileText(text, 'text.mdx');
    const [, listed = '[]'] = /getHeadings\(\) { return (\[.*\]); }/.exec(code) ?? [];
    const made = (JSON.parse(listed) as { slug: string }[])
      .map(({ slug }) => slug)
      .filter((slug) => slug !== 'footnote-label');
    assert.deepEqual(
      idsInText(text).map(({ id }) => id),
      made,
      text,
    );
  }
});

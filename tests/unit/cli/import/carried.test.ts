import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { FIXTURES, importText, runImport } from '../../../support/imported.ts';

type Run = Awaited<ReturnType<typeof importText>>;

const at = { center: [1, 2], zoom: 5 };
const template = (chapters: readonly object[], own: object = {}): Promise<Run> =>
  importText(
    JSON.stringify({ title: 'T', ...own, chapters: chapters.map((chapter) => ({ location: at, ...chapter })) }),
  );

function fileOf({ written }: Run, name: RegExp): string {
  const [path] = Object.keys(written).filter((one) => name.test(one));
  return written[path ?? ''] ?? assert.fail(`no ${name}`);
}
const frontmatterOf = (run: Run, name: RegExp) => parse(fileOf(run, name).split('---\n')[1] ?? '');
const reportOf = (run: Run): string => fileOf(run, /import-report\.md$/);

/** Its report says each of these, on a line of its own. */
function says(run: Run, ...lines: readonly RegExp[]): void {
  const report = reportOf(run).split('\n');
  for (const line of lines)
    assert.ok(
      report.some((one) => line.test(one)),
      `${line}`,
    );
}

test('few words in the middle stand on the map, however that is spelt; many have a card', async () => {
  for (const alignment of ['center', 'centered', 'full', 'fully', 'bottom', 'Center']) {
    const run = await template([{ id: 'a', title: 'A', description: 'Few words.', alignment }]);
    assert.equal(frontmatterOf(run, /10-a\.mdx$/).card.layout, 'over', alignment);
  }
  const long = await template([{ id: 'a', title: 'A', description: 'word '.repeat(80), alignment: 'center' }]);
  assert.equal(frontmatterOf(long, /10-a\.mdx$/).card, undefined);
  says(long, /the alignment center: a card beside the map: its words or pictures are too many/);
  for (const [alignment, side] of [
    ['right', 'end'],
    ['righty', 'end'],
  ] as const) {
    const run = await template([{ id: 'a', title: 'A' }], { alignment });
    assert.equal(frontmatterOf(run, /10-a\.mdx$/).card.side, side, 'of all chapters');
  }
});

test('of how the other tool moved, showed and named things the report says what became of each', async () => {
  const run = await runImport([join(FIXTURES, 'harbour')]);
  says(
    run,
    /projection|globe/,
    /location\.speed: 0\.4: the reader’s scrolling moves the camera/,
    /location\.curve: 1: the reader’s scrolling moves the camera/,
    /mapInteractive: readers may explore the map/,
    /inset: a small map of where this is appears by itself/,
    /topTitle: /,
    /website: /,
    /missing-logo\.png/,
    /Nobody reads this title/,
  );
});

test('views closer than the map has details for are named with the command that brings them', async () => {
  const run = await template([
    { id: 'near', title: 'The yard', location: { center: [1, 2], zoom: 20 } },
    { id: 'far', title: 'The land', location: { center: [1, 2], zoom: 6 } },
  ]);
  says(run, /closer than the map has details for: The yard\..*`npm run ground -- t --from area\.pmtiles`/);
  assert.equal(frontmatterOf(run, /10-near\.mdx$/).frame.zoom, 20, 'kept as it is');
});

test('a summary ends with a sentence, and the text keeps the whole', async () => {
  const sentences = 'The harbour was built twice. '.repeat(12).trim();
  const told = frontmatterOf(await template([{ title: 'A' }], { subtitle: sentences }), /index\.mdx$/);
  assert.equal(told.standfirst, sentences);
  assert.ok(told.description.length <= 160 && told.description.endsWith('twice.'), told.description);
  const endless = frontmatterOf(await template([{ title: 'A' }], { subtitle: 'word '.repeat(90) }), /index\.mdx$/);
  assert.match(endless.description, /word…$/);
  assert.ok(endless.description.length <= 160);
});

test('a caption or credit without its picture is told, and stands nowhere in the story', async () => {
  const run = await template([
    { id: 'a', title: 'A', description: 'Words.', imageCaption: 'A lonely caption', imageCredit: 'A lonely credit' },
  ]);
  const text = fileOf(run, /10-a\.mdx$/);
  for (const words of ['A lonely caption', 'A lonely credit']) {
    assert.ok(!text.includes(words), words);
    assert.ok(reportOf(run).includes(words), words);
  }
});

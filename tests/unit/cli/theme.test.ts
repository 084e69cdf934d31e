import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { TABLE_CHARTS } from '../../../src/charts/table-charts/table-charts.ts';
import { readStyleSheet } from '../../../src/cli/theme/read-style-sheet.ts';
import { runTheme, type ThemeEffects } from '../../../src/cli/theme.ts';
import { themeSchema } from '../../../src/content/schema/theme.ts';

const BRAND = `
:root { --brand-bg: #fffdf7; --brand: rgb(0 87 184); --text: var(--near-black, #111); --near-black: hsl(220 20% 12%); --sea: #cfe0e8 }
body { background: var(--brand-bg) url(x.png); color: var(--text); font-family: "Source Serif 4", Georgia, serif }
h1, h2 { font-family: Archivo, sans-serif; color: navy }
a { color: crimson }
@media (prefers-color-scheme: dark) { body { background: black; color: white } }
`;

interface Run {
  readonly code: number;
  readonly said: string;
  readonly written: Readonly<Record<string, string>>;
}

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<Run> {
  const said: string[] = [];
  const written: Record<string, string> = {};
  const ending = (path: string): string | undefined =>
    Object.keys(files).find((name) => path.replaceAll('\\', '/').endsWith(name));
  const effects: ThemeEffects = {
    print: (line) => said.push(line),
    printError: (line) => said.push(line),
    read: (path) => Promise.resolve(files[ending(path) ?? ''] ?? null),
    write(path, text) {
      written[path.replaceAll('\\', '/').replace(/^.*\/(content|src)\//, '$1/')] = text;
      return Promise.resolve();
    },
    exists: (path) => ending(path) !== undefined,
    isInstalled: (name) => name.endsWith('archivo'),
  };
  const code = await runTheme(args, effects);
  return { code, said: said.join('\n'), written };
}

test('colours of a page, of its text and of its links are read out of a style sheet, through its properties', () => {
  const { colours, families } = readStyleSheet(BRAND);
  assert.equal(colours.paper?.value, '#FFFDF7');
  assert.equal(colours.ink?.value, '#181D25');
  assert.equal(colours.accent?.value, '#0057B8');
  assert.equal(colours.water?.value, '#CFE0E8');
  assert.equal(colours.land, undefined);
  assert.equal(families.text?.value, 'Source Serif 4');
  assert.equal(families.display?.value, 'Archivo');
});

test('a property is taken for a colour by whole words of its name, and one that grows without end is left', () => {
  const { colours } = readStyleSheet(
    ':root { --background: #fff; --foreground: #111; --search-bg: #eee; --link-color: #00f; --map-land: #eed }',
  );
  assert.deepEqual([colours.ink?.value, colours.water, colours.land?.value], ['#111111', undefined, '#EEEEDD']);
  const eight = Array.from({ length: 8 }, (_, at) => `--p${at}: ${`var(--p${at + 1}) `.repeat(8)}`);
  const bomb = readStyleSheet(`:root { ${eight.join(';')}; --p8: ${'x'.repeat(1500)} } body { color: var(--p0) }`);
  assert.equal(bomb.colours.ink, undefined);
});

test('the theme that comes of it is one, and says where each colour was found', async () => {
  const { code, written, said } = await run(['--from', 'our-brand.css'], { 'our-brand.css': BRAND });
  assert.equal(code, 0);
  const text = written['content/themes/our-brand/theme.yaml'] ?? '';
  assert.match(text, /accent: "#0057B8" {2}# :root \{ --brand: rgb\(0 87 184\) \}/);
  assert.match(text, /land: ".*# a shade off the paper/);
  assert.match(text, /# npm install --save-exact @fontsource-variable\/source-serif-4/);
  assert.doesNotMatch(text, /npm install --save-exact @fontsource-variable\/archivo/);
  assert.equal(themeSchema.safeParse(parse(text)).error, undefined);
  assert.match(said, /theme: our-brand/);
});

for (const [what, css] of Object.entries({
  'an empty style sheet': '',
  'properties that are made of each other': ':root { --a: var(--b); --b: var(--a) } body { color: var(--a) }',
  'a file that is no style sheet': '<html><body>{{{ ;;; }}} \u0000',
  'colours that can be seen through': 'body { background: rgb(0 0 0 / 20%); color: transparent }',
})) {
  test(`${what} makes a theme of defaults, each marked as such`, async () => {
    const { code, written } = await run(['--from', 'x.css'], { 'x.css': css });
    assert.equal(code, 0);
    const text = written['content/themes/x/theme.yaml'] ?? '';
    assert.match(text, /paper: "#FFFFFF" {2}# not in the style sheet: choose one/);
    assert.equal(themeSchema.safeParse(parse(text)).success, true);
  });
}

test('nothing is written over, and what cannot be read or named is said', async () => {
  const there = { 'x.css': BRAND, 'themes/x/theme.yaml': '' };
  const again = await run(['--from', 'x.css'], there);
  assert.deepEqual([again.code, again.written], [2, {}]);
  assert.match(again.said, /already\. Give another name/);
  assert.match((await run(['--from', 'nowhere.css'])).said, /no file nowhere\.css/);
  assert.match((await run(['--from', 'x.css', '--name', '../up'], { 'x.css': BRAND })).said, /no name for a theme/);
  assert.equal((await run(['--frm', 'x.css'])).code, 2);
  assert.match((await run(['--help'])).said, /--from brand\.css/);
});

test('the shipped theme is written into the modules of the sources', async () => {
  const { code, written } = await run(['--write']);
  assert.equal(code, 0);
  assert.match(written['src/theme/palettes.ts'] ?? '', /export const LIGHT: Palette/);
  assert.match(written['src/theme/type-sizes.ts'] ?? '', /export const DESKTOP/);
});

test('a preview shows all that a theme decides, in light, dark and print, and fetches nothing', async () => {
  const written: Record<string, string> = {};
  const lines: string[] = [];
  const effects = {
    print: (line: string) => lines.push(line),
    printError: (line: string) => lines.push(line),
    read: () => Promise.resolve(null),
    write: (path: string, text: string) => {
      written[path.split(/[\\/]/).at(-1) ?? ''] = text;
      return Promise.resolve();
    },
    exists: () => false,
    isInstalled: () => true,
  };
  assert.equal(await runTheme(['preview', '--name', 'paper'], effects), 0, lines.join('\n'));
  assert.deepEqual(Object.keys(written), ['paper-light.html', 'paper-dark.html', 'paper-print.html']);
  for (const [name, page] of Object.entries(written)) {
    for (const heading of ['Type', 'Card', 'Palettes', 'Legends', 'Moods', 'Maps and annotations', 'Charts'])
      assert.ok(page.includes(`<h2>${heading}</h2>`), `${name}: ${heading}`);
    for (const { kind } of TABLE_CHARTS) assert.ok(page.includes(`<figcaption>${kind}</figcaption>`), kind);
    for (const mood of ['paper', 'dusk', 'night']) assert.ok(page.includes(`<figcaption>${mood}</figcaption>`), mood);
    const plain = page.replaceAll(/data:font\/woff2;base64,[^)]*/g, 'data:font');
    const [broken] = /undefined|NaN|url\((?!["']?(data:|#))|<(img|script|link)\b.{0,80}/.exec(plain) ?? [];
    assert.equal(broken, undefined, name);
  }
  assert.ok(written['paper-dark.html']?.includes('<html lang="en" data-theme="dark">'));
  assert.ok(!written['paper-print.html']?.includes('@media print'));
  assert.equal(await runTheme(['preview', '--name', 'nobody'], effects), 1);
  assert.equal(await runTheme(['previous'], effects), 2);
});

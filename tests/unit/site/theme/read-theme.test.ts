import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSite } from '../../../../src/site/content/publisher/read-site.ts';
import { pageStyleSheet } from '../../../../src/site/theme/page-style-sheet.ts';

const SEEDS = `
  paper: "#FFFFFF"
  ink: "#111111"
  accent: "#B00020"
  land: "#F4F4F4"
  water: "#D5E3EA"`;

/** A site whose content folder holds these files. */
function siteOf(files: Readonly<Record<string, string>>) {
  const named = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/site/content/${path}`, text]));
  return readSite('/site', {
    list: (folder) =>
      Promise.resolve(
        Object.keys(named).flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
      ),
    read: (path) => {
      const text = named[path.replaceAll('\\', '/')];
      if (text === undefined) return Promise.reject(Object.assign(new Error(path), { code: 'ENOENT' }));
      return Promise.resolve(new TextEncoder().encode(text));
    },
  });
}

const themed = (theme: string) => siteOf({ 'site.yaml': 'theme: own\n', 'themes/own/theme.yaml': theme });

async function told(reading: ReturnType<typeof siteOf>): Promise<string> {
  const { problems } = await reading;
  return problems
    .map(({ name, file, line, field, message, hint }) => `${name} ${file}:${line} ${field} ${message} ${hint}`)
    .join('\n');
}

test('a site that says nothing has the shipped theme', async () => {
  const { site, theme, problems } = await siteOf({});
  assert.deepEqual(problems, []);
  assert.equal(theme?.name, 'paper');
  assert.deepEqual(site?.links, []);
});

test('five colours make a theme; sizes are inherited', async () => {
  const { theme, problems } = await themed(`colours:${SEEDS}\n`);
  assert.deepEqual(problems, []);
  assert.equal(theme?.palettes.light.red, '#B00020');
  assert.deepEqual(theme?.type.map.desktop.focus, [20, 24, 600]);
});

test('colours of a theme are not inherited by one that has its own, type and shape are', async () => {
  const { theme, problems } = await siteOf({
    'site.yaml': 'theme: own\n',
    'themes/base/theme.yaml': `colours:${SEEDS}\n  dark:\n    ink: "#FFFFFF"\ntype:\n  scale: 1.2\n  map:\n    phone:\n      focus: { size: 22 }\nshape:\n  radius: 4\n`,
    'themes/own/theme.yaml': `extends: base\ncolours:${SEEDS}\nshape:\n  rule: 2\n`,
  });
  assert.deepEqual(problems, []);
  assert.notEqual(theme?.palettes.dark.ink, '#FFFFFF');
  assert.deepEqual(theme?.shape, { radius: 4, rule: 2, card: 'ruled' });
  assert.deepEqual(theme?.type.map.phone.focus, [26.5, 27.5, 600]);
});

test('larger type leaves titles as large as the screen allows', async () => {
  const { theme } = await themed(`colours:${SEEDS}\ntype:\n  scale: 1.2\n`);
  assert.ok(theme);
  const sheet = pageStyleSheet(theme);
  assert.match(sheet, /--size-body: 1\.3875rem/);
  assert.match(sheet, /--size-title: min\(5\.125rem, 6vw\)/);
  assert.match(sheet, /--line-heading: 3\.15rem/);
});

test('a theme called as the shipped one changes it', async () => {
  const { theme, problems } = await siteOf({ 'themes/paper/theme.yaml': 'shape:\n  radius: 6\n' });
  assert.deepEqual(problems, []);
  assert.equal(theme?.shape.radius, 6);
  assert.equal(theme?.palettes.dark.paper, '#1A1917');
});

const WRONG: Readonly<Record<string, readonly [theme: string, found: RegExp]>> = {
  'a colour without quotation marks': [
    `colours:${SEEDS.replace('"#FFFFFF"', '#FFFFFF')}\n`,
    /colours\.paper is null.*quotation marks/,
  ],
  'a colour by name': [
    `colours:${SEEDS.replace('"#111111"', 'black')}\n`,
    /own\/theme\.yaml:3 colours\.ink is "black"/,
  ],
  'a seed left out': [`colours:${SEEDS.replace(/\n {2}accent.*/, '')}\n`, /colours\.accent is missing/],
  'a misspelt field': [`colours:${SEEDS}\n  papre: "#FFFFFF"\n`, /UnknownField .*Did you mean `paper`/],
  'an override that is misspelt': [
    `colours:${SEEDS}\n  dark:\n    rivres: "#FFFFFF"\n`,
    /UnknownField .*Did you mean `rivers`/,
  ],
  'a size that ends its declaration': [
    `colours:${SEEDS}\ntype:\n  page:\n    phone:\n      body: { size: "1rem; } body { display: none" }\n`,
    /type\.page\.phone\.body\.size .*CSS length/,
  ],
  'a scale out of all proportion': [
    `colours:${SEEDS}\ntype:\n  scale: 40\n`,
    /type\.scale is 40, but must be at most 1\.6/,
  ],
  'a base that is not there': [
    `extends: nobody\ncolours:${SEEDS}\n`,
    /UnknownTheme content\/themes\/own\/theme\.yaml:1 extends .*`paper`/,
  ],
  'a base that is a path': [`extends: ../../secret\ncolours:${SEEDS}\n`, /UnknownTheme .*extends/],
  'a file that is no YAML': ['colours: [', /MalformedYaml/],
  'a file that is a list': ['- 1\n', /InvalidValue/],
  'an empty file': ['', /^$/],
};

for (const [what, [theme, found]] of Object.entries(WRONG)) {
  test(`${what} is told with its line and cure`, async () => assert.match(await told(themed(theme)), found));
}

test('themes that extend each other in a ring end in the one that began', async () => {
  const reading = await siteOf({
    'site.yaml': 'theme: one\n',
    'themes/one/theme.yaml': `extends: two\ncolours:${SEEDS}\n`,
    'themes/two/theme.yaml': `extends: one\ncolours:${SEEDS}\n`,
  });
  assert.ok(reading.theme !== null || reading.problems.length > 0);
});

test('text that its ground swallows is told with the pair, the ratio and a colour that does', async () => {
  const text = await told(themed(`colours:${SEEDS.replace('#111111', '#999999')}\n`));
  assert.match(
    text,
    /FaintColour content\/themes\/own\/theme\.yaml:3 colours\.ink .*`[a-z-]+` a contrast of 2\.\d+:1 in the palette `light`; it takes 4\.5:1/,
  );
  assert.match(text, /The nearest that does for text \(`ink`\) is `"#[0-9A-F]{6}"`/);
});

test('families without letters are told one by one, each with its cure', async () => {
  const text = await told(
    themed(`colours:${SEEDS}
type:
  typefaces:
    Nowhere: { package: "@fontsource-variable/nowhere", generic: serif }
    Own: { files: [{ file: own.woff2 }], licence: OFL-1.1, generic: serif }
  text: { latn: Nowhere, cyrl: Newsreader }
  display: { latn: Own }
  figures: { latn: Nobody }
`),
  );
  assert.match(
    text,
    /MissingTypeface content\/themes\/own\/theme\.yaml:11 type\.text\.latn .*npm install --save-exact @fontsource-variable\/nowhere/,
  );
  assert.match(text, /type\.text\.cyrl names `Newsreader` .*package has `cyrillic`/);
  assert.match(text, /type\.display\.latn .*Put `own\.woff2` beside/);
  assert.match(text, /type\.figures\.latn .*type\.typefaces.*`Newsreader`/);
});

test('a theme that is not there is told where the site asks for it, with those there are', async () => {
  const text = await told(siteOf({ 'site.yaml': 'name: Us\ntheme: papre\n' }));
  assert.match(text, /UnknownTheme content\/site\.yaml:2 theme .*Did you mean `paper`/);
});

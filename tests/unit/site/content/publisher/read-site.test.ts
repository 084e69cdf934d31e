import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSaid, normalizeSite } from '../../../../../src/content/normalize/normalize-site.ts';
import { missingPictures, readSite } from '../../../../../src/site/content/publisher/read-site.ts';

function read(yaml: string) {
  return readSite('/site', {
    list: () => Promise.resolve([]),
    read: (path) =>
      path.endsWith('site.yaml')
        ? Promise.resolve(new TextEncoder().encode(yaml))
        : Promise.reject(Object.assign(new Error(path), { code: 'ENOENT' })),
  });
}

const WHOLE = `
name: { en: The Harbour, el: Το λιμάνι }
description: { en: Stories of the sea }
home: https://harbour.example/
logo: { light: /brand/logo.svg, dark: /brand/logo-dark.svg, alt: { en: The Harbour } }
handle: "@harbour"
republication: { text: { en: You may republish this., el: Μπορείτε να το αναδημοσιεύσετε. }, licence: CC BY-ND 4.0 }
links:
  - { text: { en: Imprint }, url: https://harbour.example/imprint }
picture: { file: /brand/share.png, alt: { en: A harbour } }
languages: [el, en, pt-BR]
corrections: corrections@harbour.example
analytics: none
`;

test('a publisher is said in each language, and in English where that is missing', async () => {
  const { site, problems } = await read(WHOLE);
  assert.deepEqual(problems, []);
  assert.ok(site);
  const [greek, arabic] = [normalizeSite(site, 'el'), normalizeSite(site, 'ar')];
  assert.deepEqual([greek.name, arabic.name], ['Το λιμάνι', 'The Harbour']);
  assert.equal(greek.description, 'Stories of the sea');
  assert.equal(greek.corrections, 'mailto:corrections@harbour.example');
  assert.deepEqual(greek.republication, { text: 'Μπορείτε να το αναδημοσιεύσετε.', licence: 'CC BY-ND 4.0' });
  assert.ok(isSaid(greek));
});

test('a site that says nothing shows nothing of a publisher', async () => {
  const { site } = await read('');
  assert.ok(site);
  assert.equal(isSaid(normalizeSite(site, 'en')), false);
  assert.deepEqual(normalizeSite(site, 'en').links, []);
});

test('one logo serves light and dark; a page for corrections is a link as it is', async () => {
  const { site } = await read('logo: { light: /logo.svg, alt: Us }\ncorrections: https://us.example/corrections\n');
  assert.ok(site);
  const { logo, corrections } = normalizeSite(site, 'en');
  assert.deepEqual(logo, { light: '/logo.svg', dark: '/logo.svg', alt: 'Us' });
  assert.equal(corrections, 'https://us.example/corrections');
});

test('pictures that are not in public/ are told by their names', async () => {
  const { site } = await read(WHOLE);
  const missing = missingPictures(site, ['brand/logo.svg']);
  assert.deepEqual(
    missing.map(({ name, file }) => [name, file]),
    [
      ['MissingFile', 'public/brand/logo-dark.svg'],
      ['MissingFile', 'public/brand/share.png'],
    ],
  );
});

const WRONG: Readonly<Record<string, readonly [yaml: string, found: RegExp]>> = {
  'a misspelt field': ['nmae: Us\n', /UnknownField content\/site\.yaml:1 nmae .*`name`/],
  'an address without its beginning': [
    'name: Us\nhome: us.example\n',
    /InvalidValue content\/site\.yaml:2 home .*https:/,
  ],
  'an address that runs a script': [
    'links:\n  - { text: Us, url: "javascript:alert(1)" }\n',
    /links\.0\.url .*whole address/,
  ],
  'a logo outside public/': ['logo: { light: ../logo.svg, alt: Us }\n', /logo\.light .*public/],
  'a logo of another site': ['logo: { light: //evil.example/logo.svg, alt: Us }\n', /logo\.light/],
  'a logo without words': ['logo: { light: /logo.svg }\n', /MissingField .*logo\.alt/],
  'a handle without its sign': ['handle: us\n', /handle .*"@example"/],
  'somebody who counts readers': [
    'analytics: google\n',
    /analytics is "google", but must be `none`: pages send nothing/,
  ],
  'a language that is none': ['languages: [english]\n', /languages\.0 is "english"/],
  'no languages at all': ['languages: []\n', /languages .*at least 1/],
  'a contact that is none': ['corrections: nobody\n', /corrections .*address of mail/],
  'a file that is no YAML': ['name: [\n', /MalformedYaml content\/site\.yaml/],
};

for (const [what, [yaml, found]] of Object.entries(WRONG)) {
  test(`${what} is told with its line and cure`, async () => {
    const { problems } = await read(yaml);
    const text = problems
      .map(({ name, file, line, field, message, hint }) => `${name} ${file}:${line} ${field} ${message} ${hint}`)
      .join('\n');
    assert.match(text, found);
  });
}

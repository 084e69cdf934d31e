import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { importsOf, withStylesInPlace } from '../../../../src/site/plugins/own-components.ts';
import { ownKindFiles } from '../../../../src/site/plugins/own-kinds.ts';

const VOLCANO = join(import.meta.dirname, '../../../fixtures/sites/volcano');

test('a story’s kinds are the files in its folders, without what they share', () => {
  const found = ownKindFiles(VOLCANO);
  assert.deepEqual([...found.keys()], ['the-ferry']);
  assert.deepEqual(
    found.get('the-ferry')?.map((path) => basename(path)),
    ['lantern.ts', 'wind-rose.ts', 'sea-state.ts'],
  );
  assert.deepEqual(ownKindFiles('/nowhere').size, 0);
});

const SECTION = '/site/content/stories/sea/en/10-sea.mdx';
const imports = (body: string, file = SECTION, there = ['Tide']) =>
  importsOf(body, file, (path) => there.some((name) => path === `/site/content/stories/sea/components/${name}.astro`));

test('styles of a component stay where it stands until its page is finished', () => {
  assert.equal(withStylesInPlace('<p/><style>a{}</style>'), '<p/><style data-own-style is:inline>a{}</style>');
  assert.equal(withStylesInPlace('<style is:inline>'), '<style is:inline>');
  assert.equal(withStylesInPlace('<style lang="css">'), '<style data-own-style is:inline lang="css">');
});

test('a text imports the components of its story that it names, each once', () => {
  assert.equal(imports('<Tide/>\n\nwords <Tide high="1"/>'), "import Tide from '../components/Tide.astro'");
  assert.equal(imports('<Fact id="a"/> <b>x</b> <Ebb/>'), '');
  assert.equal(imports('`<Tide/>`'), '');
  assert.equal(imports('<Tide'), '');
  assert.equal(imports('<Tide/>', '/site/src/pages/about.mdx'), '');
});

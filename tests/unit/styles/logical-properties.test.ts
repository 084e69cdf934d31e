import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';

const SRC = join(PROJECT_ROOT, 'src');

/** Declarations that take no notice of the direction of reading. */
const PHYSICAL = [
  /(?:^|[\s;{])(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:/,
  /(?:^|[\s;{])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)?\s*:/,
  /(?:^|[\s;{])border-(?:top|bottom)-(?:left|right)-radius\s*:/,
  /(?:^|[\s;{])(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)/,
  /(?:^|[\s;{])(?:transform-origin|background-position|object-position)\s*:[^;]*\b(?:left|right)\b/,
  /\bto\s+(?:left|right)\b/,
  /translateX\(/,
];
/** Four values go round the box clockwise, whatever the direction; the second and the fourth must then be the same. */
const FOUR = /(?:^|[\s;{])(?:margin|padding|inset|border-width|scroll-margin|scroll-padding)\s*:\s*([^;]+);/g;

function valuesOf(list: string): readonly string[] {
  const flat = list.replace(/\((?:[^()]|\([^()]*\))*\)/g, (part) => part.replace(/\s+/g, ''));
  return flat.trim().split(/\s+/);
}

/** Every physical declaration of a style sheet. Media queries ask for the width of the screen and declare nothing. */
function physicalDeclarations(css: string): readonly string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:media|container|supports)[^{]*\{/g, '{');
  const lines = rules.split('\n').filter((line) => PHYSICAL.some((pattern) => pattern.test(line)));
  const lopsided = [...rules.matchAll(FOUR)].filter(([, list = '']) => {
    const values = valuesOf(list);
    return values.length === 4 && values[1] !== values[3];
  });
  return [...lines, ...lopsided.map(([declaration]) => declaration)].map((line) => line.trim());
}

const sheets = readdirSync(join(SRC, 'styles')).filter((name) => name.endsWith('.css'));
const components = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.astro'));

for (const name of sheets) {
  test(`styles/${name} follows the direction of reading`, () => {
    assert.deepEqual(physicalDeclarations(readFileSync(join(SRC, 'styles', name), 'utf8')), []);
  });
}

test('no component has a style of its own that does not', () => {
  for (const name of components) {
    const styles = [...readFileSync(join(SRC, name), 'utf8').matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
    for (const [, css = ''] of styles) assert.deepEqual(physicalDeclarations(css), [], name);
  }
});

test('what is physical is found, what is logical is not', () => {
  assert.equal(physicalDeclarations('a { margin-left: 2px; }').length, 1);
  assert.equal(physicalDeclarations('a { text-align: right; }').length, 1);
  assert.equal(physicalDeclarations('a { padding: 1px 2px 3px 4px; }').length, 1);
  assert.deepEqual(physicalDeclarations('a { padding: 1px calc(2px + 1em) 3px calc(2px + 1em); }'), []);
  assert.deepEqual(
    physicalDeclarations('@media (max-width: 9px) { a { inset-inline-start: 0; line-height: 1; } }'),
    [],
  );
});

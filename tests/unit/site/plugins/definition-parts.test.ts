import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseAst } from 'vite';
import { DEFINITIONS } from '../../../../src/annotations/registry.ts';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import { definitionPart } from '../../../../src/site/plugins/definition-parts.ts';

const KIND = `\
import { z } from 'astro/zod';
import { defineAnnotation } from '../define.ts';

const schema = z.strictObject({ place: z.string() });
const stones = { schema: 'a heap', example: 1 };

export const stone = defineAnnotation({
  kind: 'stone',
  summary: 'a stone, { no more }, at a place',
  schema,
  order: 5,
  isFixed: true,
  space: 'map',
  place({ place }) {
    return { placement: { place, schema: stones.schema }, boxes: [] };
  },
  draw: ({ id }, placement) => [id, placement.schema],
  names: () => ['describe'],
  describe: () => ({ caption: '', head: [], rows: [] }),
  example: \`kind: stone
place: a, b\`,
});
`;

/** The definition of a kind's module as it is when it has loaded, Zod not being there. */
async function definitionIn(code: string): Promise<Readonly<Record<string, unknown>>> {
  const alone = code.replace(/^import .*$/gm, '');
  const text = `const defineAnnotation = (definition) => definition;\n${alone}`;
  const { stone } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return stone;
}

const WHAT_IT_IS = ['kind', 'order', 'isFixed', 'space'];

test('who draws has of a kind what draws, and nothing of what places or is for authors', async () => {
  const stone = await definitionIn(definitionPart(KIND, 'draw'));
  assert.deepEqual(Object.keys(stone), [...WHAT_IT_IS, 'draw']);
  const draw = stone['draw'] as (annotation: object, placement: object) => unknown;
  assert.deepEqual(draw({ id: 'a' }, { schema: 'b' }), ['a', 'b']);
});

test('who places has what places, and nothing of what draws or is for authors', async () => {
  const stone = await definitionIn(definitionPart(KIND, 'place'));
  assert.deepEqual(Object.keys(stone), [...WHAT_IT_IS, 'place', 'names']);
  const place = stone['place'] as (annotation: object) => unknown;
  assert.deepEqual(place({ place: 'here' }), { placement: { place: 'here', schema: 'a heap' }, boxes: [] });
});

test('what only the other parts use does not come along, imports included', () => {
  const code = `\
import { measure } from './measure.ts';
import { roll } from './roll.ts';
const width = () => measure(roll());
${KIND.replace('{ place, schema: stones.schema }', '{ width: width() }').replace('[id, placement.schema]', '[roll(id)]')}`;
  assert.doesNotMatch(definitionPart(code, 'draw'), /measure/);
  assert.match(definitionPart(code, 'draw'), /roll\.ts/);
  assert.match(definitionPart(code, 'place'), /measure\.ts/);
});

test('a module that defines no kind stays as it is, a constant named schema and all', () => {
  const code = KIND.replace('defineAnnotation({', 'Object.freeze({');
  assert.equal(definitionPart(code, 'draw'), code);
});

interface Node {
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Names of the properties a module defines a kind with. */
function propertiesIn(node: Node): readonly string[] {
  const [callee, [definition]] = [node['callee'], (node['arguments'] ?? [undefined]) as readonly unknown[]];
  if (isNode(callee) && callee['name'] === 'defineAnnotation' && isNode(definition)) {
    return (definition['properties'] as readonly { key: { name: string } }[]).map(({ key }) => key.name);
  }
  return Object.values(node).filter(isNode).flatMap(propertiesIn);
}

test('of every kind there is each side gets its part, which is whole, and none gets its schema', () => {
  const modules = globSync('src/{annotations,charts}/**/*.ts', { cwd: PROJECT_ROOT })
    .map((path) => readFileSync(join(PROJECT_ROOT, path), 'utf8'))
    .filter((code) => code.includes('= defineAnnotation({'));
  // Legends and names are made of data layers, and no kinds an author writes.
  assert.equal(modules.length, DEFINITIONS.length + 2);
  for (const code of modules) {
    for (const [part, others] of [
      ['draw', ['place', 'names', 'subject', 'background']],
      ['place', ['draw']],
    ] as const) {
      const left = definitionPart(code, part);
      const names = propertiesIn(parseAst(left, { lang: 'ts' }) as unknown as Node);
      assert.ok(['kind', 'order', 'isFixed', 'space', part].every((name) => names.includes(name)));
      for (const name of [...others, 'summary', 'schema', 'describe', 'example'])
        assert.ok(!names.includes(name), name);
      assert.doesNotMatch(left, /^(export )?const schema\b/m);
    }
  }
});

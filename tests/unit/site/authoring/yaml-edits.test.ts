import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addEntry, addItem, changeFields, UneditableYaml } from '../../../../src/site/authoring/yaml-edits.ts';

const SUBJECT = ['places', 'radiusKm', 'bounds', 'center', 'zoom'];
const BOUNDS = 'bounds: [1, 2, 3, 4]';
const view = (text: string) => changeFields(text, ['frame'], [{ keys: SUBJECT, text: BOUNDS }]);

for (const [what, before, after] of [
  [
    'a field of a flow mapping',
    'frame: { places: [a], keepVisible: [b] }\n',
    `frame: { ${BOUNDS}, keepVisible: [b] }\n`,
  ],
  [
    'neighbours at the end',
    'frame: { keepVisible: [b], center: [1, 2], zoom: 3 }\n',
    `frame: { keepVisible: [b], ${BOUNDS} }\n`,
  ],
  ['all of them', 'frame: {places: [a], radiusKm: 7, zoom: 2}\n', `frame: {${BOUNDS}}\n`],
  [
    'a block mapping, comments and all',
    'title: A\nframe: # where\n  # the harbour\n  places: [a] # first\n  radiusKm: 7 # near\n  keepVisible: [b]\n\nmood: dusk # late\n',
    `title: A\nframe: # where\n  # the harbour\n  ${BOUNDS} # first\n  keepVisible: [b]\n\nmood: dusk # late\n`,
  ],
  [
    'a list over several lines',
    'frame:\n  places:\n    - a\n    - b\n  pitch: 3\nmood: dusk\n',
    `frame:\n  ${BOUNDS}\n  pitch: 3\nmood: dusk\n`,
  ],
  [
    'Windows line ends',
    'frame:\r\n  places: [a]\r\n  radiusKm: 7\r\nmood: dusk\r\n',
    `frame:\r\n  ${BOUNDS}\r\nmood: dusk\r\n`,
  ],
  ['a frame without a subject', 'frame: { pitch: 3 }\n', `frame: { pitch: 3, ${BOUNDS} }\n`],
  ['an empty frame', 'frame: {}\nmood: dusk\n', `frame: {${BOUNDS}}\nmood: dusk\n`],
  ['no frame at all', 'title: A # so\n', `title: A # so\nframe: { ${BOUNDS} }\n`],
  ['no last line end', 'title: A\nframe:\n  zoom: 3', `title: A\nframe:\n  ${BOUNDS}`],
] as const) {
  test(`only what is meant changes: ${what}`, () => assert.equal(view(before), after));
}

test('a field is added where its neighbours stand, and taken away with its line', () => {
  const block = 'frame:\n  places: [a] # first\n\nmood: dusk\n';
  const turned = changeFields(block, ['frame'], [{ keys: ['bearing'], text: 'bearing: 8' }]);
  assert.equal(turned, 'frame:\n  places: [a] # first\n  bearing: 8\n\nmood: dusk\n');
  assert.equal(changeFields(turned, ['frame'], [{ keys: ['bearing'], text: null }]), block);
  assert.equal(changeFields(block, ['frame'], [{ keys: ['bearing'], text: null }]), block);
});

test('items and entries are added below those that are there, as those are written', () => {
  const item = ['kind: callout', 'head: New'];
  const block = 'annotations:\n  - kind: ring\n    place: a # here\ncard: { side: end }\n';
  assert.equal(
    addItem(block, 'annotations', item),
    'annotations:\n  - kind: ring\n    place: a # here\n  - kind: callout\n    head: New\ncard: { side: end }\n',
  );
  assert.equal(
    addItem('annotations:\n- kind: ring', 'annotations', item),
    'annotations:\n- kind: ring\n- kind: callout\n  head: New\n',
  );
  assert.equal(
    addItem('annotations: [{ kind: ring }]\n', 'annotations', item),
    'annotations: [{ kind: ring }, { kind: callout, head: New }]\n',
  );
  assert.equal(
    addItem('title: A\n', 'annotations', item),
    'title: A\nannotations:\n  - kind: callout\n    head: New\n',
  );
  assert.equal(
    addItem('annotations: []\ntitle: A\n', 'annotations', item),
    'annotations:\n  - kind: callout\n    head: New\ntitle: A\n',
  );
  assert.equal(addEntry('# all\na:\n  rank: 1\n', 'b', ['rank: 2']), '# all\na:\n  rank: 1\nb:\n  rank: 2\n');
  assert.equal(addEntry('# none yet\n{}\n', 'b', ['rank: 2']), '# none yet\nb:\n  rank: 2\n');
  assert.equal(addEntry('', 'b', ['rank: 2']), 'b:\n  rank: 2\n');
});

test('what cannot be changed in place is refused, not guessed at', () => {
  for (const text of ['frame: &f { zoom: 3 }\nother: *f\n', 'frame: [1, 2]\n', 'frame: { zoom: 3\n', '- a list\n'])
    assert.throws(() => view(text), UneditableYaml, text);
});

const field = fc.constantFrom(...SUBJECT, 'keepVisible', 'pitch', 'phone');
// A block without fields would be no mapping.
const frame = fc
  .record({
    fields: fc.uniqueArray(field, { maxLength: 6 }),
    isFlow: fc.boolean(),
    comment: fc.constantFrom('', ' # why', ' # a: b, c }'),
  })
  .filter(({ fields, isFlow }) => isFlow || fields.length > 0);

test('whatever the frame, the rest of the file stays to the byte and the frame says what was asked', () => {
  fc.assert(
    fc.property(frame, ({ fields, isFlow, comment }) => {
      const values = fields.map((name, index) => `${name}: ${index % 2 === 0 ? `[${index}]` : index}`);
      const written = isFlow
        ? `frame: { ${values.join(', ')} }${comment}\n`
        : `frame:${comment}\n${values.map((value) => `  ${value}${comment}\n`).join('')}`;
      const [head, foot] = ['# top\ntitle: "A: b"   \n\n', '\n# foot\nmood:   dusk\n'];
      const edited = view(head + written + foot);
      assert.ok(edited.startsWith(head) && edited.endsWith(foot));
      const kept = Object.entries(parse(written).frame ?? {}).filter(([name]) => !SUBJECT.includes(name));
      assert.deepEqual(parse(edited).frame, { ...Object.fromEntries(kept), bounds: [1, 2, 3, 4] });
      assert.equal(view(edited), edited, 'twice is the same as once');
    }),
  );
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { editSchema, type ScaleEdit } from '../../../../src/content/files/edit.ts';
import { editedText } from '../../../../src/site/authoring/edit-files.ts';
import { createEditService, type EditEffects } from '../../../../src/site/authoring/edit-service.ts';
import { findLayer } from '../../../../src/site/authoring/layer-service.ts';
import { DISK } from '../../../../src/site/content/read-content.ts';

const edit = (scale: ScaleEdit['scale'], layer = 'moved'): ScaleEdit => ({
  kind: 'scale',
  story: 'high-water',
  layer,
  scale,
});
const written = (text: string, scale: ScaleEdit['scale']): string => editedText(edit(scale), text, 'en');

for (const [what, before, scale, after] of [
  [
    'a flow scale',
    'moved:\n  areas: regions\n  scale: { kind: jenks, classes: 5, colors: oranges } # tried\n  label: x\n',
    { classes: 7, colors: 'blues' },
    'moved:\n  areas: regions\n  scale: { kind: jenks, classes: 7, colors: blues } # tried\n  label: x\n',
  ],
  [
    'a block scale with comments, on Windows',
    'moved:\r\n  scale:\r\n    # like values\r\n    kind: jenks # for now\r\n    classes: 5 # five\r\n  label: "a"\r\n',
    { kind: 'breaks', breaks: [10, 50] },
    'moved:\r\n  scale:\r\n    # like values\r\n    kind: breaks # for now\r\n    breaks: [10, 50]\r\n  label: "a"\r\n',
  ],
  [
    'no scale yet',
    "moved:\n  areas: regions\n  label: 'x'\n\n# next\nother: { points: data/a.csv }\n",
    { classes: 4 },
    "moved:\n  areas: regions\n  label: 'x'\n  scale: { classes: 4 }\n\n# next\nother: { points: data/a.csv }\n",
  ],
  [
    'a layer on one line, colours of its own',
    'moved: { areas: regions, label: x }\n',
    { colors: ['#000000', '#ffffff'] },
    'moved: { areas: regions, label: x, scale: { colors: ["#000000", "#ffffff"] } }\n',
  ],
  [
    'away from a middle',
    'moved:\n  scale: { kind: diverging, middle: 0, classes: 6, max: 20 }\n',
    { kind: 'quantile' },
    'moved:\n  scale: { kind: quantile, classes: 6, max: 20 }\n',
  ],
] as const) {
  test(`a scale is written and all other bytes stay: ${what}`, () =>
    assert.equal(written(before, scale as ScaleEdit['scale']), after));
}

test('whatever stands around it, a scale says what was asked and the rest stays to the byte', () => {
  const fields = fc.record({ classes: fc.integer({ min: 2, max: 12 }), colors: fc.constantFrom('reds', 'greys') });
  const noise = fc.constantFrom('', '  # a: b }\n', '  unit: "per cent"   \n');
  const more = fc.constantFrom('', '  # }\n', "  source: 'C'\n\n");
  fc.assert(
    fc.property(fields, noise, more, fc.boolean(), (scale, above, below, isFlow) => {
      const own = isFlow ? '  scale: { kind: equal, max: 9 }\n' : '  scale:\n    kind: equal\n    max: 9 # largest\n';
      const [head, foot] = [`# top\nmoved:\n  areas: regions\n${above}`, `${below}  label: x\nother:\n  lines: y\n`];
      const after = written(head + own + foot, scale);
      assert.ok(after.startsWith(head) && after.endsWith(foot), after);
      assert.deepEqual(parse(after).moved.scale, { kind: 'equal', max: 9, ...scale });
      assert.equal(written(after, scale), after, 'twice is the same as once');
    }),
  );
});

const ROOT = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'sites', 'volcano');
const FOLDERS = { root: ROOT, publicFolder: join(ROOT, 'public') };
const FILE = join(ROOT, 'content', 'stories', 'high-water', 'layers.yaml');

function serviceWriting(): { readonly texts: Map<string, string>; readonly take: (asked: unknown) => Promise<object> } {
  const texts = new Map<string, string>();
  const effects: EditEffects = {
    ...DISK,
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? DISK.read(path) : Promise.resolve(new TextEncoder().encode(text));
    },
    write: (path, text) => Promise.resolve(void texts.set(path, text)),
    realPath: (path) => Promise.resolve(path),
  };
  return { texts, take: createEditService(FOLDERS, effects).take };
}

test('a chosen scale goes into layers.yaml and can be taken back; what the story cannot be with is refused', async () => {
  const { texts, take } = serviceWriting();
  const before = new TextDecoder().decode(await DISK.read(FILE));
  const done = { done: true, file: 'content/stories/high-water/layers.yaml' };
  assert.deepEqual(await take(edit({ kind: 'quantile', colors: 'teals' })), done);
  const line = (from: string) => `  scale: { kind: ${from} }`;
  assert.equal(
    texts.get(FILE),
    before.replace(line('jenks, classes: 5, colors: oranges'), line('quantile, classes: 5, colors: teals')),
  );
  assert.deepEqual(await take({ kind: 'undo' }), done);
  assert.equal(texts.get(FILE), before);
  texts.clear();
  assert.deepEqual(await take(edit({ classes: 4 }, 'nowhere')), {
    done: false,
    reason: 'There is no layer "nowhere".',
  });
  assert.deepEqual(await take(edit({ classes: 4 }, 'constructor')), {
    done: false,
    reason: 'There is no layer "constructor".',
  });
  const without = await take({ ...edit({ classes: 4 }), story: 'eyjafjallajokull' });
  assert.deepEqual(without, { done: false, reason: 'There is no layers.yaml.' });
  const broken = (await take(edit({ kind: 'diverging' }))) as { readonly done: boolean; readonly reason: string };
  assert.ok(!broken.done && broken.reason.includes('middle'), broken.reason);
  assert.equal(texts.size, 0);
});

for (const [what, scale] of [
  ['nothing', {}],
  ['a kind of sizes', { kind: 'area' }],
  ['too many classes', { classes: 13 }],
  ['half a class', { classes: 2.5 }],
  ['a ramp there is not', { colors: 'rainbow' }],
  ['a colour that is none', { colors: ['#000000', 'url(x)'] }],
  ['no breaks', { breaks: [] }],
  ['a break that is none', { breaks: ['1'] }],
  ['a middle that is none', { middle: '0' }],
  ['another field', { max: 3 }],
] as const) {
  test(`an edit of a scale with ${what} is none`, () =>
    assert.ok(!editSchema.safeParse({ ...edit({}), scale }).success));
}

test('the page gets what a layer is built of, in its language; what is not there is null', async () => {
  const layer = await findLayer({ story: 'high-water', layer: 'moved', locale: 'ar' }, FOLDERS, DISK);
  assert.equal(layer?.spec.label, 'من انتقلوا');
  assert.equal(layer?.spec.scale.kind, 'jenks');
  assert.equal(layer?.isKindFree, true);
  assert.ok((layer?.shapes.length ?? 0) > 5);
  for (const asked of [
    null,
    {},
    { story: 'high-water', layer: 'nowhere', locale: 'en' },
    { story: 'high-water', layer: 'constructor', locale: 'en' },
    { story: 'nowhere', layer: 'moved', locale: 'en' },
    { story: '../..', layer: 'moved', locale: 'en' },
    { story: 'high-water', layer: 'moved', locale: 'en', file: '/etc/passwd' },
  ])
    assert.equal(await findLayer(asked, FOLDERS, DISK), null, JSON.stringify(asked));
});

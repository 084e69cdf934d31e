import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBasemap } from '../../../src/basemap/drawing/basemap-drawing.ts';
import { compactPath } from '../../../src/marks/compact-path.ts';
import type { GroupMark, PathMark, PlainMark, ProjectedGroup } from '../../../src/marks/mark.ts';
import { groupAttributes, markAttributes } from '../../../src/marks/mark-attributes.ts';
import { renderMarks } from '../../../src/marks/render-marks.ts';
import { simplifyPath } from '../../../src/marks/simplify-path.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const MARKS: readonly PlainMark[] = [
  {
    key: 'a',
    type: 'path',
    d: 'M0 0L10.04 5.06L12 5',
    stroke: 'red',
    strokeWidth: 1.8,
    dash: [7, 5],
    cap: 'round',
    opacity: 0.5,
  },
  { key: 'b', type: 'path', d: 'M0,0h5v5Z', fill: 'soft', fillOpacity: 0.8, featherPx: 30, clip: 'home' },
  { key: 'c', type: 'path', d: 'M0 5L5 0', stroke: 'hatch', strokeWidth: 1.5, clip: 'home' },
  { key: 'd', type: 'path', d: 'M0 0H9', stroke: 'ink', strokeWidth: 1, drawn: 0.25 },
  { key: 'e', type: 'circle', cx: 1.234, cy: 5, r: 3.2, stroke: 'ink', strokeWidth: 1.3, fill: 'land' },
  { key: 'f', type: 'rect', x: 0, y: 0, width: 24, height: 19, radius: 3, fill: 'red' },
  {
    key: 'g',
    type: 'text',
    x: 3,
    y: 4,
    text: 'Fish & "chips" <b>',
    role: 'focus',
    tone: 'ink',
    anchor: 'middle',
    halo: 'tint',
  },
  { key: 'h', type: 'text', x: 3, y: 4, text: 'حلب', role: 'second-1', tone: 'ink-2', anchor: 'end', lang: 'ar' },
];

test('every kind of mark is written as well-formed XML', () => {
  assert.equal(xmlFault(`<svg>${renderMarks(MARKS)}</svg>`), null);
  for (const mark of MARKS) assert.equal(xmlFault(renderMarks([mark])), null, mark.key);
});

test('an author’s text cannot become markup', () => {
  const written = renderMarks(MARKS);
  assert.ok(written.includes('Fish &amp; &quot;chips&quot; &lt;b&gt;'));
  assert.ok(!written.includes('<b>'));
});

test('what the style sheet says is not said again in each mark', () => {
  assert.equal(renderMarks(MARKS).includes('font'), false);
  assert.equal(renderMarks(MARKS).includes('#'), renderMarks(MARKS).includes('url(#'));
});

test('marks too faint to be seen are left out', () => {
  assert.equal(renderMarks([{ ...(MARKS[5] as PlainMark), opacity: 0.001 }]), '');
});

test('what has one paint is as faint as its paint; what has two is faint as a whole', () => {
  const at = (index: number): Readonly<Record<string, string>> =>
    markAttributes({ ...(MARKS[index] as PlainMark), opacity: 0.5 }).attributes;
  const said = (index: number): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(at(index)).filter(([name]) => name.endsWith('opacity')));
  const [dashes, soft, ring, bar, haloed, plain] = [0, 1, 4, 5, 6, 7].map(said);
  assert.deepEqual(dashes, { 'stroke-opacity': '0.5' });
  assert.deepEqual(soft, { 'fill-opacity': '0.4' });
  assert.deepEqual(bar, { 'fill-opacity': '0.5' });
  assert.deepEqual(plain, { 'fill-opacity': '0.5' });
  assert.deepEqual([ring, haloed], [{ opacity: '0.5' }, { opacity: '0.5' }]);
});

test('what fades inwards is masked by what the page’s drawing holds, and needs no style of its own', () => {
  const band: PathMark = {
    key: 'band',
    type: 'path',
    d: 'M0,0L9,0L9,9Z',
    fill: 'ink',
    fillOpacity: 0.3,
    fade: 'inward',
  };
  const { attributes } = markAttributes(band);
  const [, id = ''] = /^url\(#([\w-]+)\)$/.exec(attributes['mask'] ?? '') ?? [];
  const { defs } = drawBasemap(tinyBasemap, 'HOM', { regions: [], detail: [0, 40, 4, 42] });
  assert.equal(defs.split(`<mask id="${id}"`).length, 2);
  const [, mask = ''] = new RegExp(`(<radialGradient id="${id}.*?</mask>)`).exec(defs) ?? [];
  assert.doesNotMatch(mask, /style=|var\(/);
  const strengths = [...mask.matchAll(/offset="([\d.]+)"[^>]*stop-opacity="([\d.]+)"/g)].map(
    ([, distance, strength]) => [Number(distance), Number(strength)],
  );
  assert.deepEqual(
    strengths,
    strengths.toSorted(([a = 0], [b = 0]) => a - b),
  );
  assert.deepEqual(strengths.at(-1), [1, 1]);
  assert.equal(strengths[0]?.[1], 0);
  assert.ok((strengths[0]?.[0] ?? 0) > 0);
  assert.equal(xmlFault(`<svg>${renderMarks([band])}</svg>`), null);
});

test('a group with anything clipped is clipped, once and as a whole', () => {
  const ground: ProjectedGroup = { type: 'projected', key: 'g', scale: 1, x: 0, y: 0, marks: [MARKS[1] as PathMark] };
  const group: GroupMark = { type: 'group', key: 'any', marks: [ground] };
  assert.equal(groupAttributes(group)['clip-path'], 'url(#clip-home)');
  assert.equal(groupAttributes(ground)['clip-path'], undefined);
  assert.equal(groupAttributes({ ...group, marks: [MARKS[0] as PathMark] })['clip-path'], undefined);
  assert.equal(markAttributes(MARKS[1] as PlainMark).attributes['clip-path'], undefined);
  assert.match(renderMarks([group], 'clip-here'), /clip-path="url\(#clip-here\)"/);
});

test('Arabic script is marked, whatever the language of the story', () => {
  assert.match(markAttributes(MARKS[7] as PlainMark).attributes['class'] ?? '', /\bar\b/);
  assert.doesNotMatch(markAttributes(MARKS[6] as PlainMark).attributes['class'] ?? '', /\bar\b/);
});

test('a path drawn in part is dashed by its own length', () => {
  const { attributes } = markAttributes(MARKS[3] as PlainMark);
  assert.equal(attributes['pathLength'], '1');
  assert.equal(attributes['stroke-dasharray'], '0.2500 2');
});

type Point = readonly [number, number];

const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

/** Where one command with its numbers takes a pen that stands at `[x, y]`. */
function ended(letter: string, numbers: readonly number[], [x, y]: Point): Point {
  const kind = letter.toUpperCase();
  const [fromX, fromY] = letter === kind ? [0, 0] : [x, y];
  const [before = 0, last = 0] = numbers.slice(-2);
  if (kind === 'H') return [fromX + (numbers[0] ?? 0), y];
  if (kind === 'V') return [x, fromY + (numbers[0] ?? 0)];
  return [fromX + before, fromY + last];
}

/** End points of all commands, absolute. */
function ends(d: string): readonly Point[] {
  let pen: Point = [0, 0];
  let start: Point = pen;
  const points: Point[] = [];
  for (const [, letter = '', text = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = [...text.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([value]) => Number(value));
    const arity = ARITY[letter.toUpperCase()] ?? numbers.length + 1;
    if (letter.toUpperCase() === 'Z') pen = start;
    for (let at = 0; at + arity <= numbers.length; at += arity) {
      pen = ended(letter, numbers.slice(at, at + arity), pen);
      if (letter.toUpperCase() === 'M' && at === 0) start = pen;
      points.push(pen);
    }
  }
  return points;
}

test('a compacted path passes through the same points to a tenth of a pixel', () => {
  const paths = [
    'M10.123,20.456L11.99,21.04L-3.3,7Z M5 5l1.04 1.04 1.04 1.04',
    'M0,0C1,2,3,4,5.55,6.66S7,8,9,10Q1,1,2.22,2.22A4,4,0,1,1,7.7,8.8H3.3V1.1',
    'M1.5 2.5h.1M3.25 4.75h.1m1-1h.1',
  ];
  for (const path of paths) {
    const [before, after] = [ends(path), ends(compactPath(path))];
    assert.equal(after.length, before.length, path);
    after.forEach(([x, y], index) => {
      const [bx, by] = before[index] ?? [0, 0];
      assert.ok(Math.hypot(x - bx, y - by) < 0.15, `${path} → ${compactPath(path)} at ${index}`);
    });
  }
});

test('a path in small steps keeps its ends and loses what it would hardly miss', () => {
  const circle = Array.from({ length: 101 }, (_, index) => {
    const angle = (index / 100) * 2 * Math.PI;
    return [50 + 20 * Math.cos(angle), 50 + 20 * Math.sin(angle)] as const;
  });
  const simple = simplifyPath(`M${circle.join('L')}Z`);
  const kept = ends(simple);
  assert.ok(kept.length < 50 && kept.length > 12, `${kept.length} of ${circle.length} vertices`);
  assert.deepEqual([kept[0], kept.at(-1)], [circle[0], circle.at(-1)]);
  kept.slice(1).forEach(([x, y], index) => {
    const [bx, by] = kept[index] ?? [0, 0];
    assert.ok(20 - Math.hypot((x + bx) / 2 - 50, (y + by) / 2 - 50) < 0.2, `side ${index} stays on the circle`);
  });
  for (const other of ['M1,1L5,5', 'M1,1h.1M2,2h.1', 'M0,0C1,2,3,4,5,6', 'M0,0L4,0L4,4L0,4Z']) {
    assert.equal(simplifyPath(other), other);
  }
});

test('a compacted path is no longer than the path', () => {
  assert.equal(compactPath('M100.04,200.02L101.04,200.02L101.04,210.02Z'), 'm100 200 1 0 0 10z');
  assert.equal(compactPath('M1 1L1.5 .5'), 'm1 1 .5-.5');
});

test('a cloud of dots is compacted in the order that takes the shortest steps, and nothing else is put in order', () => {
  assert.equal(compactPath('M9 1h.1M1 9h.1M1 1h.1'), 'm1 1h.1m7.9 0h.1m-8.1 8h.1');
  assert.equal(compactPath('M9 1h5M1 1h5'), 'm9 1h5m-13 0h5');
});

test('a text of a script written from right to left says so, whichever script it is', () => {
  const classesOf = (text: string): string[] => {
    const mark = { key: 'k', type: 'text', x: 0, y: 0, text, role: 'small', tone: 'ink', anchor: 'start' } as const;
    const names = String(markAttributes(mark).attributes['class']).split(' ');
    return names.filter((name) => name === 'ar' || name === 'rtl');
  };
  assert.deepEqual(classesOf('חיפה 4'), ['rtl']);
  assert.deepEqual(classesOf('ދިވެހި'), ['rtl']);
  assert.deepEqual(classesOf('حلب'), ['ar']);
  assert.deepEqual(classesOf('Haifa'), []);
  assert.deepEqual(classesOf('٤'), []);
});

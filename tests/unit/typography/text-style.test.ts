import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARABIC_BLOCKS, charactersOf, LATIN_BLOCKS } from '../../../src/theme/scripts.ts';
import { OPTICAL_SIZES, WEIGHTS } from '../../../src/typography/faces.ts';
import { isArabicScript, textWidth } from '../../../src/typography/text-metrics.ts';
import { arabicStyle, baselineIn, secondRoleOf, textAnchor, textStyle } from '../../../src/typography/text-style.ts';
import { TEXT_ROLES, type TextRole, typeStyle } from '../../../src/typography/type-scale.ts';

const ENGLISH = { sizeClass: 'desktop', locale: 'en' } as const;
const ARABIC = { sizeClass: 'desktop', locale: 'ar' } as const;
const SIZE_CLASSES = ['desktop', 'tablet', 'phone', 'embed'] as const;

test('no type is smaller than can be read, on any screen, and none is heavier than its face', () => {
  for (const sizeClass of SIZE_CLASSES) {
    for (const role of TEXT_ROLES) {
      const { size, lineHeight, weight } = typeStyle(role, sizeClass);
      assert.ok(size >= 11.5, `${role} on ${sizeClass}`);
      assert.ok(lineHeight >= size * 0.85, `${role} on ${sizeClass}`);
      assert.ok(weight >= WEIGHTS.min && weight <= WEIGHTS.max, `${role} on ${sizeClass}`);
    }
  }
});

test('type never grows as the screen shrinks', () => {
  for (const role of TEXT_ROLES) {
    const [desktop, tablet, phone] = SIZE_CLASSES.map((sizeClass) => typeStyle(role, sizeClass).size);
    assert.ok((desktop ?? 0) >= (tablet ?? 0) && (tablet ?? 0) >= (phone ?? 0), role);
  }
});

test('the more a town matters the larger its name, and a second line is never larger than the first', () => {
  for (const sizeClass of SIZE_CLASSES) {
    const sizes = (['focus', 'rank-1', 'rank-2', 'rank-3'] as const).map((role) => typeStyle(role, sizeClass).size);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => b - a),
    );
  }
  for (const role of TEXT_ROLES) {
    const second = secondRoleOf(role);
    if (second === null || role === 'rank-3') continue;
    assert.ok(textStyle(second, 'Saraqeb', ENGLISH).size <= textStyle(role, 'Saraqeb', ENGLISH).size, role);
  }
});

test('names of towns alone have second lines', () => {
  assert.deepEqual(
    TEXT_ROLES.filter((role) => secondRoleOf(role) !== null),
    ['focus', 'rank-1', 'rank-2', 'rank-3'] satisfies TextRole[],
  );
});

test('Arabic is upright and not tracked, with room between its lines, in every role', () => {
  for (const role of TEXT_ROLES) {
    for (const setting of [ENGLISH, ARABIC]) {
      const style = textStyle(role, 'معرة النعمان', setting);
      assert.deepEqual([style.tracking, style.italic], [0, false], role);
      assert.ok(style.lineHeight >= style.size * 1.5 - 0.5, role);
    }
  }
  assert.equal(arabicStyle(typeStyle('water', 'desktop'), 20).size, 20);
});

test('where Arabic comes first it is the larger of the two lines of a name', () => {
  for (const role of ['focus', 'rank-1', 'rank-2', 'rank-3'] as const) {
    const second = secondRoleOf(role);
    assert.ok(second !== null);
    const first = textStyle(role, 'سراقب', ARABIC).size;
    assert.ok(first > textStyle(second, 'Saraqeb', ARABIC).size, role);
    assert.ok(first > textStyle(role, 'Saraqeb', ARABIC).size - 2, role);
  }
});

test('an anchor is the edge asked for, whichever way the text runs', () => {
  assert.equal(textAnchor('left', 'Saraqeb'), 'start');
  assert.equal(textAnchor('right', 'Saraqeb'), 'end');
  assert.equal(textAnchor('left', 'سراقب'), 'end');
  assert.equal(textAnchor('right', 'سراقب'), 'start');
  for (const text of ['Saraqeb', 'سراقب']) assert.equal(textAnchor('middle', text), 'middle');
});

test('a baseline is below the middle of its line and within it', () => {
  for (const role of TEXT_ROLES) {
    const style = typeStyle(role, 'desktop');
    assert.ok(baselineIn(style) > style.lineHeight / 2 && baselineIn(style) < style.lineHeight, role);
  }
});

test('every letter of the faces has a width, and each script is told from the other', () => {
  const style = typeStyle('callout-body', 'desktop');
  const latin = charactersOf(LATIN_BLOCKS).filter((letter) => /\p{L}/u.test(letter));
  for (const letter of latin) assert.ok(textWidth(letter, style) > 0, letter);
  assert.ok(!latin.some(isArabicScript));
  const arabic = charactersOf(ARABIC_BLOCKS.slice(0, 1)).filter((letter) =>
    /[\u0621-\u063a\u0641-\u064a]/.test(letter),
  );
  assert.ok(arabic.length > 30);
  for (const letter of arabic) assert.ok(isArabicScript(letter) && textWidth(letter, style) > 0, letter);
});

test('letters widen with weight, and in a straight line with size between the optical sizes', () => {
  const widthAt = (size: number, weight: number = WEIGHTS.min): number =>
    textWidth('Maaret al-Numan', { size, weight, tracking: 0, opticalSize: OPTICAL_SIZES.middle });
  assert.ok(widthAt(18, 700) > widthAt(18, 550) && widthAt(18, 550) > widthAt(18, 400));
  assert.ok(Math.abs(widthAt(36) - 2 * widthAt(18)) < 1e-9);
  const at = (opticalSize: number) => textWidth('Saraqeb', { size: 18, weight: 400, tracking: 0, opticalSize });
  const middle = (OPTICAL_SIZES.middle + OPTICAL_SIZES.max) / 2;
  assert.ok(Math.abs(at(middle) - (at(OPTICAL_SIZES.middle) + at(OPTICAL_SIZES.max)) / 2) < 1e-9);
});

test('scripts without capitals are upright and untracked, and have room for what stands above and below their letters', () => {
  const samples = ['जल', 'แม่น้ำ', '河流', 'うみ', '강', 'נהר'];
  for (const role of TEXT_ROLES) {
    for (const text of samples) {
      const style = textStyle(role, text, ENGLISH);
      assert.deepEqual([style.tracking, style.italic], [0, false], `${role} ${text}`);
      assert.ok(style.lineHeight >= style.size * (/[जแ]/.test(text) ? 1.45 : 1.28), `${role} ${text}`);
    }
    for (const text of ['Nile', 'Нил', 'Νείλος', '5.º']) {
      assert.equal(textStyle(role, text, ENGLISH).italic, typeStyle(role, 'desktop').italic, `${role} ${text}`);
    }
  }
});

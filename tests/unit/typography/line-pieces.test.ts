import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linePieces } from '../../../src/typography/line-pieces.ts';
import { linePieces as spacedPieces } from '../../../src/typography/spaced-pieces.ts';
import { textWidth } from '../../../src/typography/text-metrics.ts';
import { wrapBalanced, wrapText } from '../../../src/typography/wrap-text.ts';

const BODY = { size: 15, weight: 400, tracking: 0 };
const pieces = (text: string): readonly string[] => linePieces(text).map((piece) => piece.text);
const joined = (text: string): string =>
  linePieces(text)
    .map((piece) => piece.space + piece.text)
    .join('')
    .trim();

test('words with spaces between them break there and nowhere else', () => {
  assert.deepEqual(pieces('the road to Saraqeb, 4.5 km'), ['the', 'road', 'to', 'Saraqeb,', '4.5', 'km']);
  assert.deepEqual(pieces('우리는 강을 건넜다'), ['우리는', '강을', '건넜다']);
  assert.deepEqual(pieces('नदी के पार'), ['नदी', 'के', 'पार']);
});

test('Chinese, Japanese and Thai break between words', () => {
  assert.deepEqual(pieces('我们离开了城市'), ['我们', '离开', '了', '城市']);
  assert.ok(pieces('港の町から船が出た').includes('から'));
  assert.ok(pieces('แม่น้ำไหลผ่านเมือง').length >= 3);
});

test('no line begins with what closes or lengthens, none ends with what opens, and no figure leaves what it counts', () => {
  assert.deepEqual(pieces('「港」へ、'), ['「港」', 'へ、']);
  assert.ok(pieces('2019年6月14日').every((piece) => !/^[年月日]/.test(piece)));
  assert.ok(pieces('コーヒーとスーパー').every((piece) => !piece.startsWith('ー')));
  const sign = fc.constantFrom(...'港町船「」、。（）！？…ーっゃ12年km ア々');
  fc.assert(
    fc.property(fc.array(sign, { minLength: 1, maxLength: 24 }), (signs) => {
      const text = signs.join('').trim().replace(/ +/g, ' ');
      const all = linePieces(text);
      assert.equal(joined(text), text);
      for (const piece of all.slice(1)) {
        if (piece.space === '') assert.doesNotMatch(piece.text, /^[」、。）！？…ーっゃ々]/, text);
      }
      for (const [at, piece] of all.entries()) {
        if (all[at + 1]?.space === '') assert.doesNotMatch(piece.text, /[「（0-9]$/, text);
      }
    }),
  );
});

test('a browser without dictionaries breaks between signs, by the same rules', () => {
  const { Segmenter } = Intl;
  try {
    Object.assign(Intl, { Segmenter: undefined });
    assert.deepEqual(pieces('我们离开。'), ['我', '们', '离', '开。']);
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});

test('texts without spaces are wrapped to the width they are given', () => {
  const text = '船は港の町を出て北へ向かい、次の日の朝に島に着いた。風は強く、波は高かった。';
  for (const wrap of [wrapText, wrapBalanced]) {
    const lines = wrap(text, 150, BODY);
    assert.equal(lines.join(''), text);
    assert.ok(lines.length > 3 && lines.every((line) => textWidth(line, BODY) <= 150));
  }
});

test('letters that no face of ours has are reckoned no narrower than devices set them', () => {
  const em = (text: string): number => textWidth(text, { ...BODY, size: 1 }) / [...text].length;
  for (const text of ['我们离开了城市', 'うみとそら', 'ソラ、ウミ。', '우리는강을']) assert.ok(em(text) >= 1, text);
  for (const text of ['река', 'ποτάμι', 'נהר', 'नदी', 'ნილოსი']) assert.ok(em(text) >= 0.45 && em(text) <= 0.8, text);
  assert.ok(em('ЩЖМ') > em('щжм') - 1e-9 && em('шжм') > em('оне'));
});

test('a site without such scripts breaks its lines as any other does', () => {
  const sign = fc.constantFrom(...'abcдשع강हि 12-,.  ');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      assert.deepEqual(spacedPieces(signs.join('')), linePieces(signs.join('')));
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnOf } from '../../../../src/data/tables/column-of.ts';
import { readDate } from '../../../../src/data/tables/read-date.ts';
import { readNumber } from '../../../../src/data/tables/read-number.ts';
import { readTable, tableOfRows } from '../../../../src/data/tables/read-table.ts';

const rowsOf = (text: string) => readTable(text).table.rows;
const column = (text: string, name: string) => columnOf(readTable(text).table, name);

test('a table is read as programs write it: mark, line ends, quoted line breaks, semicolons and bars', () => {
  const same = [{ name: 'Kopavogur, "the\nbay"', people: 38000 }];
  assert.deepEqual(rowsOf('\ufeffname,people\r\n"Kopavogur, ""the\nbay""",38000\r\n'), same);
  assert.deepEqual(rowsOf('sep=;\r\nname;people\r\n"Kopavogur, ""the\nbay""";38000'), same);
  assert.deepEqual(rowsOf('name\tpeople\n"Kopavogur, ""the\nbay"""\t38000'), same);
  assert.deepEqual(rowsOf('name|people\n"Kopavogur, ""the\nbay"""|38000\n\n|\n'), same);
});

test('fractions have a point or a comma, thousands a sign of their own', () => {
  assert.deepEqual(rowsOf('a;b\n1.234,5;0,25\n7;12,125'), [
    { a: 1234.5, b: 0.25 },
    { a: 7, b: 12.125 },
  ]);
  assert.deepEqual(rowsOf('a,b\n"1,234.5",0.25\n7,"12,125"'), [
    { a: 1234.5, b: 0.25 },
    { a: 7, b: 12125 },
  ]);
  assert.deepEqual(rowsOf("a;b\n1 234;1'000\n−5;٣٤"), [
    { a: 1234, b: 1000 },
    { a: -5, b: 34 },
  ]);
  assert.equal(rowsOf('a;b\n1,234;x')[0]?.['a'], 1.234, 'who parts by semicolons writes a decimal comma');
});

test('each column is of one kind: codes with leading noughts and long ids stay texts', () => {
  const { columns, rows } = readTable(
    'fips,id,day,year,note\n01001,12345678901234567890,2020-02-29,2020,\n02,1,2021-01-01,2021,NA\n',
  ).table;
  assert.deepEqual(
    columns.map(({ type }) => type),
    ['text', 'text', 'date', 'number', 'empty'],
  );
  assert.deepEqual(rows[0], { fips: '01001', id: '12345678901234567890', day: '2020-02-29', year: 2020, note: null });
});

test('text among figures is told by its row, and the column stays one of texts', () => {
  const text = 'place,people\nA,1\n\nB,2\nC,about 3\nD,4\n';
  assert.deepEqual(column(text, 'people')?.strays, [{ row: 5, text: 'about 3' }]);
  assert.equal(column(text, 'people')?.type, 'text');
  assert.deepEqual(column('a\nx\ny\n1', 'a')?.strays, [], 'a column of texts may hold a figure');
});

test('NaN, Infinity and 1e400 are told and read as nothing', () => {
  const text = 'a\n1\nNaN\n-Infinity\n1e400\n';
  assert.deepEqual(
    column(text, 'a')?.notFinite.map(({ row, text: said }) => `${row} ${said}`),
    ['3 NaN', '4 -Infinity', '5 1e400'],
  );
  assert.deepEqual(
    rowsOf(text).map(({ a }) => a),
    [1, null, null, null],
  );
});

test('formulas and HTML are texts', () => {
  assert.deepEqual(rowsOf("a,b\n=cmd|'/c calc'!A0,<b>x</b>\n"), [{ a: "=cmd|'/c calc'!A0", b: '<b>x</b>' }]);
});

test('dates in an order that differs from country to country are told and stay texts', () => {
  const found = column('day\n2020-01-02\n03/04/2020\n13.04.2020\n', 'day');
  assert.equal(found?.type, 'text');
  assert.deepEqual(
    found?.slashDates.map(({ row }) => row),
    [3, 4],
  );
  assert.equal(readDate('2021-02-29'), null);
  assert.equal(readDate('2021-02-28T23:00:00+02:00'), '2021-02-28');
  assert.equal(readDate('2021-13'), null);
});

test('what is wrong with the whole table is told once a cause', () => {
  const causes = (text: string) => readTable(text).faults.map(({ cause }) => cause);
  assert.deepEqual(causes(''), ['no-head']);
  assert.deepEqual(causes('a,b\n'), ['no-rows']);
  assert.deepEqual(causes('a,A,a,\n1,2,3,4\n'), ['repeated-column', 'alike-columns', 'unnamed-column']);
  assert.deepEqual(readTable('a,b\n1\n2,3\n4,5,6\n').faults, [
    { cause: 'unnamed-column', columns: [3] },
    { cause: 'uneven-row', rows: [2, 3], width: 3 },
  ]);
  assert.deepEqual(causes('a,b,,\n1,2,,\n'), [], 'exports leave empty columns at the end');
});

test('cells of a spreadsheet keep their kinds', () => {
  const { table } = tableOfRows([
    ['day', 'n', 'yes', 'mixed'],
    [new Date('2020-05-01T00:00:00Z'), 1.5, true, 'x'],
    [null, 2, false, 3],
  ]);
  assert.deepEqual(table.rows, [
    { day: '2020-05-01', n: 1.5, yes: 'true', mixed: 'x' },
    { day: null, n: 2, yes: 'false', mixed: '3' },
  ]);
});

test('every finite number that is written is read back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      assert.equal(readNumber(String(value), '.'), Number(String(value)));
      assert.equal(readNumber(String(value).replace('.', ','), ','), Number(String(value)));
    }),
  );
});

test('reading never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void readTable(text)));
});

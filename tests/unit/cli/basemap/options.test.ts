import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDetail } from '../../../../src/cli/basemap/default-detail.ts';
import { parseOptions } from '../../../../src/cli/basemap/options.ts';

const LEVANT = ['--name', 'levant', '--bounds', '33,33.5,43,38.5'];

function problemsOf(...args: string[]): string {
  const parsed = parseOptions(args);
  assert.ok(parsed !== 'help' && 'problems' in parsed, `expected a refusal of ${args.join(' ')}`);
  return parsed.problems.join('\n');
}

function withBounds(bounds: string): string {
  return problemsOf('--name', 'x', '--bounds', bounds);
}

test('name and bounds are enough; the rest follows from them', () => {
  assert.deepEqual(parseOptions(LEVANT), {
    name: 'levant',
    bounds: [33, 33.5, 43, 38.5],
    countries: null,
    out: 'public/basemap',
    detail: 130,
  });
});

test('a western map may begin with a minus sign, with or without =', () => {
  for (const bounds of [['--bounds', '-25,63,-13,67'], ['--bounds=-25,63,-13,67']]) {
    const parsed = parseOptions(['--name', 'iceland', ...bounds]);
    assert.ok(parsed !== 'help' && 'bounds' in parsed);
    assert.deepEqual(parsed.bounds, [-25, 63, -13, 67]);
  }
});

test('countries are codes in any case and order, each once', () => {
  const parsed = parseOptions([...LEVANT, '--countries', 'tur, SYR,syr']);
  assert.ok(parsed !== 'help' && 'countries' in parsed);
  assert.deepEqual(parsed.countries, ['SYR', 'TUR']);
});

test('a larger map is simplified more', () => {
  assert.ok(defaultDetail([0, 0, 40, 40]) > defaultDetail([0, 0, 10, 10]));
  assert.equal(defaultDetail([0, 0, 0.3, 0.3]), 20);
});

test('--help wins over everything else', () => {
  assert.equal(parseOptions(['--help']), 'help');
  assert.equal(parseOptions(['--name', 'No Good', '--help']), 'help');
});

test('every fault of a command line is reported at once', () => {
  const text = problemsOf('--countries', 'Syria', '--detail', '1');
  for (const flag of ['--name is missing', '--bounds is missing', '--countries holds', '--detail is "1"']) {
    assert.match(text, new RegExp(flag));
  }
});

test('an unknown flag and a missing value are refused by name', () => {
  assert.match(problemsOf(...LEVANT, '--zoom', '3'), /--zoom/);
  assert.match(problemsOf('--bounds'), /--bounds/);
});

for (const name of ['Levant', 'le vant', '../levant', '-levant', 'le--vant', '', '7up']) {
  test(`the name "${name}" is refused`, () => {
    assert.match(problemsOf(`--name=${name}`, '--bounds', '33,33.5,43,38.5'), /--name is ".*small letters/);
  });
}

const FAULTS: readonly (readonly [bounds: string, says: RegExp])[] = [
  ['33,33.5,43', /not four numbers.*for example/],
  ['33,33.5,43,north', /not four numbers/],
  ['33,,43,38.5', /not four numbers/],
  ['33;33.5;43;38.5', /not four numbers/],
  ['43,33.5,33,38.5', /west \(43\) must be less than east \(33\)/],
  ['33,33.5,33,38.5', /west .* must be less than east/],
  ['33,38.5,43,33.5', /south \(38.5\) must be less than north \(33.5\)/],
  ['33,-88,43,38.5', /within ±85°/],
  ['63,-125,67,-113', /Did you swap longitude and latitude\?/],
  ['170,-20,190,-10', /within ±180°.*antimeridian/],
  ['170,-20,-170,-10', /antimeridian/],
  ['-60,0,60,40', /span 120°.*at most 60°/],
  ['33,33.5,33.1,38.5', /less than 0.2°/],
];

for (const [bounds, says] of FAULTS) {
  test(`bounds ${bounds} are refused with the reason`, () => assert.match(withBounds(bounds), says));
}

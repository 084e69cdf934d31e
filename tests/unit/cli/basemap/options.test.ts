import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from '../../../../src/cli/basemap/options.ts';
import { boundsText } from '../../../../src/cli/basemap/parse-bounds.ts';
import { defaultDetail, scaleOf, smallestLakeKm2 } from '../../../../src/cli/basemap/scale.ts';

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
    isDetailGiven: false,
    languages: ['en', 'ar'],
    own: {},
    credit: null,
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
  assert.ok(defaultDetail([0, 0, 0.01, 0.01]) >= 2, 'no finer than any source');
  assert.equal(defaultDetail([0, 0, 1, 1]), 20, 'as fine as land kept to fifty metres allows');
});

test('--help wins over everything else', () => {
  assert.equal(parseOptions(['--help']), 'help');
  assert.equal(parseOptions(['--name', 'No Good', '--help']), 'help');
});

test('every fault of a command line is reported at once', () => {
  const text = problemsOf('--countries', 'Syria', '--detail', '0');
  for (const flag of ['--name is missing', '--bounds is missing', '--countries holds', '--detail is "0"']) {
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
  ['190,-20,200,-10', /within ±180°/],
  ['-30,-60,340,80', /world is 360° wide/],
  ['43,33.5,33,38.5', /unless the map crosses the antimeridian/],
  ['33,33.5,33.001,38.5', /less than 0.002°/],
];

for (const [bounds, says] of FAULTS) {
  test(`bounds ${bounds} are refused with the reason`, () => assert.match(withBounds(bounds), says));
}

const boundsOf = (bounds: string) => {
  const parsed = parseOptions(['--name', 'x', `--bounds=${bounds}`]);
  assert.ok(parsed !== 'help' && 'bounds' in parsed, bounds);
  return parsed.bounds;
};

test('a map may be the world, a village, or lie across the antimeridian, and is written again as it was', () => {
  assert.deepEqual(boundsOf('-180,-85,180,85'), [-180, -85, 180, 85]);
  assert.deepEqual(boundsOf('25.22,37.36,25.23,37.37'), [25.22, 37.36, 25.23, 37.37]);
  assert.deepEqual(boundsOf('177,-20,-178,-15'), [177, -20, 182, -15]);
  assert.deepEqual(boundsOf('177,-20,182,-15'), [177, -20, 182, -15]);
  for (const bounds of ['-180,-85,180,85', '177,-20,-178,-15', '33,33.5,43,38.5', '-30,-85,330,84'])
    assert.equal(boundsText(boundsOf(bounds)), bounds);
});

test('sources and generalisation follow the extent', () => {
  const extents = ['-180,-60,180,82', '-20,-36,55,38', '33,33.5,43,38.5', '25.22,37.36,25.32,37.42'].map(boundsOf);
  assert.deepEqual(extents.map(scaleOf), ['wide', 'wide', 'country', 'close']);
  for (const measure of [defaultDetail, smallestLakeKm2]) {
    const measured = extents.map(measure);
    assert.deepEqual(
      measured.toSorted((a, b) => b - a),
      measured,
    );
  }
});

const OWN: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['--rivers', 'rivers.geojson'], /--rivers needs --credit/],
  [['--roads', 'roads.geojson', '--credit', ' '], /--roads needs --credit/],
  [['--credit', 'IGN'], /for layers of your own/],
  [['--lakes', '../lakes.geojson', '--credit', 'me'], /--lakes is "..\/lakes.geojson", outside the project/],
  [['--lakes', '/etc/passwd', '--credit', 'me'], /outside the project/],
  [['--lakes', 'a/../../b.geojson', '--credit', 'me'], /outside the project/],
  [['--names', 'en,Português'], /--names holds "Português"/],
];

for (const [args, says] of OWN) {
  test(`${args.join(' ')} is refused with the reason`, () => assert.match(problemsOf(...LEVANT, ...args), says));
}

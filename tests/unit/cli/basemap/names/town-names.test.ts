import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameByLetters } from '../../../../../src/cli/basemap/names/alphabets.ts';
import { readCityNames } from '../../../../../src/cli/basemap/names/city-names.ts';
import { readOwnLanguages } from '../../../../../src/cli/basemap/names/own-languages.ts';
import { type Sea, seasInBounds } from '../../../../../src/cli/basemap/names/seas.ts';
import { buildNameTown } from '../../../../../src/cli/basemap/names/town-names.ts';

/** As CLDR writes it, for the countries of the towns below. */
const OFFICIAL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  GR: { el: 99 },
  SY: { ar: 80 },
  HU: { hu: 100 },
  RU: { ru: 94 },
  UA: { uk: 84 },
  IL: { he: 100, ar: 20 },
  GE: { ka: 85 },
  TH: { th: 80 },
  BE: { nl: 55, fr: 38, de: 22 },
  JP: { ja: 95 },
};
const ownOf = readOwnLanguages(
  JSON.stringify({
    supplemental: {
      territoryInfo: Object.fromEntries(
        Object.entries(OFFICIAL).map(([a2, languages]) => [
          a2,
          {
            languagePopulation: Object.fromEntries(
              Object.entries(languages).map(([language, percent]) => [
                language,
                { _populationPercent: String(percent), _officialStatus: 'official' },
              ]),
            ),
          },
        ]),
      ),
    },
  }),
);

/** Towns of ten countries, with names in languages that are neither the story's nor the country's among GeoNames' others. */
const TOWNS: readonly (readonly [a2: string, name: string, others: string, own: string | null])[] = [
  ['GR', 'Chania', 'Χανίων,Χανιά,Ханья,خانيا,ハニア', 'Χανιά'],
  ['SY', 'Idlib', 'Идлиб,ادلیب,محافظة إدلب,إدلب,אידליב', 'إدلب'],
  ['HU', 'Budapest', 'Budapeste,Budapeszt,Будапешт,بودابست,布达佩斯', null],
  ['RU', 'Tver', 'Тверь,特维尔,تفير', 'Тверь'],
  ['UA', 'Kyiv', 'Киев,Київ,كييف,Kiew', 'Київ'],
  ['IL', 'Haifa', 'חיפה,حيفا,Хайфа', 'חיפה'],
  ['GE', 'Batumi', 'ბათუმი,Батуми,باتومي', 'ბათუმი'],
  ['TH', 'Chiang Rai', 'เชียงราย,清莱', 'เชียงราย'],
  ['BE', 'Liège', 'Luik,Lüttich,Льеж,لييج', null],
  ['JP', 'Osaka', '大阪市,大阪,おおさか,오사카', 'おおさか'],
];

const townOf = ([a2, name, others]: (typeof TOWNS)[number]) => ({
  id: '1',
  name,
  alternates: others.split(','),
  timeZone: '',
  lngLat: [0, 0] as const,
  feature: 'PPL',
  a2,
  population: 5000,
});

const noCities = () => null;

for (const town of TOWNS) {
  const [a2, name, , own] = town;
  test(`a town of ${a2} has a name in the story's language and the country's own, and in no third`, () => {
    const story = ['en', 'pt'];
    const named = buildNameTown(story, ownOf, noCities)(townOf(town));
    assert.deepEqual(named.names, own === null ? { en: name } : { en: name, [ownOf(a2) ?? '']: own });
    assert.equal(named.own, own === null ? undefined : ownOf(a2));
  });
}

test("a story's own language is found by its letters, but is no place's own name", () => {
  const haifa = TOWNS.find(([a2]) => a2 === 'IL') as (typeof TOWNS)[number];
  const named = buildNameTown(['en', 'ar'], ownOf, noCities)(townOf(haifa));
  assert.deepEqual(named, { names: { en: 'Haifa', ar: 'حيفا', he: 'חיפה' }, own: 'he' });
});

test("a country of several languages has none that a town's name is sure to be in; a small second one leaves it", () => {
  assert.equal(ownOf('BE'), null);
  assert.equal(ownOf('IL'), 'he');
  assert.equal(ownOf('XX'), null);
});

test('letters that two languages share tell nothing; letters of one alone do', () => {
  assert.equal(nameByLetters(['Минхен', 'Мюнхен'], 'ru', 'Munich'), null);
  assert.equal(nameByLetters(['Мюнхен'], 'ru', 'Munich'), 'Мюнхен');
  // Chinese, and the Japanese write what lies abroad in other signs.
  assert.equal(nameByLetters(['洛斯巴里奥斯'], 'ja', 'Los Barrios'), null);
  assert.equal(nameByLetters(['洛斯巴里奥斯'], 'zh', 'Los Barrios'), '洛斯巴里奥斯');
  assert.equal(nameByLetters(['アルヘシラス', '阿尔赫西拉斯'], 'ja', 'Algeciras'), 'アルヘシラス');
  assert.equal(nameByLetters(['大津'], 'ja', 'Otsu', true), '大津');
  assert.equal(nameByLetters(['Тыва', 'Тива'], 'ru', 'Tuva'), 'Тыва');
  assert.equal(nameByLetters(['Budapeste'], 'pt', 'Budapest'), null);
  assert.equal(nameByLetters(['مدينة دمشق', 'دمشق'], 'ar', 'Damascus'), 'دمشق');
});

const ZONES = (language: string, city: string) =>
  JSON.stringify({
    main: { [language]: { dates: { timeZoneNames: { zone: { Europe: { Athens: { exemplarCity: city } } } } } } },
  });

test('CLDR names the town a time zone is called after in any language, and no other town of the zone', () => {
  const cityNames = readCityNames({ en: ZONES('en', 'Athens'), pt: ZONES('pt', 'Atenas') });
  assert.equal(cityNames({ name: 'Athens', timeZone: 'Europe/Athens' }, 'pt'), 'Atenas');
  assert.equal(cityNames({ name: 'Patra', timeZone: 'Europe/Athens' }, 'pt'), null);
  assert.equal(cityNames({ name: 'Athens', timeZone: 'Europe/Athens' }, 'de'), null);
  assert.equal(cityNames({ name: 'Athens', timeZone: 'Nowhere/At/All' }, 'pt'), null);
});

test('seas stand where they are in view, in the languages asked for, where they are wide enough to be seen', () => {
  const seas: Sea[] = [
    {
      names: { en: 'Wide', pt: 'Largo', fr: 'Large' },
      degrees: 8,
      at: [
        [-170, 0],
        [175, 5],
      ],
    },
    { names: { en: 'Strait' }, degrees: 0.1, at: [[178, 0]] },
  ];
  assert.deepEqual(seasInBounds(seas, [170, -10, 185, 10], ['en', 'pt']), [
    { kind: 'water', lngLat: [175, 5], names: { en: 'Wide', pt: 'Largo' } },
  ]);
  assert.deepEqual(seasInBounds(seas, [180, -10, 200, 10], ['en']), [
    { kind: 'water', lngLat: [190, 0], names: { en: 'Wide' } },
  ]);
  assert.deepEqual(seasInBounds(seas, [0, -10, 20, 10], ['en']), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { waysToWrite } from '../../../../../src/content/prose/numerals/date-words.ts';
import { numeralValue } from '../../../../../src/content/prose/numerals/numeral-value.ts';
import { unexplainedNumerals } from '../../../../../src/content/prose/numerals/numerals.ts';
import { formatDay } from '../../../../../src/i18n/format.ts';

const found = (text: string, locale: string, values: readonly number[] = []): readonly string[] =>
  unexplainedNumerals(text, { names: [], values: new Set(values), locale }).map((numeral) => numeral.text.trim());

const LANGUAGES = [
  ...['en', 'ar', 'fr', 'es', 'es-419', 'pt-BR', 'de', 'it', 'nl', 'tr', 'fa', 'he', 'ru', 'uk', 'pl', 'zh-Hans', 'ja'],
  ...['ko', 'hi', 'id', 'sw', 'ku', 'ckb', 'ur'],
];

/** Dates, years and times that need no source, and beside them a figure that does. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'on 14 June, from 12 to 25 December 2019, on June 14th, in June 2019, Jun 14, 2019 and 14/06/2019',
    'In 1066 and since 1204 the 1848 revolutions; the war of 1812 ended (1755), 1914–1918 and 1914-18',
    '44 BC, 44 BCE, AD 79, 79 CE, the year 79, 24 August 79, 100 BC to AD 14, 0079',
    'the 1920s, the ’90s, the 1980’s, in the 5th century BC, the 19th and 20th centuries, a 19th-century map',
    'winter 2019–20, in the summer of 1816, spring 1848, the summer of ’69',
    'between 5 and 6 p.m., from 5 to 7 pm, from 5.30 to 7.15 p.m., half past 5, at quarter to 6',
    'at 6:30, at 18:05:30, at 6 am, 6.30 p.m., 5 o’clock, at 18.30 pm, 0400 hours, 14:30 GMT, UTC+3',
    'Route 66, line 2, bus 42, flight MH370, the A-7, I-95, US 66, Highway 101, page 12, pp. 12–14, Resolution 2254',
    'CC BY 4.0, CC BY-SA 3.0, CC0 1.0, GPL-3.0-or-later, GPLv3, Apache 2.0, Apache License, Version 2.0, ODbL 1.0',
    'version 5.3, v2.1, 4.0.1.2, the 82nd Airborne, 5th Avenue, COP26, Covid-19',
  ],
  fr: [
    'le 14 juin 2019, du 12 au 25 décembre, le 1er janvier, en juin 2019, le 14/06/2019, 14.06.2019',
    'en 1204, depuis 1789, l’an 79, 44 av. J.-C., 79 apr. J.-C., de 1914 à 1918',
    'les années 1920, les années 20, au 19e siècle, au 5e siècle av. J.-C., été 1848, hiver 2019-2020',
    'à 14 h 30, à 14h30, à 18 heures, 6:30, la ligne 4, la route 66, l’autoroute A7, le vol 370, page 12, n° 5',
    'la 2e Division, Licence Ouverte 2.0, CC BY 4.0',
  ],
  de: [
    'am 14. Juni 2019, vom 12. bis 25. Dezember, im Juni 2019, 14.06.2019, am 27.12.',
    'im Jahr 79, seit 1789, um 1200, 44 v. Chr., 79 n. Chr., von 1914 bis 1918, die 1848er',
    'die 1920er, in den 1920ern, im 19. Jahrhundert, im 5. Jahrhundert v. Chr., Sommer 1816, Winter 2019/20',
    'um 14.30 Uhr, um 14 Uhr, 6:30, Linie 7, Bus 42, Autobahn 7, die A 7, Seite 12, Version 2.1, CC BY 4.0',
  ],
  es: [
    'el 14 de junio de 2019, del 12 al 25 de diciembre, en junio de 2019, el 14/06/2019',
    'en 1492, desde 1810, el año 79, 44 a. C., 79 d. C., de 1914 a 1918',
    'los años 20, la década de 1920, el siglo 19, verano de 1816, a las 14:30, a las 14 h, línea 2, ruta 66, página 12',
  ],
  'es-419': ['14 de junio de 2019, 44 a.C.'],
  'pt-BR': [
    '14 de junho de 2019, de 12 a 25 de dezembro, em junho de 2019, 14/06/2019',
    'em 1500, desde 1822, no ano 79, 44 a.C., 79 d.C., os anos 20, a década de 1920, no século 19, verão de 1816',
    'às 14h30, às 14 horas, 6:30, linha 2, rodovia 101, página 12, versão 2.1',
  ],
  it: [
    'il 14 giugno 2019, dal 12 al 25 dicembre, nel giugno 2019, nel 1492, dal 1914 al 1918, l’anno 79, 44 a.C.',
    'gli anni 20, gli anni ’20, nel 19º secolo, estate 1816, alle 14:30, ore 14, linea 2, pagina 12',
  ],
  nl: [
    '14 juni 2019, van 12 tot 25 december, in juni 2019, in 1568, het jaar 79, 44 v.Chr., 79 n.Chr.',
    'de jaren 20, de jaren ’20, in de 19e eeuw, zomer 1816, om 14.30 uur, om 14 uur, lijn 2, bladzijde A4',
  ],
  tr: [
    '14 Haziran 2019, 12 ile 25 Aralık, Haziran 2019, MÖ 44, MS 79, 1920’ler, 1920’lerde, 19. yüzyılda, 1453 yılı',
    'yaz 1816, saat 14:30, hat 2, sürüm 2.1',
  ],
  ru: [
    '14 июня 2019 года, с 12 по 25 декабря, в июне 2019, в 1812 году, 44 г. до н. э., 79 год н. э., 14.06.2019',
    '1920-е, в 1920-х, в 19 веке, в 5-м веке до н. э., летом 1816, в 14:30, в 14 часов, линия 2, маршрут 42, № 5',
  ],
  uk: [
    '14 червня 2019 року, з 12 по 25 грудня, у червні 2019, у 1654 році, 44 до н. е., 1920-ті, у 19 столітті',
    'о 14:30, о 14 годині, лінія 2, маршрут 42',
  ],
  pl: [
    '14 czerwca 2019, od 12 do 25 grudnia, w czerwcu 2019, w 1410 roku, 44 p.n.e., lata 20., w 19 wieku',
    'o 14:30, godz. 14, linia 2, strona 12',
  ],
  ar: [
    '١٤ حزيران/يونيو ٢٠١٩، من ١٢ إلى ٢٥ كانون الأول، ١٢ و١٣ آذار، ١٤ يونيو، في حزيران ٢٠١٩، 14 شباط 2019',
    'في عام ١٩١٧، عام ٧٩، سنة ١٢٠٤، ٤٤ ق.م، ٧٩ للميلاد، ١٤٤٠ هـ، ١٥ رمضان ١٤٤٠، القرن ١٩، شتاء ٢٠١٩',
    'الساعة ١٤:٣٠، ٦ مساءً، الطريق ٦٦، الخط ٢، الصفحة ١٢',
  ],
  fa: ['۱۴ ژوئن ۲۰۱۹، ۶ دی ۱۳۹۸، سال ۱۳۹۸، ۴۴ ق.م.، قرن ۱۹، دهه ۱۹۲۰، ساعت ۱۴:۳۰، خط ۲، ۱۲ تا ۲۵ دسامبر'],
  he: ['14 ביוני 2019, ב-14 ביוני, 12 עד 25 בדצמבר, בשנת 1204, 44 לפנה״ס, המאה ה-19, שנות ה-20, 14:30, קו 2, כביש 6'],
  ur: ['14 جون، 2019، 14 جون 2019، سن 79، سال 1857، 14:30'],
  ckb: ['کاتژمێر ٥ی ئێوارە', '١٤ی حوزەیرانی ٢٠١٩، ٢٧ی کانوونی یەکەمی ٢٠١٩، ٢ی ئابی ٢٠١٩، ساڵی ١٩٨٨، سەدەی ١٩، ١٤:٣٠'],
  ku: ['14ê hezîrana 2019an, 27ê kanûna 2019an, 3yê çileyê, 3ê îlonê, sala 1988, sedsala 19, 14:30'],
  'zh-Hans': [
    '2019年6月14日, 6月14日, 6月14–16日, 2019年, 79年, 公元前44年, 公元79年, 19世纪, 20世纪20年代, 1920年代, 14:30, 14时',
  ],
  ja: ['2019年6月14日、6月14日、6月、2019年、紀元前44年、19世紀、1920年代、14時30分、14:30、国道1'],
  ko: ['2019년 6월 14일, 6월 14일, 2019년, 기원전 44년, 19세기, 1920년대, 오후 6시, 14:30, 14시'],
  hi: ['14 जून 2019, जून 2019, सन 79, 44 ईसा-पूर्व, 19वीं सदी, 14:30, ६ बजे, १४ जून २०१९'],
  id: [
    '14 Juni 2019, 12 sampai 25 Desember, Juni 2019, tahun 1945, pada tahun 79, 44 SM, abad ke-19, 1920-an, pukul 14:30, jalur 2',
  ],
  sw: ['14 Juni 2019, Juni 2019, mwaka wa 79, 44 KK, karne ya 19, miaka ya 1920, 14:30, njia 2'],
};

for (const [locale, texts] of Object.entries(TEXTS)) {
  test(`dates, times, years and names with figures explain themselves in ${locale}`, () => {
    for (const text of texts) assert.deepEqual(found(text, locale), [], text);
  });
}

test('parts of the day, licences by their whole name and ordinals in names explain themselves', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['en', 'at 5.30 in the morning, 6 in the evening, at 12 noon, Creative Commons Attribution-ShareAlike 3.0, § 5'],
    [
      'de',
      'um halb 6, um 5 Uhr, 6 Uhr abends, Creative Commons Namensnennung 4.0, die 3. Division, der 2. Weltkrieg, § 5',
    ],
    ['fr', 'à 5 heures du matin, Licence Creative Commons Attribution 4.0 International'],
    ['es', 'a las 5 de la tarde, Licencia Creative Commons Atribución 4.0, la 3.ª División'],
    ['pt-BR', 'às 5 da tarde, 81º Batalhão'],
    ['it', 'alle 5 del pomeriggio, alle 9 di sera'],
    ['nl', 'om half 6, om kwart over 5'],
    ['pl', 'o 5 rano, o 9 wieczorem'],
    ['ru', 'в 5 утра, в 9 вечера'],
    ['uk', 'о 5 ранку, о 9 вечора'],
    ['ar', 'الفرقة ٢٥، اللواء ٣'],
    ['ja', '午前6時30分、午後5時、第3師団'],
    ['ko', '오전 6시 30분, 오후 5시, 제3사단'],
    ['zh-Hans', '早上6点30分，下午5点，第3师'],
    ['id', 'pukul 5 sore, pasal 3'],
  ];
  for (const [locale, text] of texts) assert.deepEqual(found(text, locale), [], `${locale}: ${text}`);
  assert.deepEqual(found('Es waren 3. Dann kamen 12 Menschen.', 'de'), ['3', '12']);
  assert.deepEqual(found('2 дня, 5 ночей', 'ru'), ['2', '5']);
});

test('every language of the project and those to come is in the list', () => {
  assert.deepEqual([...LANGUAGES].sort(), Object.keys(TEXTS).sort());
});

test('what an author is told to write for a figure that counts nothing explains it', () => {
  for (const locale of LANGUAGES) {
    for (const figure of ['7', '12', '79', '815']) {
      const ways = waysToWrite(figure, locale);
      assert.ok(ways.length >= 3, locale);
      for (const way of ways) assert.deepEqual(found(`— ${way} —`, locale), [], `${locale}: ${way}`);
    }
    assert.deepEqual(waysToWrite('2,350', locale), []);
  }
  assert.deepEqual(waysToWrite('79', 'de-AT'), ['im Jahr 79', 'Seite 79', 'Linie 79', 'Version 79']);
  assert.deepEqual(waysToWrite('٧٩', 'ar')[0], 'عام ٧٩');
});

test('a count needs its source in every language, also beside a date', () => {
  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    ['en', '1200 people fled on 24 August 2019; 12 of them died.', ['1200', '12']],
    ['en', 'In 2019 some 2,350 families and 17 dogs left; 3.5 million stayed.', ['2,350', '17', '3.5 million']],
    ['en', 'On 24 August 235 people left; 44 boats and 79 cars.', ['235', '44', '79']],
    ['en', 'the 3rd time, 70% and 4 km, 40 °C, $5, 500 m', ['3', '70', '4', '40', '5', '500']],
    [
      'en',
      'In June 14 people left; the 1200 people who stayed; about 2000 people; Dead: 1200.',
      ['14', '1200', '2000', '1200'],
    ],
    ['en', 'I am 14 years old and walked 12 hours; release 12 prisoners; circa 200 people', ['14', '12', '12', '200']],
    [
      'de',
      'im Juni 14 Menschen, 12 am Montag, um 12 Prozent, es waren 12. Dann kam 1 Bus',
      ['14', '12', '12', '12', '1'],
    ],
    ['fr', 'par an 200 personnes, pendant 18 heures, A 12 ans', ['200', '18', '12']],
    ['es', 'cada año 200 personas; tardó 14 horas', ['200', '14']],
    ['pl', 'Zginęło 20. Potem 12 osób', ['20', '12']],
    ['ru', '79 человек, 2 года', ['79', '2']],
    ['de', '11.300 Menschen, 3,5 Millionen Euro und 17 Hunde', ['11.300', '3,5 Millionen', '17']],
    ['fr', '11 300 personnes, 3,5 millions et 17 chiens', ['11 300', '3,5 millions', '17']],
    ['pt-BR', '11.300 pessoas e 17 cães', ['11.300', '17']],
    ['es', '2350 personas y 17 perros', ['2350', '17']],
    ['ru', '11 300 человек и 17 собак', ['11 300', '17']],
    ['ar', '٢٣٥ ألف شخص و١٧ كلبًا و٥٠٠ م', ['٢٣٥ ألف', '١٧', '٥٠٠']],
    ['ja', '23.5万人と17匹の犬', ['23.5万', '17']],
    ['zh-Hans', '23.5万人，17只狗', ['23.5万', '17']],
    ['ko', '23만 명, 17마리', ['23만', '17']],
    ['hi', '2.35 लाख लोग, 17 कुत्ते', ['2.35 लाख', '17']],
    ['he', '‏235 אלף איש ו-17 כלבים', ['235 אלף', '17']],
    ['sw', 'elfu 235 na mbwa 17', ['235', '17']],
  ];
  for (const [locale, text, expected] of texts) assert.deepEqual(found(text, locale), expected, text);
});

test('a known figure explains a numeral by the marks and words of its language', () => {
  const texts: readonly (readonly [string, string, number])[] = [
    ['de', '11.300 Menschen', 11_300],
    ['de', '11,3 Kilometer', 11.3],
    ['de', '3,5 Millionen', 3_500_000],
    ['en', '11.300 km', 11.3],
    ['en', '−40 °C', -40],
    ['fr', '11 300 et 11\u202f300 et 11\u00a0300', 11_300],
    ['fr', '3,5 millions', 3_500_000],
    ['pt-BR', '11.300 pessoas', 11_300],
    ['pl', '2350 osób', 2350],
    ['de-CH', '11’300', 11_300],
    ['hi', '2,35,000', 235_000],
    ['hi', '2.35 लाख', 235_000],
    ['ja', '23.5万人', 235_000],
    ['ko', '23만', 230_000],
    ['ar', '٢٣٥٬٠٠٠ و٢٣٥ ألف و235,000', 235_000],
    ['fa', '۲۳۵ هزار', 235_000],
    ['sw', 'elfu 235', 235_000],
    ['en', '£3.5bn', 3_500_000_000],
    ['hi', '२३५', 235],
  ];
  for (const [locale, text, value] of texts) assert.deepEqual(found(text, locale, [value]), [], `${locale}: ${text}`);
});

test('a number formatted in any language is read back as itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES, 'de-CH', 'en-IN', 'mr', 'bn', 'my', 'sr-Latn', 'pl'),
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 2 }),
      (locale, digits, exponent) => {
        const value = Math.abs(Number(`${digits}e-${exponent}`));
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
        assert.equal(numeralValue(text, locale), value, `${locale}: ${text}`);
      },
    ),
  );
});

test('any day as a story’s own pages write it explains itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom('full' as const, 'day-month' as const, 'month-year' as const),
      fc.integer({ min: -350_000, max: 330_000 }),
      (locale, style, day) => {
        const text = formatDay(day, locale, style);
        assert.deepEqual(found(text, locale), [], `${locale}: ${text}`);
      },
    ),
    { numRuns: 300 },
  );
});

test('any day written by Intl in any language explains itself', () => {
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { dateStyle: 'medium' },
    { day: 'numeric', month: 'long' },
    { month: 'long', year: 'numeric' },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...styles),
      fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(2900, 0, 1) }),
      (locale, style, at) => {
        const text = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...style, timeZone: 'UTC' }).format(at);
        assert.deepEqual(found(text, locale), [], `${locale}: ${text}`);
      },
    ),
    { numRuns: 300 },
  );
});

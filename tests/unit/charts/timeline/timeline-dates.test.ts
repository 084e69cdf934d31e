import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Moment, readMoment } from '../../../../src/charts/timeline/timeline-dates.ts';
import { momentName } from '../../../../src/charts/timeline/timeline-scale.ts';
import { dateOfDay } from '../../../../src/i18n/format.ts';

function read(written: string): Moment {
  const moment = readMoment(written);
  assert.ok(moment !== null && moment !== 'none', written);
  return moment;
}

const days = (written: string): string => {
  const { first, last, exactness } = read(written);
  const iso = [first, last].map((day) => dateOfDay(day).toISOString().slice(0, -14));
  return `${iso.join(' ')} ${exactness}`;
};

test('a date is read as exactly as it is written', () => {
  const dates = {
    '2019-12-27': '2019-12-27 2019-12-27 day',
    '2020-02': '2020-02-01 2020-02-29 month',
    '1917': '1917-01-01 1917-12-31 year',
    '0079': '0079-01-01 0079-12-31 year',
    '79': '0079-01-01 0079-12-31 year',
    '0079-08-24': '0079-08-24 0079-08-24 day',
    'AD 79': '0079-01-01 0079-12-31 year',
    '1920s': '1920-01-01 1929-12-31 years',
    '19th century': '1801-01-01 1900-12-31 years',
    '44 BC': '-000043-01-01 -000043-12-31 year',
    '44 BCE': '-000043-01-01 -000043-12-31 year',
    '1 BC': '0000-01-01 0000-12-31 year',
    '0044-03-15 BC': '-000043-03-15 -000043-03-15 day',
    '44-03 BC': '-000043-03-01 -000043-03-31 month',
    '320s BC': '-000328-01-01 -000319-12-31 years',
    '5th century BC': '-000499-01-01 -000400-12-31 years',
  };
  for (const [written, expected] of Object.entries(dates)) assert.equal(days(written), expected, written);
});

test('what no calendar has is told from what is no date', () => {
  for (const written of ['2019-02-31', '2019-13', '2019-13-01', '2019-00-10', '0', '2019-02-29', '0044-04-31 BC']) {
    assert.equal(readMoment(written), 'none', written);
  }
  for (const written of ['27 December 2019', '-44', '1925s', '20190', '', '1920s century', '2019-1-1', 'AD 79 BC']) {
    assert.equal(readMoment(written), null, written);
  }
});

test('a date written from its parts is read back as that day, month or year', () => {
  const year = fc.integer({ min: 1, max: 2999 });
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
      const [yyyy, mm, dd] = [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')];
      assert.equal(
        momentName(read(`${yyyy}-${mm}-${dd}`), 'en', 'full')
          .split(' ')
          .at(-1),
        String(y),
      );
      assert.equal(momentName(read(yyyy), 'en', 'full'), String(y));
      assert.equal(momentName(read(`${y} BC`), 'en', 'full'), `${y} BC`);
      const [day, month, whole] = [read(`${yyyy}-${mm}-${dd}`), read(`${yyyy}-${mm}`), read(String(y))];
      assert.ok(whole.first <= month.first && month.first <= day.first && day.last <= month.last);
    }),
  );
});

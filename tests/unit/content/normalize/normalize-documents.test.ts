import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeCorrections } from '../../../../src/content/normalize/normalize-documents.ts';

const reading = {
  locale: 'ar',
  say: (text: string | Readonly<Record<string, string>>) =>
    typeof text === 'string' ? text : (text['ar'] ?? text['en'] ?? ''),
  figure: () => '',
};

test('the newest correction comes first, those of one day as they were written, each with what it lacks', () => {
  const corrections = [
    { date: '2026-01-05', text: { en: 'The bridge.', ar: 'الجسر.' } },
    { date: '2026-02-01', text: { en: 'The first of the day.' } },
    { date: '2026-02-01', text: 'The second.' },
  ];
  assert.deepEqual(normalizeCorrections(corrections, reading), [
    { date: '2026-02-01', text: 'The first of the day.', untranslated: ['text'] },
    { date: '2026-02-01', text: 'The second.', untranslated: [] },
    { date: '2026-01-05', text: 'الجسر.', untranslated: [] },
  ]);
});

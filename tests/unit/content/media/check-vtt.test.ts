import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkVtt } from '../../../../src/content/media/check-vtt.ts';

const cues = (...times: readonly string[]) => `WEBVTT\n\n${times.map((time) => `${time}\nWords.`).join('\n\n')}\n`;

test('captions whose times follow one another are good, with hours and settings or without', () => {
  assert.deepEqual(checkVtt(cues('00:00.000 --> 00:01.500', '00:00:01.500 --> 01:00:02.000 align:start')), []);
  assert.deepEqual(
    checkVtt(`\ufeffWEBVTT - A title\r\n\r\nNOTE a remark\r\n\r\n1\r\n00:00.000 --> 00:01.000\r\nWords.\r\n`),
    [],
  );
});

test('a bad time is told with its line', () => {
  const bad: readonly (readonly [string, string, RegExp, number | null])[] = [
    ['no head', '00:00.000 --> 00:01.000', /does not begin with/, 1],
    ['comma of SRT', cues('00:00:00,000 --> 00:00:01,000'), /`00:00:00,000`, which is none/, 3],
    ['sixty seconds', cues('00:00.000 --> 00:60.000'), /`00:60.000`, which is none/, 3],
    ['no end', cues('00:00.000 -->'), /which is none/, 3],
    ['ends first', cues('00:02.000 --> 00:01.000'), /ends \(00:01.000\) before it begins/, 3],
    ['out of order', cues('00:05.000 --> 00:06.000', '00:01.000 --> 00:02.000'), /before the one above it/, 6],
    ['empty', 'WEBVTT\n', /has no cue/, null],
  ];
  for (const [name, text, detail, line] of bad) {
    const [fault] = checkVtt(text);
    assert.equal(fault?.problem, 'MalformedCaptions', name);
    assert.match(fault.detail, detail, name);
    assert.equal(fault.line, line, name);
  }
});

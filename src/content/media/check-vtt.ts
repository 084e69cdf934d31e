import type { MediaFault } from './media-facts.ts';

const TIMING = /^(\S+)\s+-->\s+(\S+)/;
const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

/** Seconds, or null where it is no time of WebVTT. */
function secondsOf(time: string): number | null {
  const [, hours = '0', minutes, seconds, thousandths] = TIME.exec(time) ?? [];
  if (minutes === undefined) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}

const bad = (detail: string, line: number | null): MediaFault => ({
  problem: 'MalformedCaptions',
  detail,
  line,
  cure: 'Times look like `00:01:02.500 --> 00:01:05.000`, each cue begins before it ends, and none before the one above it.',
});

function faultOfTimes(text: string, line: number, before: number): { readonly fault: MediaFault } | { start: number } {
  const [, from = '', to = ''] = TIMING.exec(text) ?? [];
  const [start, end] = [secondsOf(from), secondsOf(to)];
  const wrong = start === null ? from : to;
  if (start === null || end === null) return { fault: bad(`has the time \`${wrong || text}\`, which is none`, line) };
  if (end <= start) return { fault: bad(`has a cue that ends (${to}) before it begins (${from})`, line) };
  if (start < before) return { fault: bad(`has a cue that begins (${from}) before the one above it`, line) };
  return { start };
}

/** What is wrong with captions (WebVTT), line by line. */
export function checkVtt(text: string): readonly MediaFault[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return [bad('does not begin with the line `WEBVTT`', 1)];
  const faults: MediaFault[] = [];
  let [before, cues] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    cues += 1;
    const found = faultOfTimes(line.trim(), index + 1, before);
    if ('fault' in found) faults.push(found.fault);
    else before = found.start;
  }
  return cues === 0 ? [bad('has no cue', null)] : faults;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planFilm } from '../../../../../src/cli/film/film-plan.ts';
import { filmCaptions } from '../../../../../src/cli/film/text/captions.ts';
import type { FilmText } from '../../../../../src/cli/film/text/film-text.ts';

const text = (id: string, title: string, lines: FilmText['lines'] = []): FilmText => ({
  id,
  kicker: '',
  title,
  isTitleShown: true,
  lines,
  seconds: null,
});

test('a cue for each card, in turn, while it is seen; markup in words stays words', () => {
  const sections = [0, 1].map((index) => ({ id: `s${index}`, index, words: 10, seconds: 4, travelShare: 1 }));
  const plan = planFilm(sections, { fps: 10, wordsPerMinute: 100, count: 2 });
  const vtt = filmCaptions(
    plan,
    [text('s0', 'A <b> & c'), text('s1', 'Two', [{ kind: 'quote', text: '“No.”', by: 'Her' }])],
    10,
  );
  const [head, ...cues] = vtt.trim().split('\n\n');
  assert.equal(head, 'WEBVTT');
  assert.equal(cues.length, 2);
  assert.match(cues[0] ?? '', /^00:00:00\.\d{3} --> 00:00:0\d\.\d{3}\nA &lt;b&gt; &amp; c$/);
  assert.match(cues[1] ?? '', /\nTwo\n“No\.” \(Her\)$/);
  const times = [...vtt.matchAll(/\d\d:\d\d:(\d\d\.\d{3})/g)].map(([, seconds]) => Number(seconds));
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
});

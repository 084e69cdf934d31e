import { CLOSING, type FilmSegment } from '../film-plan.ts';
import type { FilmLine, FilmText } from './film-text.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Such as 00:01:02.500 */
function timeStamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const whole = Math.floor(thousandths / 1000);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(thousandths % 1000).padStart(3, '0')}`;
}

function lineText(line: FilmLine): string {
  if (line.kind === 'text') return line.text;
  if (line.kind === 'quote') return line.by === '' ? line.text : `${line.text} (${line.by})`;
  return [line.before, line.figure, line.after].filter(Boolean).join(' ');
}

/** In captions these begin a tag or an entity. */
const escapeCue = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', ' ');

/** When each card begins and ends to be read, in seconds. */
function spans(segments: readonly FilmSegment[], fps: number): ReadonlyMap<string, readonly [number, number]> {
  const cards = segments.flatMap(({ frames }) => frames.map(({ card }) => card));
  const seen = new Map<string, readonly [number, number]>();
  cards.forEach(({ id, opacity }, index) => {
    if (opacity >= 0.5) seen.set(id, [seen.get(id)?.[0] ?? index / fps, (index + 1) / fps]);
  });
  return seen;
}

/** The film's texts as WebVTT, for players that read them out or translate them. */
export function filmCaptions(segments: readonly FilmSegment[], texts: readonly FilmText[], fps: number): string {
  const shown = spans(segments, fps);
  const cues = texts.flatMap((text) => {
    const span = text.id === CLOSING ? undefined : shown.get(text.id);
    const title = text.isTitleShown ? [text.title] : [];
    const lines = [...title, ...text.lines.map(lineText)].map(escapeCue);
    return span && lines.length > 0 ? [`${timeStamp(span[0])} --> ${timeStamp(span[1])}\n${lines.join('\n')}\n`] : [];
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

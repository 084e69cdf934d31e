import { LANDING, REST } from '../../story/timeline.ts';

/** A section as a film tells it. */
export interface FilmSection {
  readonly id: string;
  /** Where it stands in the story, from 0. */
  readonly index: number;
  /** Of the text that the film shows. */
  readonly words: number;
  /** How long it stands still, as its author wants it; null where reading decides. */
  readonly seconds: number | null;
  /** How long the way there takes, where the usual is 1. */
  readonly travelShare: number;
}

/** A text over the map, and how much of it is seen. */
export interface FilmCard {
  readonly id: string;
  /** 0–1 */
  readonly opacity: number;
}

export interface FilmFrame {
  /** 0–1 through the story. */
  readonly progress: number;
  readonly card: FilmCard;
}

/** A piece of the film that is drawn, kept and joined as one. */
export interface FilmSegment {
  readonly id: string;
  readonly frames: readonly FilmFrame[];
}

export interface FilmPace {
  /** Frames a second. */
  readonly fps: number;
  readonly wordsPerMinute: number;
  /** Sections of the whole story. */
  readonly count: number;
}

/** Id of the card at the end, with sources and address. */
export const CLOSING = 'closing';

const TRAVEL_SECONDS = 2.6;
const DRAWING_SECONDS = 1.6;
const CLOSING_SECONDS = 5;
/** What a reader needs to see that there is a text. */
const NOTICE_SECONDS = 1;
const SHORTEST_SECONDS = 2.5;
const LONGEST_SECONDS = 14;
/** Share of a way in which the text before goes, and from which on the next one comes. */
const LEAVING = 0.2;
const COMING = 0.75;

const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** How long a section is shown once all of it is drawn, in seconds. */
export function readingSeconds({ words, seconds }: FilmSection, { wordsPerMinute }: FilmPace): number {
  const needed = NOTICE_SECONDS + (words / wordsPerMinute) * 60 - DRAWING_SECONDS;
  return seconds ?? clamp(needed, SHORTEST_SECONDS, LONGEST_SECONDS);
}

/** `t` from 0 up to, not including, 1. */
function frames(seconds: number, fps: number, at: (t: number) => FilmFrame): readonly FilmFrame[] {
  const length = Math.max(1, Math.round(seconds * fps));
  return Array.from({ length }, (_, index) => at(index / length));
}

function travelFrames(before: FilmSection, to: FilmSection, { fps, count }: FilmPace): readonly FilmFrame[] {
  const from = (before.index + REST.end) / count;
  const until = (to.index + REST.start) / count;
  return frames(TRAVEL_SECONDS * to.travelShare, fps, (t) => ({
    progress: mix(from, until, t),
    card:
      t < COMING
        ? { id: before.id, opacity: Math.max(0, 1 - t / LEAVING) }
        : { id: to.id, opacity: (t - COMING) / (1 - COMING) },
  }));
}

/** A section's marks are drawn on, then it stands to be read; what goes on while it is read goes on in the film. */
function restFrames(section: FilmSection, pace: FilmPace, isFirst: boolean): readonly FilmFrame[] {
  const { fps, count } = pace;
  const at = (share: number): number => (section.index + share) / count;
  const opening = isFirst ? 0.4 * fps : 0;
  const drawing = frames(DRAWING_SECONDS, fps, (t) => ({
    progress: mix(at(REST.start), at(LANDING), t),
    card: { id: section.id, opacity: 1 },
  })).map((frame, index) => ({
    ...frame,
    card: { ...frame.card, opacity: opening > 0 ? Math.min(1, index / opening) : 1 },
  }));
  const reading = frames(readingSeconds(section, pace), fps, (t) => ({
    progress: mix(at(LANDING), at(REST.end), t),
    card: { id: section.id, opacity: 1 },
  }));
  return [...drawing, ...reading];
}

function closingFrames(last: FilmSection, { fps, count }: FilmPace): readonly FilmFrame[] {
  const progress = (last.index + REST.end) / count;
  return frames(CLOSING_SECONDS, fps, (t) => ({ progress, card: { id: CLOSING, opacity: Math.min(1, t * 8) } }));
}

/**
 * A film's frames: progress over time, worked out from how fast people read. One segment a section, with the way there,
 * and one for the card at the end. Between sections that do not follow one another the camera passes those left out.
 */
export function planFilm(sections: readonly FilmSection[], pace: FilmPace): readonly FilmSegment[] {
  const told = sections.map((section, index): FilmSegment => {
    const before = sections[index - 1];
    const way = before ? travelFrames(before, section, pace) : [];
    return { id: section.id, frames: [...way, ...restFrames(section, pace, before === undefined)] };
  });
  const last = sections.at(-1);
  return last ? [...told, { id: CLOSING, frames: closingFrames(last, pace) }] : [];
}

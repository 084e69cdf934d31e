import { suggestName } from '../../content/files/nearest.ts';
import { localeInfo } from '../../i18n/locales.ts';
import { layoutFor } from '../../story/layout.ts';
import type { Viewport } from '../../story/scene.ts';
import { sceneAt } from '../../story/scenes/scene-at.ts';
import type { Story } from '../../story/story.ts';
import { buildTimeline, type Timeline } from '../../story/timeline.ts';
import type { FilmFrame, FilmSection, FilmSegment } from './film-plan.ts';
import { planFilm } from './film-plan.ts';
import { type FilmSize, intersectBoxes, safeBox } from './film-size.ts';
import type { FilmOptions } from './options.ts';
import type { ClosingText, PlacedText } from './text/film-cards.ts';
import { allWords, type FilmText, filmTexts } from './text/film-text.ts';
import { countWords, wordsPerMinute } from './text/reading-speed.ts';

const DATA = /<script[^>]*\bid="story-data"[^>]*>([\s\S]*?)<\/script>/;
const SOURCES = /<footer class="end-matter"[\s\S]*?<p class="sources">([\s\S]*?)<\/p>/;

/** What a built page of a story holds for its film. */
export interface FilmStory {
  readonly story: Story;
  readonly timeline: Timeline;
  readonly texts: readonly FilmText[];
  /** Where the map's data come from. */
  readonly credits: string;
}

/** @throws where the page is no story's */
export function readFilmStory(html: string): FilmStory {
  const data = DATA.exec(html)?.[1];
  if (data === undefined) throw new Error('The page holds no story that moves.');
  const { story } = JSON.parse(data) as { readonly story: Story };
  const credits = (SOURCES.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();
  return { story, timeline: buildTimeline(story), texts: filmTexts(html, story.locale), credits };
}

export function filmViewport({ story }: FilmStory, { page }: FilmSize): Viewport {
  return { ...page, dir: localeInfo(story.locale).dir, embed: false };
}

const wordsIn = (text: FilmText, { locale }: Story): number => countWords(allWords(text), locale);

/** @throws with the nearest name, where a section is asked for that is not there */
function chosen({ story, texts }: FilmStory, ids: readonly string[] | null): readonly FilmSection[] {
  const all = story.sections.map(({ id }) => id);
  const unknown = ids?.find((id) => !all.includes(id));
  if (unknown !== undefined) throw new Error(`There is no section "${unknown}". ${suggestName(unknown, all)}`);
  return texts.flatMap((text): FilmSection[] => {
    const index = all.indexOf(text.id);
    if (index < 0 || (ids !== null && !ids.includes(text.id))) return [];
    const { travelShare = 1 } = story.sections[index] ?? {};
    return [{ id: text.id, index, words: wordsIn(text, story), seconds: text.seconds, travelShare }];
  });
}

export function planOf(film: FilmStory, options: FilmOptions): readonly FilmSegment[] {
  const { story } = film;
  const sections = chosen(film, options.sections);
  const pace = {
    fps: options.fps,
    wordsPerMinute: options.wordsPerMinute ?? wordsPerMinute(story.locale),
    count: story.sections.length,
  };
  return planFilm(sections, pace);
}

/** A card beside the map is no higher than its words need; the others take what the layout gives. */
function placedText(film: FilmStory, text: FilmText, size: FilmSize): PlacedText[] {
  const section = film.story.sections.find(({ id }) => id === text.id);
  if (!section) return [];
  const layout = layoutFor(filmViewport(film, size), section.card);
  const box = intersectBoxes(layout.cardBox, safeBox(size));
  const hidesCredits = layout.kind === 'over' && layout.sizeClass === 'phone' && section.layers.emphasis.map !== 0;
  return [{ text, mood: section.mood, layout: layout.kind, box, credit: hidesCredits ? film.credits : '' }];
}

export const placedTexts = (film: FilmStory, size: FilmSize): readonly PlacedText[] =>
  film.texts.flatMap((text) => placedText(film, text, size));

export function closingText({ story, credits }: FilmStory, size: FilmSize, address: string): ClosingText {
  return { title: story.title, sources: [story.publisher, credits].filter(Boolean), address, box: safeBox(size) };
}

/**
 * Frames of one key are one picture: what a scene shows depends on its progress alone, and while it rests on nothing.
 */
export function pictureKey({ timeline }: FilmStory, { progress, card }: FilmFrame, viewport: Viewport): string {
  const { progress: _, sectionProgress: __, ...scene } = sceneAt(timeline, progress, viewport);
  return JSON.stringify([scene, card]);
}

import type { Field } from '../../input/field.ts';
import { wrapDegrees } from '../../input/values.ts';
import { sayAddress, sayHeading } from '../../report/say-names.ts';
import { htmlToText } from '../../text/html-to-mdx.ts';
import { BLANK_CHAPTER, type Block, type ImportedChapter, type ImportedPlace } from '../imported-story.ts';
import { mediaBlocks, sayLooseCaptions } from './chapter-media.ts';
import { textBlocks, wordCount } from './chapter-text.ts';
import { frameIn, pointIn } from './location.ts';

/** What holds for all chapters. */
export interface StorySettings {
  readonly hasMarkers: boolean;
  readonly alignment: Field;
  readonly isRotated: boolean;
  readonly mood: ImportedChapter['mood'];
}

/** Longer names would cover the map. */
const LONGEST_NAME = 40;

/** A name short enough to stand on a map; null where the words have none. */
export function nameOnMap(words: string): string | null {
  const name = htmlToText(words);
  const first = name.split(/\s*[:–—|]\s*|[.!?]\s/)[0] ?? '';
  return [name, first].find((one) => one !== '' && one.length <= LONGEST_NAME) ?? null;
}

function markersOf(
  chapter: Field,
  title: string,
  hasMarkers: boolean,
  center: ImportedPlace['lngLat'] | null,
): readonly ImportedPlace[] {
  const own = [chapter.at('marker'), ...chapter.at('markers').items].flatMap((marker) => {
    const at = marker.first('coordinates', 'lngLat', 'center');
    const point = at.has ? pointIn(at) : pointIn(marker);
    if (point === null) return [];
    const name = marker.first('name', 'title', 'label');
    const words = nameOnMap(name.text || title);
    marker.kept('as a place of the story');
    return words === null
      ? []
      : [{ name: words, lngLat: point, source: 'The marker of the story it was imported from' }];
  });
  if (!hasMarkers || center === null) return own;
  const words = nameOnMap(title);
  if (words === null)
    chapter.remark('dropped', 'the marker', 'its chapter has no title that is short enough for a map');
  return words === null
    ? own
    : [...own, { name: words, lngLat: center, source: 'The marker of the story it was imported from' }];
}

const SIDES: Readonly<Record<string, 'start' | 'end'>> = { left: 'start', lefty: 'start', right: 'end', righty: 'end' };
/** More words than these are not read on the map itself. */
const FEW_WORDS = 45;

function cardOf(chapter: Field, settings: StorySettings, blocks: readonly Block[]): ImportedChapter['card'] {
  const own = chapter.at('alignment');
  const field = own.has ? own : settings.alignment;
  const side = SIDES[field.text.toLowerCase()];
  if (side !== undefined) {
    own.kept(
      side === 'start' ? 'the card stands at the beginning of the lines' : 'the card stands at the end of the lines',
    );
    return { side, layout: 'column' };
  }
  const words = blocks.map((block) => (block.kind === 'html' ? wordCount(block.html) : FEW_WORDS));
  const isShort = words.reduce((sum, count) => sum + count, 0) <= FEW_WORDS;
  const isOver = field.has && isShort && /^(cent|full|bottom|middle)/i.test(field.text);
  own.approximated(
    isOver ? 'its words stand on the map' : 'a card beside the map: its words or pictures are too many to stand on it',
    `the alignment ${field.text}`,
  );
  return { side: 'start', layout: isOver ? 'over' : 'column' };
}

/** What drives the page of the other tool and has its answer in any story. */
function sayBehaviour(chapter: Field): void {
  chapter.at('callback').dropped('scripts are never carried over', `the callback ${chapter.at('callback').text}`);
  chapter.at('mapInteractive').kept('readers may explore the map at any time');
  sayAddress(chapter.at('id'));
  const inset = chapter.at('inset');
  if (inset.has) inset.approximated('a small map of where this is appears by itself where it helps', 'the inset map');
}

function isTurning(chapter: Field, settings: StorySettings): boolean {
  const [rotate, spin] = [chapter.at('rotateAnimation'), chapter.at('spinGlobe')];
  const turns = rotate.has || spin.has || settings.isRotated;
  for (const field of [rotate, spin]) {
    if (field.has) field.approximated('the map turns as the reader scrolls on, and never by itself', 'the rotation');
    else field.kept('the map stands still');
  }
  return turns;
}

/** Degrees a map turns after a chapter whose map turned by itself. */
const TURN = 40;

/** A stop after a chapter, seen from another direction: it has no words, so it has no card. */
function turnAfter(chapter: ImportedChapter): readonly ImportedChapter[] {
  const { frame } = chapter;
  if (frame?.kind !== 'view') return [];
  const bearing = Number(wrapDegrees(frame.bearing + TURN).toFixed(3));
  return [
    {
      ...chapter,
      name: `${chapter.name}-turn`,
      title: '',
      kicker: '',
      blocks: [],
      isCut: false,
      frame: { ...frame, bearing },
    },
  ];
}

/** Fields that speak of the map, not of the card. */
const OF_MAP =
  /^(id|hidden|location|view|camera|alignment|mapAnimation|mapInteractive|rotateAnimation|spinGlobe|callback|onChapter\w+|path\w*|route|inset|markers?)$/;

/** All that a card would have said, and its pictures. */
function hide(field: Field): void {
  const inner = field.isObject ? field.members.map(([, member]) => member) : field.items;
  for (const one of inner) hide(one);
  if (inner.length > 0 || !field.has) return;
  field.dropped('the card was hidden there, too; the map makes its stop', `${field.path.at(-1)}: ${field.text}`);
}

function hideCard(chapter: Field): void {
  for (const [name, member] of chapter.members) if (!OF_MAP.test(name)) hide(member);
}

/** A chapter as sections of a story: one, and a second for a map that turned. */
export function chapterOf(chapter: Field, index: number, settings: StorySettings): readonly ImportedChapter[] {
  const part = `chapter ${index + 1}`;
  chapter.within(part);
  const isHidden = chapter.at('hidden').value === true;
  if (isHidden) hideCard(chapter);
  const frame = frameIn(chapter);
  chapter.at('hidden').kept(isHidden ? 'a stop of the map without a card' : 'its card is shown');
  sayBehaviour(chapter);
  const titleField = chapter.at('title');
  const blocks = isHidden ? [] : [...textBlocks(chapter), ...mediaBlocks(chapter)];
  const kicker = chapter.first('kicker', 'subtitle', 'date');
  if (!isHidden) {
    sayHeading(titleField);
    kicker.kept('the line above the heading');
    sayLooseCaptions(chapter);
  }
  const center = frame?.kind === 'view' ? frame.center : null;
  const cut = chapter.at('mapAnimation');
  if (/^jump/i.test(cut.text)) cut.kept('the map jumps there');
  else cut.approximated('the map travels there as the reader scrolls');
  const own: ImportedChapter = {
    ...BLANK_CHAPTER,
    name: chapter.at('id').text || String(index + 1),
    title: isHidden ? '' : titleField.text,
    kicker: isHidden ? '' : kicker.text,
    blocks,
    frame,
    isCut: /^jump/i.test(cut.text),
    card: cardOf(chapter, settings, blocks),
    mood: settings.mood,
    places: markersOf(chapter, isHidden ? '' : titleField.text, settings.hasMarkers && !isHidden, center),
    part,
  };
  return isTurning(chapter, settings) ? [own, ...turnAfter(own)] : [own];
}

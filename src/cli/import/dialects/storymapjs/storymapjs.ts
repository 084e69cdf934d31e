import type { Field } from '../../input/field.ts';
import { sayAddress, sayHeading } from '../../report/say-names.ts';
import {
  BLANK_CHAPTER,
  BLANK_STORY,
  type Block,
  type ImportedChapter,
  type ImportedMedium,
  type ImportedPlace,
  type ImportedStory,
} from '../imported-story.ts';
import { nameOnMap } from '../storytelling/chapter.ts';
import { headlineLink, textBlock } from '../storytelling/chapter-text.ts';
import { isOverview, placeOf, slideFrame } from './slide-frame.ts';
import { WAY, type Way, wayOf } from './slide-lines.ts';

function mediumAt(from: Field, words: readonly Field[], caption = '', credit = ''): ImportedMedium {
  return { address: from.text, alt: '', caption, credit, from, words: words.filter(({ has }) => has) };
}

/** A caption or credit belongs to its picture; of a slide without one it is told in the report. */
function mediaBlocks(slide: Field): readonly Block[] {
  const media = slide.at('media');
  const [url, caption, credit] = [media.at('url'), media.at('caption'), media.at('credit')];
  if (url.has) return [{ kind: 'media', media: [mediumAt(url, [caption, credit], caption.text, credit.text)] }];
  for (const field of [caption, credit]) {
    if (field.has) field.dropped('there is no picture it belongs to', field.text);
  }
  return [];
}

function backdropOf(slide: Field): ImportedMedium | null {
  const background = slide.at('background');
  const url = background.at('url');
  background.at('color').approximated('cards stand on paper');
  background.at('opacity').approximated('a backdrop fills the screen');
  return url.has ? mediumAt(url, []) : null;
}

function placesOf(slide: Field): readonly ImportedPlace[] {
  const location = slide.at('location');
  location.first('icon', 'image').approximated('places have the signs of this map');
  location.at('iconSize').approximated('places have the signs of this map');
  location.at('use_custom_marker').approximated('places have the signs of this map');
  const [point, name] = [placeOf(slide), location.at('name')];
  const own = nameOnMap(name.text) ?? nameOnMap(slide.at('text').at('headline').text);
  if (isOverview(slide) || point === null || own === null) {
    if (name.has) name.dropped('there is no place it could stand at');
    else if (point !== null && !isOverview(slide))
      slide.remark('dropped', 'the marker', 'it has no name that is short enough for a map');
    return [];
  }
  name.kept('the name of a place');
  return [{ name: own, lngLat: point, source: 'The StoryMapJS story it was imported from' }];
}

function slideOf(slides: readonly Field[], index: number): ImportedChapter {
  const slide = slides[index] as Field;
  const part = `slide ${index + 1}`;
  slide.within(part);
  const text = slide.at('text');
  const headline = text.at('headline');
  sayHeading(headline);
  slide.at('date').kept('the line above the heading');
  sayAddress(slide.at('uniqueid'));
  return {
    ...BLANK_CHAPTER,
    name: slide.at('uniqueid').text || String(index + 1),
    title: headline.text,
    kicker: slide.at('date').text,
    blocks: [...headlineLink(headline), ...textBlock(text.at('text'), text.at('text').text), ...mediaBlocks(slide)],
    backdrop: backdropOf(slide),
    part,
  };
}

/** Points of a picture are no places of the earth: words and pictures are all that can come along. */
function sayNoMap(slide: Field): void {
  const why = 'it is a point of the picture the story moved over, which no map of the earth has';
  for (const name of ['lat', 'lon', 'zoom', 'line', 'name', 'icon']) slide.at('location').at(name).dropped(why);
  slide.at('type').kept('a slide');
}

function onMap(chapter: ImportedChapter, slides: readonly Field[], index: number, way: Way): ImportedChapter {
  const places = placesOf(slides[index] as Field);
  return { ...chapter, frame: slideFrame(slides, index), places, lines: way.lines[index] ?? [] };
}

/** Whether the story moves over a picture in tiles (zoomify) and not over a map. */
function isOverPicture(storymap: Field): boolean {
  const isTiled = storymap.at('zoomify').isObject && storymap.at('zoomify').at('path').has;
  return isTiled || storymap.at('map_type').text === 'zoomify';
}

const LOOKS = [
  'width',
  'height',
  'font_css',
  'calculate_zoom',
  'layout',
  'call_to_action',
  'map_background_color',
  'map_popup',
  'map_mini',
  'show_history_line',
  'show_lines',
  'show_line',
  'history_line',
  'skinny_size',
  'menubar_height',
  'less_bounce',
  'use_custom_markers',
  'line_color',
  'line_color_inactive',
  'line_weight',
  'line_opacity',
  'line_dash',
  'line_follows_path',
  'line_join',
  'path_gap',
  'track_events',
  'start_at_slide',
  'start_at_end',
  'relative_date',
  'slide_padding_lr',
  'slide_default_fade',
  'api_key_flickr',
  'api_key_googlemaps',
  'map_access_token',
  'map_center_offset',
  'map_size_sticky',
  'animation',
  'dragging',
  'trackResize',
  'duration',
  'ease',
  'default_bg_color',
];

function sayLooks(file: Field, storymap: Field, isMapless: boolean): void {
  for (const name of LOOKS) {
    for (const field of [file.at(name), storymap.at(name)]) field.approximated('the story has its own form');
  }
  const style = storymap.at('map_type');
  style.approximated('the story has its own cartography', `the map style ${style.text}`);
  storymap.at('map_subdomains').approximated('no map service is asked for anything');
  storymap
    .at('map_as_image')
    .approximated(
      isMapless ? 'the picture is not carried over' : 'its slides have places of the earth, so they are shown on a map',
    );
  storymap
    .at('zoomify')
    .dropped('the picture in tiles that the story moved over is not carried over', 'the picture (zoomify)');
  for (const name of ['created_at', 'updated_at', 'id', 'source', 'version', '_id', 'published_on', 'draft_on'])
    file.at(name).approximated('it belongs to the program');
}

/** A story of Northwestern University Knight Lab's StoryMapJS. */
export function fromStoryMapJs(file: Field): ImportedStory {
  const storymap = file.at('storymap');
  const slides = storymap.at('slides').items.filter(({ isObject }) => isObject);
  const isMapless = isOverPicture(storymap);
  const way = isMapless ? { pieces: [], lines: [] } : wayOf(slides);
  const told = slides.map((slide, index) => {
    const chapter = slideOf(slides, index);
    if (!isMapless) return onMap(chapter, slides, index, way);
    sayNoMap(slide);
    return chapter;
  });
  const [first, ...rest] = told;
  const [start] = slides;
  const hasTitlePage = first !== undefined && start !== undefined && (isOverview(start) || placeOf(start) === null);
  sayLooks(file, storymap, isMapless);
  const language = storymap.at('language');
  language.kept('the language of the story');
  const [own, other, subtitle] = [file.at('title'), storymap.at('title'), file.at('description')];
  own.kept('the title');
  other.approximated('the story has one title');
  subtitle.kept('the standfirst');
  return {
    ...BLANK_STORY,
    dialect: 'StoryMapJS',
    language: language.text,
    title: (hasTitlePage ? first.title : '') || own.text || other.text,
    subtitle: subtitle.text,
    footer: [...textBlock(storymap.at('attribution')), ...callToAction(storymap)],
    opening: hasTitlePage ? first : null,
    chapters: hasTitlePage ? rest : told,
    routes: way.pieces.length > 0 ? { [WAY]: way.pieces } : {},
    isMapless,
  };
}

/** The words of the button that began the story: here the reader scrolls. */
function callToAction(storymap: Field): readonly Block[] {
  const text = storymap.at('call_to_action_text');
  text.dropped('they stood on the button that began the story; here the reader scrolls', text.text);
  return [];
}

import type { Field } from '../../input/field.ts';
import type { Neighbours } from '../../input/neighbours.ts';
import {
  BLANK_CHAPTER,
  BLANK_STORY,
  type Block,
  type ImportedChapter,
  type ImportedLayer,
  type ImportedStory,
} from '../imported-story.ts';
import { chapterOf, type StorySettings } from './chapter.ts';
import { textBlock } from './chapter-text.ts';
import { layerStates, missingLayers } from './layer-states.ts';
import { keyBlocks } from './legend.ts';
import { createPathReader } from './path-lines.ts';

const DARK = /dark|night|black|obsidian/i;
const PICTURED = /satellite|hybrid|imagery|aerial/i;

function moodOf(config: Field): ImportedChapter['mood'] {
  const [style, theme] = [config.first('style', 'basemapStyleUrl'), config.at('theme')];
  const isDark = DARK.test(style.text);
  const asked = PICTURED.test(style.text)
    ? 'pictures from above are not carried over; the story has its own cartography'
    : `the story has its own cartography${isDark ? ', by night' : ''}`;
  style.approximated(asked, `the map style ${style.text}`);
  theme.approximated(
    theme.text === 'dark' ? 'the map is seen at dusk or by night' : 'readers have it light or dark as they like',
  );
  if (isDark) return 'night';
  return theme.text === 'dark' ? 'dusk' : 'paper';
}

/** Settings that have their answer in any story, or none. */
function saySettings(config: Field): void {
  config.at('accessToken').dropped('no map service is asked for anything', 'the access token');
  config.at('markerColor').approximated('places have the signs of this map');
  for (const name of ['insetPosition', 'insetOptions', 'insetZoom']) {
    config.at(name).approximated('a small map appears by itself, where it hides nothing');
  }
  config
    .at('use3dTerrain')
    .approximated(config.at('use3dTerrain').has ? 'the ground is flat' : 'the ground is flat, as it was');
  config.at('terrain').approximated('the ground is flat');
  config.at('projection').approximated('the map is flat, in Mercator’s projection');
  config.at('auto').approximated('the reader scrolls; nothing moves by itself');
  config.at('useCustomLayers').kept('layers are looked for in files beside it');
  config.at('chapterReturn').kept('the list of sections leads back');
  config.at('mapInteractive').kept('readers may explore the map at any time');
  config.at('mobileview').dropped('the story fits itself to a phone');
  config.at('version').approximated('it is the version of the other tool');
  config.at('alignment').kept('the side of cards that name none');
  if (!Array.isArray(config.at('bookmarks').value)) config.at('bookmarks').kept('the list of sections leads to each');
  if (typeof config.at('legend').value === 'boolean')
    config.at('legend').approximated('each chapter’s key stands in its card');
}

function settingsOf(config: Field): StorySettings {
  const [markers, inset] = [config.at('showMarkers'), config.at('inset')];
  markers.kept(markers.has ? 'the middles of the views are places of the story' : 'no places are made of the views');
  inset.approximated(
    inset.has ? 'a small map of where this is appears by itself where it helps' : 'a small map appears where it helps',
  );
  return {
    hasMarkers: markers.value === true || markers.text === 'true',
    alignment: config.at('alignment'),
    isRotated: config.at('rotateAnimation').has,
    mood: moodOf(config),
  };
}

/** A text, a list of texts, or sources with titles and addresses. */
function sourceBlocks(sources: Field): readonly Block[] {
  if (!Array.isArray(sources.value)) return textBlock(sources, sources.text);
  return sources.items.flatMap((source) => {
    // Of layers, told with these.
    if (/^(geojson|vector|raster)/.test(source.at('type').text)) return [];
    if (!source.isObject) return textBlock(source);
    const [title, url] = [source.first('title', 'name', 'text'), source.first('url', 'href', 'link')];
    url.kept('the address of a source');
    const words = title.text || url.text;
    const html = /^https?:/.test(url.text)
      ? `<p><a href="${url.text.replaceAll('"', '%22')}">${words}</a></p>`
      : `<p>${words}</p>`;
    return title.has ? textBlock(title, html) : [{ kind: 'html', html, from: null }];
  });
}

interface Head {
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly opening: ImportedChapter;
}

function headOf(config: Field): Head {
  const intro = config.at('intro');
  const [own, ofIntro] = [config.first('title', 'name'), intro.at('title')];
  const title = own.has ? own : ofIntro;
  const subtitle = [config.at('subtitle'), intro.at('subtitle')].filter(({ has }) => has);
  const [kicker, ...dates] = [config.first('topTitle', 'toptitle'), intro.at('date'), config.at('date')].filter(
    ({ has }) => has,
  );
  own.kept('the title');
  kicker?.kept('the line above the title');
  subtitle[0]?.kept('the standfirst');
  config.at('byline').kept('the byline');
  const second = own.has && ofIntro.has && ofIntro.text !== own.text ? textBlock(ofIntro) : [];
  if (second.length === 0) ofIntro.kept('the title');
  const blocks = [
    ...second,
    ...dates.flatMap((field) => textBlock(field)),
    ...subtitle.slice(1).flatMap((field) => textBlock(field)),
    ...textBlock(config.at('description'), config.at('description').text),
    ...['description', 'text', 'html'].flatMap((name) => textBlock(intro.at(name), intro.at(name).text)),
  ];
  const opening = { ...BLANK_CHAPTER, name: 'opening', kicker: kicker?.text ?? '', blocks };
  return { title: title.text, subtitle: subtitle[0]?.text ?? '', byline: config.at('byline').text, opening };
}

function logoBlocks(config: Field): readonly Block[] {
  const logo = config.at('logo');
  return logo.has && !logo.isObject
    ? [{ kind: 'media', media: [{ address: logo.text, alt: '', caption: '', credit: '', from: logo, words: [] }] }]
    : [];
}

function footerOf(config: Field): readonly Block[] {
  const legend = config.at('legend');
  return [
    ...textBlock(config.at('footer'), config.at('footer').text),
    ...sourceBlocks(config.at('sources')),
    ...textBlock(config.at('website'), config.at('website').text),
    ...(typeof legend.value === 'boolean' ? [] : keyBlocks(legend)),
    ...logoBlocks(config),
  ];
}

/** Mapbox's and MapLibre's storytelling template with its forks, and GeoLibre's stories, which have the same chapters. */
export function fromStorytelling(
  config: Field,
  dialect: string,
  layers: readonly ImportedLayer[],
  neighbours: Neighbours,
): ImportedStory {
  const fields = config.at('chapters').items.filter(({ isObject }) => isObject);
  const settings = settingsOf(config);
  saySettings(config);
  const paths = createPathReader(config, neighbours);
  const states = layerStates(fields, layers);
  const chapters = fields.flatMap((field, at) => {
    const lines = paths.linesOf(field);
    return chapterOf(field, at, settings).map((chapter) => ({ ...chapter, lines, layers: states[at] ?? {} }));
  });
  for (const [layer, titles] of missingLayers(fields, layers)) {
    config.remark(
      'dropped',
      `the layer ${layer}, in ${titles.join('; ')}`,
      'it is in a style that is not in these files',
    );
  }
  const language = config.first('language', 'lang', 'locale');
  language.kept('the language of the story');
  const { opening, ...head } = headOf(config);
  return {
    ...BLANK_STORY,
    ...head,
    dialect,
    language: language.text,
    footer: footerOf(config),
    opening: { ...opening, mood: settings.mood },
    chapters,
    routes: Object.fromEntries(Object.entries(paths.routes()).map(([id, points]) => [id, [points]])),
    layers,
  };
}

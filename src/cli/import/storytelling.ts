import { MAX_PITCH } from '../../geo/camera/pitch-limits.ts';
import { clamp } from '../../geo/clamp.ts';
import { shown } from './html-to-mdx.ts';
import {
  changed,
  dropped,
  type ImportedChapter,
  type ImportedFrame,
  type ImportedStory,
  kept,
  type Note,
} from './imported-story.ts';
import { listOf, member, numberOf, pointOf, stringOf, textMember, wrapDegrees } from './values.ts';

const DEFAULT_ZOOM = 8;
const CLOSEST = 13;

/** Fields whose part in a story is told elsewhere in this file, or that have none. */
const KNOWN = new Set([
  ...['id', 'title', 'description', 'location', 'alignment', 'hidden', 'image', 'images', 'imageCredit', 'imageAlt'],
  ...['caption', 'legend', 'chapterLegend', 'bookmarks', 'inset', 'mapAnimation', 'rotateAnimation', 'callback'],
  ...['onChapterEnter', 'onChapterExit', 'kicker', 'subtitle', 'date', 'marker'],
]);
const KNOWN_IN_STORY = new Set([
  ...['title', 'subtitle', 'byline', 'footer', 'description', 'toptitle', 'chapters', 'style', 'accessToken', 'theme'],
  ...['alignment', 'showMarkers', 'markerColor', 'inset', 'insetPosition', 'insetOptions', 'insetZoom', 'use3dTerrain'],
  ...['auto', 'bookmarks', 'legend', 'projection', 'version'],
]);

function centerOf(location: unknown) {
  const center = member(location, 'center') ?? location;
  if (Array.isArray(center)) return pointOf(center[0], center[1]);
  const lng = member(center, 'lng') ?? member(center, 'lon');
  return pointOf(lng, member(center, 'lat'));
}

interface Framed {
  readonly frame: ImportedFrame | null;
  readonly notes: readonly Note[];
}

function frameOf(location: unknown): Framed {
  if (location === undefined || location === null) {
    return {
      frame: null,
      notes: [changed('the view', 'the chapter has no location; it shows what the one before it shows')],
    };
  }
  const center = centerOf(location);
  if (center === null) {
    return {
      frame: null,
      notes: [changed('the view', 'its location is not a point of the globe; the view before it stays')],
    };
  }
  const zoom = numberOf(member(location, 'zoom'));
  const [pitch, bearing] = [numberOf(member(location, 'pitch')) ?? 0, numberOf(member(location, 'bearing')) ?? 0];
  const upright = clamp(pitch, 0, MAX_PITCH);
  const notes = [
    ...(zoom === null ? [changed('the zoom', `it has none; ${DEFAULT_ZOOM} is a guess`)] : []),
    ...(upright === pitch
      ? []
      : [changed(`the pitch of ${pitch}°`, `a camera tilts by ${MAX_PITCH}° at most, or far ground runs together`)]),
    ...(Math.abs(bearing) > 180
      ? [changed(`the bearing of ${bearing}°`, `it is the same direction as ${wrapDegrees(bearing)}°`)]
      : []),
  ];
  const tooNear = zoom !== null && zoom > CLOSEST;
  const nearer = tooNear ? [changed(`the zoom of ${zoom}`, `a map comes no nearer than ${CLOSEST}`)] : [];
  const turned = Number(wrapDegrees(bearing).toFixed(3));
  const near = clamp(zoom ?? DEFAULT_ZOOM, 0, CLOSEST);
  return { frame: { kind: 'view', center, zoom: near, pitch: upright, bearing: turned }, notes: [...notes, ...nearer] };
}

interface Picture {
  readonly address: string;
  readonly words: readonly string[];
}

function picturesOf(chapter: unknown): readonly Picture[] {
  const single = textMember(chapter, 'image');
  const own = single === '' ? [] : [{ address: single, words: ['imageAlt'].map((name) => textMember(chapter, name)) }];
  const more = listOf(member(chapter, 'images')).map((image) => {
    if (typeof image === 'string') return { address: image, words: [] };
    const address =
      ['src', 'url', 'image', 'path'].map((name) => textMember(image, name)).find((text) => text !== '') ?? '';
    return { address, words: ['alt', 'title', 'caption', 'credit'].map((name) => textMember(image, name)) };
  });
  return [...own, ...more];
}

const paragraph = (html: string): string => `<p>${html}</p>`;

/** Every text inside a value such as a legend, as items of a list. */
function textsIn(value: unknown, depth = 0): readonly string[] {
  if (depth > 6) return [];
  if (typeof value === 'string')
    return /^(#[0-9a-f]{3,8}|(https?:|\.{0,2}\/)\S*|rgba?\(.*\))$/i.test(value.trim()) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, depth + 1));
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((item) => textsIn(item, depth + 1));
}

function asList(texts: readonly string[]): readonly string[] {
  const told = texts.filter((text) => text.trim() !== '');
  return told.length === 0 ? [] : [`<ul>${told.map((text) => `<li>${text}</li>`).join('')}</ul>`];
}

function extraNotes(chapter: unknown, pictures: readonly Picture[]): readonly Note[] {
  const has = (name: string) => {
    const value = member(chapter, name);
    return Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null && value !== '' && value !== false;
  };
  return [
    ...pictures.map(({ address }) =>
      dropped(`image ${shown(address)}`, 'pictures are listed, not fetched; its words stand in the text'),
    ),
    ...(has('onChapterEnter') || has('onChapterExit')
      ? [
          dropped(
            'changes of layers',
            'the layers of that map style are not part of the story; say it with tints and annotations',
          ),
        ]
      : []),
    ...(has('callback')
      ? [dropped(`the callback ${shown(textMember(chapter, 'callback'))}`, 'scripts are never carried over')]
      : []),
    ...(has('rotateAnimation') ? [dropped('the rotation', 'a map at rest stands still')] : []),
    ...(has('inset') ? [dropped('the inset map', 'a locator appears by itself where it helps')] : []),
    ...(has('legend') || has('chapterLegend')
      ? [changed('the legend', 'its words stand as a list below the text')]
      : []),
    ...(has('bookmarks') ? [changed('the bookmarks', 'their words stand as a list below the text')] : []),
    ...(member(chapter, 'hidden') === true ? [changed('the hidden card', 'a section always shows its words')] : []),
  ];
}

/** Texts in fields nobody knows: they may matter, so the report holds them word for word. */
function strangers(value: unknown, known: ReadonlySet<string>): readonly Note[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, content]) => {
    const texts = known.has(name) ? [] : textsIn(content);
    return texts.map((text) =>
      dropped(`\`${shown(name)}\`: ${text.replace(/\s+/g, ' ')}`, 'no field for it is known; its text is here'),
    );
  });
}

function chapterOf(chapter: unknown, index: number): ImportedChapter {
  const { frame, notes } = frameOf(member(chapter, 'location'));
  const pictures = picturesOf(chapter);
  const words = pictures.flatMap((picture) => picture.words);
  const captions = [...words, textMember(chapter, 'caption'), textMember(chapter, 'imageCredit')].filter(
    (text) => text !== '',
  );
  const lists = ['legend', 'chapterLegend', 'bookmarks'].flatMap((name) => asList(textsIn(member(chapter, name))));
  return {
    name: textMember(chapter, 'id') || String(index + 1),
    title: textMember(chapter, 'title'),
    kicker: textMember(chapter, 'kicker') || textMember(chapter, 'subtitle') || textMember(chapter, 'date'),
    body: [textMember(chapter, 'description'), ...captions.map(paragraph), ...lists],
    frame,
    isCut: member(chapter, 'mapAnimation') === 'jumpTo',
    side: textMember(chapter, 'alignment') === 'right' ? 'end' : 'start',
    notes: [...notes, ...extraNotes(chapter, pictures), ...strangers(chapter, KNOWN)],
  };
}

function openingOf(config: unknown): ImportedChapter {
  return {
    name: 'opening',
    title: '',
    kicker: textMember(config, 'toptitle'),
    body: [stringOf(member(config, 'description'))],
    frame: null,
    isCut: false,
    side: 'start',
    notes: [],
  };
}

/** Mapbox's and MapLibre's storytelling template with its forks, and GeoLibre's stories, which have the same chapters. */
export function fromStorytelling(config: unknown, dialect: string): ImportedStory {
  const chapters = listOf(member(config, 'chapters')).filter(
    (chapter) => chapter !== null && typeof chapter === 'object',
  );
  const styles = ['style', 'theme', 'projection'].flatMap((name) => {
    const value = member(config, name);
    return typeof value === 'string' && value !== ''
      ? [dropped(`${name} ${shown(value)}`, 'a story has its own cartography')]
      : [];
  });
  const token =
    textMember(config, 'accessToken') === ''
      ? []
      : [dropped('the access token', 'no map service is asked for anything')];
  const lists = ['legend', 'bookmarks'].flatMap((name) => asList(textsIn(member(config, name))));
  const footer = [textMember(config, 'footer'), ...lists].join('');
  return {
    dialect,
    title: textMember(config, 'title'),
    subtitle: textMember(config, 'subtitle'),
    byline: textMember(config, 'byline'),
    footer,
    opening: openingOf(config),
    chapters: chapters.map(chapterOf),
    notes: [
      kept(`${chapters.length} chapters`, 'in their order'),
      ...styles,
      ...token,
      ...strangers(config, KNOWN_IN_STORY),
    ],
  };
}

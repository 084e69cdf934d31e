import type { Field } from '../../input/field.ts';
import { BLANK_CHAPTER, BLANK_STORY, type Block, type ImportedChapter, type ImportedStory } from '../imported-story.ts';
import { nameOnMap } from '../storytelling/chapter.ts';
import { textBlock } from '../storytelling/chapter-text.ts';
import { mediumOfResource, pieceOf } from './blocks.ts';
import { createNodes, type StoryNodes } from './nodes.ts';
import { arcgisFrame, arcgisPoint } from './viewpoint.ts';

interface Cover {
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly opening: ImportedChapter;
}

const NO_COVER: Cover = {
  title: '',
  subtitle: '',
  byline: '',
  opening: { ...BLANK_CHAPTER, name: 'opening', part: 'cover' },
};

function coverOf(node: Field, nodes: StoryNodes): Cover {
  const data = node.at('data');
  node.within('cover');
  const [title, subtitle, byline, date] = [
    data.at('title'),
    data.first('summary', 'subtitle'),
    data.at('byline'),
    data.first('date', 'publishedDate'),
  ];
  title.kept('the title');
  subtitle.kept('the standfirst');
  byline.kept('the byline');
  date.kept('the line above the title');
  for (const name of ['titlePanelPosition', 'titlePanelStyle', 'type', 'size', 'layout'])
    data.at(name).approximated('the title page has its own form');
  node.at('config').approximated('the title page has its own form');
  const backdrop =
    ['image', 'media', 'video']
      .map((name) => mediumOfResource(data.at(name), data, nodes))
      .find((one) => one !== null) ?? null;
  const inner = nodes.childrenOf(node).map((child) => pieceOf(child, nodes));
  const opening = { ...NO_COVER.opening, kicker: date.text, backdrop, blocks: inner.flatMap(({ blocks }) => blocks) };
  return { title: title.text, subtitle: subtitle.text, byline: byline.text, opening };
}

/** A heading at the beginning of a piece of the text; it becomes the title of its section. */
function headingOf(node: Field): string {
  const data = node.at('data');
  return node.at('type').text === 'text' && /^h[234]$/.test(data.at('type').text) ? data.at('text').text : '';
}

function sectionOf(nodesOfIt: readonly Field[], nodes: StoryNodes, name: string, part: string): ImportedChapter {
  const [first] = nodesOfIt;
  for (const node of nodesOfIt) node.within(part);
  const title = first === undefined ? '' : headingOf(first);
  const told = title === '' ? nodesOfIt : nodesOfIt.slice(1);
  if (title !== '') {
    first?.at('data').at('text').kept('the heading');
    first?.at('data').at('type').kept('its form');
  }
  const pieces = told.map((node) => pieceOf(node, nodes));
  const frame = pieces.find((piece) => piece.frame !== null)?.frame ?? null;
  return { ...BLANK_CHAPTER, name, title, frame, blocks: pieces.flatMap(({ blocks }) => blocks), part };
}

/** A slide of a sidecar: its panel, and the map, picture or film beside it. */
function slideOf(slide: Field, nodes: StoryNodes, part: string): ImportedChapter {
  slide.within(part);
  slide.at('data').at('transition').approximated('slides change as the reader scrolls');
  const children = nodes.childrenOf(slide);
  const panels = children.filter((child) => child.at('type').text === 'immersive-narrative-panel');
  const others = children.filter((child) => !panels.includes(child));
  for (const panel of panels) {
    panel.within(part);
    panel.at('data').approximated('the story’s cards have their own form');
    panel.at('config').approximated('the story’s cards have their own form');
  }
  const side = panels.some((panel) => panel.at('data').at('position').text === 'end')
    ? ('end' as const)
    : ('start' as const);
  const words = sectionOf(
    panels.flatMap((panel) => nodes.childrenOf(panel)),
    nodes,
    slide.path.at(-1) as string,
    part,
  );
  const pictures = others.filter((other) => other.at('type').text === 'image');
  const backdrop =
    pictures
      .map((picture) => mediumOfResource(picture.at('data').at('image'), picture.at('data'), nodes))
      .find((one) => one !== null) ?? null;
  for (const picture of pictures) picture.within(part).at('config').approximated('a backdrop fills the screen');
  const beside = sectionOf(
    others.filter((other) => !pictures.includes(other)),
    nodes,
    '',
    part,
  );
  return {
    ...words,
    card: { side, layout: 'column' },
    backdrop,
    frame: beside.frame,
    blocks: [...words.blocks, ...beside.blocks],
  };
}

/** A place of a map tour. */
function placeOfTour(place: Field, map: Field | null, nodes: StoryNodes, part: string): ImportedChapter {
  place.within(part);
  const id = place.first('featureId', 'id');
  const geometry = map?.at('data').at('geometries').at(id.text);
  const point =
    geometry === undefined
      ? null
      : arcgisPoint(geometry.at('x').has ? geometry : geometry.at('nodeId').has ? geometry : geometry);
  const own = geometry === undefined ? null : arcgisFrame(geometry);
  geometry?.kept('a place of the story');
  for (const name of ['id', 'featureId', 'config', 'contents', 'media', 'title']) place.at(name).kept('its parts');
  const titleNode = nodes.nodeOf(place.at('title').text);
  const title = titleNode === null ? place.at('title').text : titleNode.within(part).at('data').at('text').text;
  titleNode?.at('data').kept('the heading');
  const contents = [...place.at('contents').items, ...[place.at('media')], ...place.at('media').items].flatMap(
    (one) => nodes.nodeOf(one.text) ?? [],
  );
  const words = sectionOf(contents, nodes, id.text, part);
  const name = nameOnMap(title);
  const view = point === null ? null : ({ kind: 'view', center: point, zoom: 12, pitch: 0, bearing: 0 } as const);
  if (point !== null && own === null)
    place.remark('approximated', 'the zoom', 'the tour has one for all; 12 is a guess');
  const places =
    point === null || name === null ? [] : [{ name, lngLat: point, source: 'The map tour it was imported from' }];
  return { ...words, title: title || words.title, frame: own ?? view ?? words.frame, places };
}

function tourOf(tour: Field, nodes: StoryNodes, count: number): readonly ImportedChapter[] {
  const data = tour.at('data');
  const map = nodes.nodeOf(data.at('map').text);
  data.at('map').kept('the map of the tour');
  for (const name of [
    'type',
    'subtype',
    'accentColor',
    'narrativePanelPosition',
    'narrativePanelSize',
    'basemap',
    'mode',
  ]) {
    data.at(name).approximated('the tour is told section by section');
    map?.at('data').at(name).approximated('the story has its own cartography');
  }
  tour.at('config').approximated('the tour is told section by section');
  return data.at('places').items.map((place, at) => placeOfTour(place, map, nodes, `section ${count + at + 1}`));
}

const isHeading = (node: Field): boolean => headingOf(node) !== '';
const SPECIAL = new Set(['immersive', 'tour']);

/** Top nodes as runs: a heading, a map or a slider begins a new section; sidecars and tours are sections by themselves. */
function runsOf(top: readonly Field[]): readonly (readonly Field[])[] {
  const runs: Field[][] = [];
  for (const node of top) {
    const type = node.at('type').text;
    const last = runs.at(-1);
    const isApart = SPECIAL.has(type) || (last !== undefined && SPECIAL.has(last[0]?.at('type').text ?? ''));
    if (last === undefined || isApart || isHeading(node)) runs.push([node]);
    else last.push(node);
  }
  return runs;
}

function chaptersOf(top: readonly Field[], nodes: StoryNodes): readonly ImportedChapter[] {
  const chapters: ImportedChapter[] = [];
  for (const run of runsOf(top)) chapters.push(...chaptersOfRun(run, nodes, chapters.length));
  return chapters;
}

/** @param count how many sections come before it */
function chaptersOfRun(run: readonly Field[], nodes: StoryNodes, count: number): readonly ImportedChapter[] {
  const [node] = run;
  const partAt = (at: number): string => `section ${count + at + 1}`;
  if (node?.at('type').text === 'immersive') {
    node.at('data').approximated('slides are told section by section');
    node.at('config').approximated('slides are told section by section');
    return nodes.childrenOf(node).map((slide, at) => slideOf(slide, nodes, partAt(at)));
  }
  if (node?.at('type').text === 'tour') return tourOf(node, nodes, count);
  const section = sectionOf(run, nodes, node?.path.at(-1) as string, partAt(0));
  const isEmpty = section.blocks.length === 0 && section.title === '' && section.frame === null;
  return isEmpty ? [] : [section];
}

function creditsOf(node: Field, nodes: StoryNodes): readonly Block[] {
  node.within('credits');
  const inner = nodes
    .childrenOf(node)
    .flatMap((child) => [
      ...textBlock(child.at('data').at('content')),
      ...textBlock(child.at('data').at('attribution')),
      ...(child.at('type').text === 'attribution' ? [] : pieceOf(child, nodes).blocks),
    ]);
  return inner;
}

function sayProgram(root: Field): void {
  for (const name of ['root', 'type', 'version', 'actions', 'created', 'modified', 'source'])
    root.at(name).approximated('it belongs to the program');
  for (const [, resource] of root.at('resources').members) {
    resource.at('type').kept('what it is');
    const theme = /theme/.test(resource.at('type').text);
    if (theme) resource.dropped('the story has its own look', 'the theme');
  }
}

/** A story of ArcGIS StoryMaps, as its item's data endpoint gives it. */
export function fromArcGis(root: Field): ImportedStory {
  const nodes = createNodes(root);
  const story = nodes.nodeOf(root.at('root').text);
  const top = story === null ? [] : nodes.childrenOf(story);
  const cover = top.find((node) => node.at('type').text === 'storycover');
  const credits = top.filter((node) => /^(credits|attribution)$/.test(node.at('type').text));
  const head = cover === undefined ? NO_COVER : coverOf(cover, nodes);
  const footer = credits.flatMap((node) => creditsOf(node, nodes));
  const chapters = chaptersOf(
    top.filter((node) => node !== cover && !credits.includes(node)),
    nodes,
  );
  const meta = story?.at('data').at('metaSettings');
  meta?.approximated('title and description come from the title page');
  story?.at('data').at('storyTheme').dropped('the story has its own look');
  story?.at('config').approximated('the story has its own form');
  sayProgram(root);
  return {
    ...BLANK_STORY,
    dialect: 'ArcGIS StoryMaps',
    language: story?.at('data').first('language', 'locale').text ?? '',
    title: head.title || (meta?.at('title').text ?? ''),
    subtitle: head.subtitle,
    byline: head.byline,
    opening: head.opening,
    footer,
    chapters,
  };
}

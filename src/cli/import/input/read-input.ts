import { readTable } from '../../../data/tables/read-table.ts';
import { fromArcGis } from '../dialects/arcgis/arcgis.ts';
import { fromGeoLibre } from '../dialects/geolibre.ts';
import { type ImportedStory, ImportRefusal, type Reading } from '../dialects/imported-story.ts';
import { fromStoryMapJs } from '../dialects/storymapjs/storymapjs.ts';
import { layersInStyle } from '../dialects/storytelling/layers-in-style.ts';
import { fromStorytelling } from '../dialects/storytelling/storytelling.ts';
import { fromGpx } from '../dialects/xml/gpx.ts';
import { fromKml } from '../dialects/xml/kml.ts';
import { readXml } from '../dialects/xml/xml-tree.ts';
import { Account, BESIDE } from '../report/account.ts';
import { Field } from './field.ts';
import { ALONE, findNeighbour, type Neighbours } from './neighbours.ts';
import { jsonFault } from './parse-faults.ts';
import { readScript } from './read-script.ts';
import { listOf, member } from './values.ts';

const MAX_BYTES = 25_000_000;

/** Files looked for in a folder, the likeliest first. */
export const INPUT_NAMES = [
  /^published\.json$/i,
  /^storymap\.json$/i,
  /^config\.(m?js|ts|json)$/i,
  /\.geolibre(\.json)?$/i,
  /config.*\.(m?js|ts)$/i,
  /\.(kml|gpx)$/i,
  /(story|map|draft|data).*\.json$/i,
  /(story|chapters).*\.csv$/i,
] as const;

interface Candidates {
  readonly values: readonly unknown[];
  readonly unread: readonly string[];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/^\s*[[{"]/.test(text)) throw new ImportRefusal(jsonFault(text, error as Error));
    return undefined;
  }
}

const COORDINATES = /(^|[,;\t"])\s*(lng|lon|long|longitude)\s*("|[,;\t]|$)/i;

/** A table of chapters, one a row. */
function chaptersOfTable(text: string): Candidates | null {
  const [head = ''] = text.split(/\r?\n/, 1);
  if (!COORDINATES.test(head)) return null;
  const { columns, rows } = readTable(text).table;
  const place = /^(lng|lon|long|longitude|lat|latitude|zoom|pitch|bearing)$/i;
  const chapters = rows.map((row) => {
    const cells = columns.map(({ name }) => [name.trim().toLowerCase(), row[name] ?? ''] as const);
    const where = cells.filter(([name]) => place.test(name));
    return { ...Object.fromEntries(cells.filter(([name]) => !place.test(name))), location: Object.fromEntries(where) };
  });
  return { values: [{ chapters }], unread: [] };
}

function candidatesIn(text: string): Candidates {
  if (/^\s*<(\?xml|kml|gpx|!--)/i.test(text)) return { values: [readXml(text)], unread: [] };
  const json = parsedJson(text);
  if (json !== undefined) return { values: [json], unread: [] };
  return chaptersOfTable(text) ?? readScript(text);
}

const hasChapters = (value: unknown): boolean => listOf(member(value, 'chapters')).length > 0;

/** A style in a file beside a template: its own `sources.js`, or one that its config names. */
function stylesBeside(config: Field, neighbours: Neighbours): readonly (readonly [file: string, style: unknown])[] {
  const script = findNeighbour('sources.js', neighbours);
  const sources = script === null ? null : neighbours.textOf(script);
  const ofScript = sources === null ? [] : readScript(sources).values;
  const named = config.at('style').isObject ? null : findNeighbour(config.at('style').text, neighbours);
  const text = named === null ? null : neighbours.textOf(named);
  const styles = ofScript.filter((value) => Array.isArray(member(value, 'layers')));
  return [
    ...styles.map((style) => [script ?? '', style] as const),
    ...(text === null ? [] : [[named ?? '', parsedJson(text)] as const]),
  ];
}

function layersBeside(config: Field, account: Account, neighbours: Neighbours) {
  const style = config.at('style').isObject ? [config.at('style')] : [];
  const own = config.at('layers').items.length > 0 ? [config] : [];
  const beside = stylesBeside(config, neighbours).map(([file, style]) => new Field(style, account, [BESIDE, file]));
  return [...style, ...own, ...beside].flatMap((one) => layersInStyle(one, neighbours));
}

function storyIn(root: Field, account: Account, neighbours: Neighbours): ImportedStory | null {
  const { value } = root;
  const storymap = member(value, 'storymap');
  if (Array.isArray(member(storymap, 'slides'))) return fromStoryMapJs(root);
  if (hasChapters(storymap)) return fromGeoLibre(root, neighbours);
  if (root.at('nodes').isObject && root.at('root').has) return fromArcGis(root);
  if (root.at('kml').isObject) return fromKml(root);
  if (root.at('gpx').isObject) return fromGpx(root);
  if (!hasChapters(value)) return null;
  const isGeoLibre = member(value, 'insetPosition') !== undefined && member(value, 'style') === undefined;
  if (isGeoLibre) return fromGeoLibre(root, neighbours);
  return fromStorytelling(root, 'a storytelling template', layersBeside(root, account, neighbours), neighbours);
}

const MAX_UNREAD = 20;

function sayUnread(unread: readonly string[], account: Account): void {
  for (const what of unread.slice(0, MAX_UNREAD))
    account.remark([], 'dropped', what, 'not read: it would have to be run');
  const rest = unread.length - MAX_UNREAD;
  if (rest > 0) account.remark([], 'dropped', `${rest} more like these`, 'not read');
}

/**
 * Finds the story in a file of another tool. Reads, never runs.
 * @throws ImportRefusal with the reason where there is none
 */
export function readInput(text: string, neighbours: Neighbours = ALONE): Reading {
  if (text.length > MAX_BYTES)
    throw new ImportRefusal('The file is larger than 25 MB. A story is text; pictures belong beside it.');
  const { values, unread } = candidatesIn(text.replace(/^\uFEFF/, ''));
  for (const root of values) {
    const account = new Account();
    const story = storyIn(new Field(root, account), account, neighbours);
    if (story === null) continue;
    sayUnread(unread, account);
    return { story, root, account };
  }
  throw new ImportRefusal(
    'There is no story in it that is known here: `chapters` as the storytelling templates and GeoLibre have them, `storymap.slides` as StoryMapJS has them, `nodes` as ArcGIS StoryMaps has them, or placemarks of KML or GPX.',
  );
}

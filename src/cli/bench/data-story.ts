import type { Basemap } from '../../basemap/basemap.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { StoryText } from '../story-new/story-template.ts';
import { benchStory } from './bench-story.ts';
import { createRandom } from './city-basemap.ts';

/** How much a story shows. */
interface DataSize {
  /** Areas in a row, and rows of them. */
  readonly across: number;
  readonly down: number;
  readonly circles: number;
}

/** 3,000 areas and 5,000 circles. */
export const MUCH_DATA: DataSize = { across: 60, down: 50, circles: 5000 };
export const YEARS = 24;
const FIRST_YEAR = 2000;
/** Bends of each side of an area. */
const BENDS = 5;

/** What each section shows. */
const SHOWN = [
  '[{ layer: rates, at: 2000 }]',
  '[rates]',
  '[circles]',
  '[{ layer: circles, filter: { kind: up } }]',
  '[{ layer: rates, at: 2023, highlight: ["0"] }]',
  '[{ layer: rates, at: 2023 }, circles]',
];

export const DATA_SECTIONS = SHOWN.length;

type Position = readonly [lng: number, lat: number];

/** Where the corner of areas lies, and the bends between two: the same for both areas that meet there. */
function createNet(
  [west, south, east, north]: LngLatBounds,
  { across, down }: DataSize,
): (x: number, y: number) => Position {
  const [width, height] = [(east - west) / across, (north - south) / down];
  const sway = (x: number, y: number): number => 0.15 * Math.sin(7.3 * x + 3.1 * y) * Math.cos(2.7 * x - 5.9 * y);
  return (x, y) =>
    [west + (x + sway(x, y)) * width, south + (y + sway(y, x)) * height].map(rounded) as [number, number];
}

const rounded = (degrees: number): number => Number(degrees.toFixed(5));

function ringOf(index: number, across: number, at: (x: number, y: number) => Position): readonly Position[] {
  const [x, y] = [index % across, Math.floor(index / across)];
  const steps = Array.from({ length: BENDS }, (_, bend) => bend / BENDS);
  const sides = [
    ...steps.map((step) => at(x + step, y)),
    ...steps.map((step) => at(x + 1, y + step)),
    ...steps.map((step) => at(x + 1 - step, y + 1)),
    ...steps.map((step) => at(x, y + 1 - step)),
  ];
  return [...sides, at(x, y)];
}

const countOf = ({ across, down }: DataSize): number => across * down;

function areasFile(bounds: LngLatBounds, size: DataSize): string {
  const at = createNet(bounds, size);
  const features = Array.from({ length: countOf(size) }, (_, index) => ({
    type: 'Feature',
    properties: { code: String(index), name: `Area ${index}`, population: 1000 + index },
    geometry: { type: 'Polygon', coordinates: [ringOf(index, size.across, at)] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', source: 'Generated', licence: 'CC0 1.0', id: 'code', features });
}

function ratesFile(size: DataSize, random: () => number): string {
  const rows = Array.from({ length: countOf(size) * YEARS }, (_, row) => {
    const [area, year] = [Math.floor(row / YEARS), row % YEARS];
    return `${area},${FIRST_YEAR + year},${Math.floor(random() * 900)}`;
  });
  return ['area,year,people', ...rows].join('\n');
}

function circlesFile([west, south, east, north]: LngLatBounds, { circles }: DataSize, random: () => number): string {
  const rows = Array.from({ length: circles }, (_, index) => {
    const [lng, lat] = [west + random() * (east - west), south + random() * (north - south)].map(rounded);
    return `${lng},${lat},Circle ${index},${1 + Math.floor(random() ** 4 * 500)},${random() < 0.5 ? 'up' : 'down'}`;
  });
  return ['lng,lat,name,size,kind', ...rows].join('\n');
}

const LAYERS = `rates:
  areas: data/areas.geojson
  join: { table: data/rates.csv, on: [code, area] }
  value: people
  per: population
  time: year
  name: name
  scale: { kind: quantile, classes: 5, colors: blues }
  label: { en: People of a hundred }
circles:
  points: data/circles.csv
  at: [lng, lat]
  size: size
  color: kind
  name: name
  scale: { kind: area, max: 10 }
  label: { en: Circles }
  sizeLabel: { en: Size }
`;

const SOURCES = `rates.csv: { source: { en: Generated }, licence: CC0 1.0 }
circles.csv: { source: { en: Generated }, licence: CC0 1.0 }
`;

/** A tenth from every edge. */
function within([west, south, east, north]: LngLatBounds): LngLatBounds {
  const [width, height] = [(east - west) / 10, (north - south) / 10];
  return [west + width, south + height, east - width, north - height];
}

/** The files of a generated story with much data; without it `benchStory` is the same. */
export function dataStory(
  index: number,
  basemap: Basemap,
  _sections = DATA_SECTIONS,
  size: DataSize = MUCH_DATA,
): StoryText {
  const random = createRandom();
  const bounds = within(basemap.meta.bounds);
  const files = Object.entries(benchStory(index, basemap, DATA_SECTIONS));
  const sections = files.filter(([path]) => /\/\d+-section-/.test(path));
  const shown = sections.map(([path, text], at) => [
    path,
    text.replace('\nannotations:', `\nlayers: { data: ${SHOWN[at]} }\nannotations:`),
  ]);
  return {
    ...Object.fromEntries(files),
    ...Object.fromEntries(shown),
    'layers.yaml': LAYERS,
    'data/areas.geojson': areasFile(bounds, size),
    'data/rates.csv': ratesFile(size, random),
    'data/circles.csv': circlesFile(bounds, size, random),
    'data/sources.yaml': SOURCES,
  };
}

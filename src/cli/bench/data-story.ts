import type { Basemap } from '../../basemap/basemap.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { StoryText } from '../story-new/story-template.ts';
import { benchStory } from './bench-story.ts';
import { createRandom } from './city-basemap.ts';

/** 3,000 areas in rows, 5,000 circles, and 24 years of a series. */
const ACROSS = 60;
const DOWN = 50;
const CIRCLES = 5000;
const YEARS = 24;
const FIRST_YEAR = 2000;
/** Bends of each side of an area. */
const BENDS = 5;

const AREAS = Array.from({ length: ACROSS * DOWN }, (_, index) => index);

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
function createNet([west, south, east, north]: LngLatBounds): (x: number, y: number) => Position {
  const [width, height] = [(east - west) / ACROSS, (north - south) / DOWN];
  const sway = (x: number, y: number): number => 0.15 * Math.sin(7.3 * x + 3.1 * y) * Math.cos(2.7 * x - 5.9 * y);
  return (x, y) =>
    [west + (x + sway(x, y)) * width, south + (y + sway(y, x)) * height].map(rounded) as [number, number];
}

const rounded = (degrees: number): number => Number(degrees.toFixed(5));

function ringOf(index: number, at: (x: number, y: number) => Position): readonly Position[] {
  const [x, y] = [index % ACROSS, Math.floor(index / ACROSS)];
  const steps = Array.from({ length: BENDS }, (_, bend) => bend / BENDS);
  const sides = [
    ...steps.map((step) => at(x + step, y)),
    ...steps.map((step) => at(x + 1, y + step)),
    ...steps.map((step) => at(x + 1 - step, y + 1)),
    ...steps.map((step) => at(x, y + 1 - step)),
  ];
  return [...sides, at(x, y)];
}

function areasFile(bounds: LngLatBounds): string {
  const at = createNet(bounds);
  const features = AREAS.map((index) => ({
    type: 'Feature',
    properties: { code: String(index), name: `Area ${index}`, population: 1000 + index },
    geometry: { type: 'Polygon', coordinates: [ringOf(index, at)] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', source: 'Generated', licence: 'CC0 1.0', id: 'code', features });
}

function ratesFile(random: () => number): string {
  const rows = AREAS.flatMap((index) =>
    Array.from({ length: YEARS }, (_, year) => `${index},${FIRST_YEAR + year},${Math.floor(random() * 900)}`),
  );
  return ['area,year,people', ...rows].join('\n');
}

function circlesFile([west, south, east, north]: LngLatBounds, random: () => number): string {
  const rows = Array.from({ length: CIRCLES }, (_, index) => {
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

/** The files of a generated story with much data; without it `benchStory` is the same. */
export function dataStory(index: number, basemap: Basemap): StoryText {
  const random = createRandom();
  const { bounds } = basemap.meta;
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
    'data/areas.geojson': areasFile(bounds),
    'data/rates.csv': ratesFile(random),
    'data/circles.csv': circlesFile(bounds, random),
    'data/sources.yaml': SOURCES,
  };
}

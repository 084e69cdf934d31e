import type { Basemap } from '../../src/basemap/basemap.ts';

const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west, south + side],
  [west + side, south + side],
  [west + side, south],
  [west, south],
];

/** Two countries side by side, one region, one road, one river and one lake, in plain degrees. */
export const tinyBasemap: Basemap = {
  type: 'Topology',
  arcs: [
    [
      [2, 42],
      [0, 42],
      [0, 40],
      [2, 40],
    ],
    [
      [2, 40],
      [2, 41],
      [2, 42],
    ],
    [
      [2, 42],
      [4, 42],
      [4, 40],
      [2, 40],
    ],
    square(0.5, 40.5, 1),
    [
      [0.2, 40.2],
      [0.8, 40.9],
      [1.2, 41.1],
      [1.8, 41.8],
    ],
    [
      [1, 42],
      [1.1, 41],
      [1, 40],
    ],
    square(0.1, 41.2, 0.2),
  ],
  objects: {
    land: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { a3: 'HOM' } },
        { type: 'Polygon', arcs: [[2, 1]], properties: { a3: 'ABR' } },
      ],
    },
    borders: { type: 'MultiLineString', arcs: [[1]] },
    coast: { type: 'MultiLineString', arcs: [[0], [2]] },
    lakes: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[6]], properties: { areaKm2: 9 } }] },
    regions: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[3]], properties: { id: 'HO.ME', a3: 'HOM', names: { en: 'Middle' } } }],
    },
    regionLines: { type: 'MultiLineString', arcs: [[3]] },
    rivers: {
      type: 'GeometryCollection',
      geometries: [{ type: 'LineString', arcs: [5], properties: { name: 'Long', rank: 1 } }],
    },
    roads: {
      type: 'GeometryCollection',
      geometries: [{ type: 'LineString', arcs: [4], properties: { ref: 'M5', rank: 1, schematic: true } }],
    },
    towns: {
      type: 'GeometryCollection',
      geometries: [
        {
          type: 'Point',
          coordinates: [1, 41],
          properties: { id: 'mid', names: { en: 'Mid', ar: 'وسط' }, a3: 'HOM', rank: 1 },
        },
        { type: 'Point', coordinates: [3, 41], properties: { id: 'far', names: { en: 'Far' }, a3: 'ABR', rank: 3 } },
      ],
    },
  },
  meta: {
    name: 'tiny',
    bounds: [0, 40, 4, 42],
    attribution: [{ text: 'Nobody', short: null, licence: 'CC0' }],
    names: [{ kind: 'country', lngLat: [3.5, 40.5], names: { en: 'Abroad' } }],
  },
};

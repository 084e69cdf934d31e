import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groundWords, nearestFor } from '../../../src/author/ground-words.ts';
import { frameKind, renderScreens, SCREENS, stepBackWords, withView } from '../../../src/author/screens.ts';
import { drawBasemap } from '../../../src/basemap/drawing/basemap-drawing.ts';
import type { Camera, LngLatBounds } from '../../../src/geo/lng-lat.ts';
import { toWorld } from '../../../src/geo/mercator.ts';
import { cameraFor } from '../../../src/story/camera/framing.ts';
import type { Ground } from '../../../src/story/ground/ground.ts';
import type { Viewport } from '../../../src/story/scene.ts';
import type { DetailSource, MapSource } from '../../../src/story/sources/map-source.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const DESKTOP: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const PHONE: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };

const wide = section(0, { frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }) });
const own = section(1, {
  frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8], phone: frame({ bounds: [0.5, 40.5, 1.5, 41.5] }) }),
});
const STORY = { ...story([wide, own], [place('town', 1.3, 40.8), place('far', 3.5, 40.8)]), homeCountry: 'HOM' };
const CHOSEN: LngLatBounds = [0.6, 40.6, 1.1, 41];
const CAMERA: Camera = { center: [0.85, 40.8], zoom: 9, pitch: 12, bearing: -20 };

test('a phone’s view is the phone’s own where the section frames it for itself, and any screen’s where not', () => {
  assert.equal(frameKind(wide, PHONE), 'any');
  assert.equal(frameKind(own, PHONE), 'phone');
  assert.equal(frameKind(own, DESKTOP), 'any');
});

test('a view chosen on a desktop is the frame of its section and of no other', () => {
  const { sections } = withView(STORY, 0, DESKTOP, CAMERA, CHOSEN);
  assert.deepEqual(sections[0]?.frame.bounds, CHOSEN);
  assert.deepEqual([sections[0]?.frame.pitch, sections[0]?.frame.bearing], [12, -20]);
  assert.equal(sections[1], STORY.sections[1]);
});

test('a view is bounds and nothing else: places, radius and point of before are gone', () => {
  const before = section(0, { frame: frame({ places: ['town'], radiusKm: 30, keepVisible: ['far'] }) });
  const { frame: after } = withView({ ...STORY, sections: [before] }, 0, DESKTOP, CAMERA, CHOSEN).sections[0] ?? before;
  assert.deepEqual([after.places, after.radiusKm, after.center, after.zoom], [null, 0, null, null]);
  assert.deepEqual(after.keepVisible, ['far'], 'what must be in view still must');
});

test('a view chosen on a phone leaves the frame of all other screens as it was', () => {
  const after = withView(STORY, 1, PHONE, CAMERA, CHOSEN).sections[1];
  assert.deepEqual(after?.frame.phone?.bounds, CHOSEN);
  assert.deepEqual(after?.frame.bounds, own.frame.bounds);
});

test('the author hears that the camera steps back where something else must be in view, and is told what', () => {
  const kept = section(0, { frame: frame({ bounds: [0.6, 40.6, 1.1, 41], keepVisible: ['far'] }) });
  const crowded = { ...STORY, sections: [kept] };
  const near = cameraFor(
    { ...STORY, sections: [{ ...kept, frame: frame({ bounds: CHOSEN }) }] },
    { ...kept, frame: frame({ bounds: CHOSEN }) },
    DESKTOP,
  );
  assert.match(stepBackWords(crowded, 0, DESKTOP, near), /step back, because keepVisible holds far\./);
  assert.equal(stepBackWords(crowded, 0, DESKTOP, cameraFor(crowded, kept, DESKTOP)), '');
  assert.equal(stepBackWords(crowded, 7, DESKTOP, near), '');
});

test('each screen shows the map with the place of its text, in pictures that can stand side by side', () => {
  const { grid } = drawBasemap(tinyBasemap, 'HOM', { regions: [], areas: {}, detail: [0, 40, 4, 42] });
  const pictures = renderScreens(STORY, 0, { basemap: tinyBasemap, grid, own: [], hrefOf: ({ src }) => src }, 'ltr');
  assert.deepEqual(
    Object.keys(pictures),
    SCREENS.map(({ name }) => name),
  );
  for (const { name, width, height } of SCREENS) {
    const svg = pictures[name] ?? '';
    assert.equal(xmlFault(svg), null);
    assert.ok(svg.includes(`viewBox="0 0 ${width} ${height}"`));
    assert.equal(svg.match(/class="author-text"/g)?.length, 1);
  }
  const ids = Object.values(pictures).flatMap((svg) => [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    renderScreens(STORY, 9, { basemap: tinyBasemap, grid, own: [], hrefOf: ({ src }) => src }, 'ltr'),
    {},
  );
});

const cut = (sections: readonly number[], bounds: LngLatBounds): DetailSource => ({
  id: 'detail-one',
  type: 'detail',
  src: '',
  sections,
  bounds,
});
test('the pictures show the detail that has come and the picture that lies over the map', () => {
  const source = cut([0], [0, 40, 4, 42]);
  const [first, second] = STORY.sections;
  assert.ok(first && second);
  const close = { ...first, frame: frame({ center: [0.85, 40.8], zoom: 13 }), layers: { ...first.layers, detail: 1 } };
  const close13 = { ...STORY, mapSources: [source], sections: [close, second] };
  const [x, y] = toWorld([0.85, 40.8]);
  const woods = {
    grid: { x: x - 0.00001, y: y - 0.00001, size: 1e8 },
    paths: { 'detail-woods': 'm0 0 2000 0 0 2000-2000 0z' },
  };
  const { grid } = drawBasemap(tinyBasemap, 'HOM', {
    regions: [],
    areas: {},
    hasOwnLayers: true,
    detail: [0, 40, 4, 42],
  });
  const file = { ...woods, streets: [], places: [], meta: { attribution: [] } };
  const from = { basemap: tinyBasemap, grid, own: [{ source, type: 'detail', file } as const], hrefOf: () => '' };
  assert.ok(renderScreens(close13, 0, from, 'ltr')['desktop']?.includes('--map-own-woods'));
  assert.ok(!renderScreens(close13, 0, { ...from, own: [] }, 'ltr')['desktop']?.includes('--map-own-woods'));
  const use = { show: 'scan', over: 1, after: null, labels: ['', ''] as const, relief: 0 };
  const scanned = {
    ...STORY,
    grounds: { scan: SCAN },
    sections: [{ ...first, layers: { ...first.layers, ground: use } }],
  };
  const svg =
    renderScreens(scanned, 0, { ...from, own: [], hrefOf: ({ file }) => `/of/${file}` }, 'ltr')['desktop'] ?? '';
  assert.equal(xmlFault(svg), null);
  assert.ok(svg.includes('href="/of/scan.webp"') && svg.includes('class="author-text"'));
});

const SEEN: LngLatBounds = [0.2, 40.2, 1.8, 41.8];
const SCAN: Ground = {
  kind: 'picture',
  attribution: [],
  command: '',
  pictures: [
    {
      file: 'scan.webp',
      src: '',
      sections: ['section-0'],
      screens: 'wide',
      bounds: SEEN,
      seen: SEEN,
      width: 100,
      height: 100,
      luminance: { mean: 0.5, dark: 0.4, bright: 0.6 },
    },
  ],
};

test('the author hears where a view looks beside what was cut for its section', () => {
  const near: Camera = { center: [1, 41], zoom: 14, pitch: 0, bearing: 0 };
  const words = (mapSources: readonly MapSource[], camera = near, index = 0) =>
    groundWords({ ...STORY, mapSources }, index, DESKTOP, camera);
  assert.equal(words([cut([0], [0.9, 40.9, 1.1, 41.1])]), '');
  assert.match(words([cut([0], [0.9, 40.9, 1, 41.1])]), /streets and houses.*npm run ground -- test/);
  assert.match(words([cut([1], [0.9, 40.9, 1.1, 41.1])]), /streets and houses/, 'of another section');
  assert.equal(words([]), '', 'a story without detail lacks none');
  assert.equal(words([cut([0], [0.9, 40.9, 1, 41.1])], { ...near, zoom: 9 }), '', 'from afar nobody misses any');
  const use = { show: 'scan', over: 1, after: null, labels: ['', ''] as const, relief: 0 };
  const scanned = {
    ...STORY,
    grounds: { scan: SCAN },
    sections: [{ ...wide, layers: { ...wide.layers, ground: use } }],
  };
  assert.equal(groundWords(scanned, 0, DESKTOP, { ...near, zoom: 10 }), '');
  assert.match(groundWords(scanned, 0, DESKTOP, { ...near, center: [1.8, 41], zoom: 10 }), /picture “scan”/);
  assert.equal(nearestFor(STORY, wide), 13);
  assert.equal(nearestFor(scanned, scanned.sections[0] ?? wide), 18);
});

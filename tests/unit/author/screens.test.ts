import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameKind, renderScreens, SCREENS, stepBackWords, withView } from '../../../src/author/screens.ts';
import { drawBasemap } from '../../../src/basemap/drawing/basemap-drawing.ts';
import type { Camera, LngLatBounds } from '../../../src/geo/lng-lat.ts';
import { cameraFor } from '../../../src/story/camera/framing.ts';
import type { Viewport } from '../../../src/story/scene.ts';
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
  const pictures = renderScreens(STORY, 0, tinyBasemap, grid, 'ltr');
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
  assert.deepEqual(renderScreens(STORY, 9, tinyBasemap, grid, 'ltr'), {});
});

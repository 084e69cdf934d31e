import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBasemap } from '../../../../src/basemap/drawing/basemap-drawing.ts';
import { layerVariables } from '../../../../src/basemap/drawing/layer-variables.ts';
import type { ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { createProjection, scaleAt } from '../../../../src/geo/mercator.ts';
import { roadWidth } from '../../../../src/geo/road-width.ts';
import { backgroundToneAt } from '../../../../src/labels/section/background-tone.ts';
import { basemapEdge } from '../../../../src/labels/section/basemap-edge.ts';
import { linesInView } from '../../../../src/labels/section/lines-in-view.ts';
import { buildMapBase, mergeTowns } from '../../../../src/labels/section/map-base.ts';
import { placedSceneMarks } from '../../../../src/labels/section/placed-scene-marks.ts';
import type { PlainMark, SceneMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { renderStaticMap, renderView } from '../../../../src/pictures/render-static-map.ts';
import type { Viewport } from '../../../../src/story/scene.ts';
import { restScene, sceneAt } from '../../../../src/story/scenes/scene-at.ts';
import type { AnnotationBase, Section, Story } from '../../../../src/story/story.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { annotation } from '../../../support/kind-context.ts';
import { frame, place, scaleBar, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';
import { xmlFault } from '../../../support/well-formed.ts';

const tinted: Section['layers'] = { emphasis: {}, tints: [{ region: 'HO.ME', tone: 'subject', opacity: 1 }], wash: 0 };
const sections = [
  section(0, { frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }), layers: tinted, annotations: [scaleBar('bar')] }),
  section(1, { frame: frame({ bounds: [0.8, 40.8, 1.2, 41.2], pitch: 30 }), mapDescription: 'A & B <here>' }),
  section(2, { frame: frame({ bounds: [0, 40, 4, 42] }), mood: 'night' }),
];
const tiny: Story = { ...story(sections, [place('town', 1.3, 40.8, 2)]), homeCountry: 'HOM', bounds: [0, 40, 4, 42] };
const wide: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const timeline = buildTimeline(tiny);
const tinyBase = buildMapBase(tinyBasemap, tiny);
const marksOf = (
  progress: number,
  viewport = wide,
  marks = placedSceneMarks(timeline, tinyBase),
): readonly PlainMark[] => plainMarks(marks(sceneAt(timeline, progress, viewport), viewport));
const textsOf = (marks: readonly SceneMark[]): readonly string[] =>
  plainMarks(marks).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));

test('the same scene gives the same marks, whatever was shown before', () => {
  const travelled = placedSceneMarks(timeline, tinyBase);
  const phone: Viewport = { ...wide, width: 390, height: 844 };
  for (const [progress, viewport] of [
    [0.9, wide],
    [0.1, phone],
    [0.3, wide],
    [0, wide],
  ] as const) {
    travelled(sceneAt(timeline, progress, viewport), viewport);
  }
  for (const progress of [0.02, 0.3, 0.5, 0.77]) {
    assert.deepEqual(marksOf(progress, wide, travelled), marksOf(progress));
  }
});

test('no two marks of a scene have the same key', () => {
  for (let progress = 0; progress <= 1; progress += 0.05) {
    const keys = marksOf(progress).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  }
});

test('places of the story and large towns of the basemap have their names on a resting map', () => {
  const texts = textsOf(placedSceneMarks(timeline, tinyBase)(restScene(timeline, 0, wide), wide));
  assert.ok(texts.includes('town') && texts.includes('Mid') && texts.includes('M5'));
});

test('a town of the basemap that the story knows is named once, in the story’s spelling', () => {
  const own = { ...tiny, places: { middle: { ...place('middle', 1.005, 41.005, 1), names: { en: 'Middle' } } } };
  const towns = buildMapBase(tinyBasemap, own).towns.map(({ id }) => id);
  assert.deepEqual(towns, ['middle']);
});

test('the second line of a name is in another language of the story, in a script that nobody takes for the town’s own', () => {
  assert.equal(buildMapBase(tinyBasemap, tiny).secondLocale, null);
  assert.equal(buildMapBase(tinyBasemap, { ...tiny, locales: ['en', 'fr'] }).secondLocale, null);
  assert.equal(buildMapBase(tinyBasemap, { ...tiny, locales: ['en', 'fr', 'fa'] }).secondLocale, 'fa');
  assert.equal(buildMapBase(tinyBasemap, { ...tiny, locales: ['en', 'uk', 'fa'] }).secondLocale, null, 'none of both');
});

test('the author may ask for a language beside every name, a transliteration too, or for none', () => {
  const named = (namesBeside: string, locale = 'en') => buildMapBase(tinyBasemap, { ...tiny, locale, namesBeside });
  assert.equal(named('ar-Latn').secondLocale, 'ar-Latn');
  assert.equal(named('en').secondLocale, null, 'the language of the page is there already');
  assert.equal(named('none').secondLocale, null);
  const town = { id: 't', lngLat: [1, 41] as const, names: { en: 'T' }, own: 'xx', rank: 1 as const, a3: 'HOM' };
  const story = { ...tiny, homeCountry: 'HOM', places: {} };
  const owns = (namesBeside: string | null) => mergeTowns({ ...story, namesBeside }, [town]).map(({ own }) => own);
  assert.deepEqual(owns(null), ['xx']);
  assert.deepEqual(owns('none'), [undefined], 'nor does the country’s own language come back');
});

test('a map without names in the page’s language is named in the story’s default one, or in English', () => {
  const base = buildMapBase(tinyBasemap, { ...tiny, locale: 'pt-BR', defaultLocale: 'ar', locales: ['ar', 'pt-BR'] });
  assert.deepEqual(base.otherLocales, ['pt', 'ar', 'en']);
  assert.ok(base.areas.every(({ names }) => (names['pt-BR'] ?? '') !== ''));
  assert.ok(Object.values(base.regionNames).every((names) => (names['pt-BR'] ?? '') !== ''));
});

test('a steep camera names small towns near by and none far away, but for those the section asks for', () => {
  const spread = Array.from({ length: 15 }, (_, at) => place(`row-${at}`, 1, 40.8 + at * 0.08, 3));
  const namesAt = (pitch: number, keepVisible: readonly string[] = []) => {
    const tilted = section(0, { frame: frame({ bounds: [0.9, 40.8, 1.1, 41], pitch, keepVisible }) });
    const one: Story = { ...story([tilted], spread), homeCountry: 'HOM', bounds: [0, 40, 4, 42] };
    const along = buildTimeline(one);
    const scene = restScene(along, 0, wide);
    const texts = textsOf(placedSceneMarks(along, buildMapBase(tinyBasemap, one))(scene, wide));
    const projection = createProjection(scene.camera, wide.width, wide.height);
    const isInView = ([, y]: ScreenPoint): boolean => y > 80 && y < 800;
    return spread
      .filter(({ lngLat }) => isInView(projection.project(lngLat)))
      .map(({ id, lngLat }) => ({ id, isNamed: texts.includes(id), scale: scaleAt(projection, lngLat) }));
  };
  const steep = namesAt(60);
  assert.ok(steep.some(({ scale }) => scale < 0.6) && steep.some(({ isNamed }) => isNamed));
  assert.ok(steep.every(({ isNamed, scale }) => !isNamed || scale >= 0.75));
  assert.ok(namesAt(30).every(({ scale }) => scale >= 0.75));
  assert.ok(namesAt(60, ['row-7']).some(({ id, isNamed }) => id === 'row-7' && isNamed));
});

test('a section without labels shows no names, and a chart’s wash takes them away', () => {
  for (const layers of [
    { ...tinted, emphasis: { labels: 0 } },
    { ...tinted, wash: 0.74 },
  ]) {
    const bare = buildTimeline({ ...tiny, sections: [section(0, { ...sections[0], layers, annotations: [] })] });
    const marks = placedSceneMarks(bare, buildMapBase(tinyBasemap, bare.story))(restScene(bare, 0, wide), wide);
    assert.deepEqual(textsOf(marks), []);
  }
});

test('the shields of roads are as faint as the roads, gone where those are, and full where an annotation draws them', () => {
  const drawn = annotation({ kind: 'route', id: 'way', route: 'basemap:M5' });
  const plateAt = (roads: number, annotations: readonly AnnotationBase[] = []): number | undefined => {
    const layers = { ...tinted, emphasis: { roads } };
    const along = buildTimeline({ ...tiny, sections: [section(0, { ...sections[0], layers, annotations })] });
    const marks = placedSceneMarks(along, buildMapBase(tinyBasemap, along.story))(restScene(along, 0, wide), wide);
    return plainMarks(marks).find(({ key }) => key === 'shield:M5:plate')?.opacity;
  };
  assert.deepEqual([plateAt(0.15), plateAt(0.6), plateAt(1), plateAt(0)], [0.15, 0.6, 1, undefined]);
  assert.equal(plateAt(0.15, [drawn]), 1);
});

test('between two sections a shield goes over from the strength of the one to that of the other without a step', () => {
  const faint: Section['layers'] = { ...tinted, emphasis: { roads: 0.15 } };
  const along = buildTimeline({
    ...tiny,
    sections: [sections[0], section(1, { ...sections[0], index: 1, id: 'faint', layers: faint })] as Section[],
  });
  const marks = placedSceneMarks(along, buildMapBase(tinyBasemap, along.story));
  const shown = Array.from({ length: 401 }, (_, at) => {
    const plates = plainMarks(marks(sceneAt(along, at / 400, wide), wide)).filter(
      ({ key }) => key === 'shield:M5:plate',
    );
    return plates.reduce((sum, { opacity = 1 }) => sum + opacity, 0);
  });
  assert.deepEqual([shown[100], shown[300]], [1, 0.15]);
  for (const [at, opacity] of shown.entries()) {
    assert.ok(Math.abs(opacity - (shown[at + 1] ?? opacity)) < 0.05, `${opacity} at ${at}`);
  }
});

test('the ground under a name is told apart as the map paints it', () => {
  const base = buildMapBase(tinyBasemap, tiny);
  const toneAt = (lng: number, lat: number) => backgroundToneAt([lng, lat], tinted, base.land, base.atlas);
  assert.deepEqual(
    [toneAt(1, 41), toneAt(0.2, 40.2), toneAt(3, 41), toneAt(-1, 41)],
    ['tint', 'land', 'abroad', 'sea'],
  );
});

test('the basemap ends in paper where its edge is in view, and costs nothing elsewhere', () => {
  const bounds = [0, 40, 4, 42] as const;
  const at = (zoom: number) => createProjection({ center: [2, 41], zoom, pitch: 0, bearing: 0 }, 720, 480);
  assert.deepEqual(basemapEdge(bounds, at(11)), []);
  const edge = plainMarks(basemapEdge(bounds, at(6)));
  const outside = edge.at(-1);
  assert.ok(outside?.type === 'path' && outside.fill === 'paper');
  const covered = edge
    .slice(0, -1)
    .map(({ opacity = 1 }) => opacity)
    .reduce((left, opacity) => left * (1 - opacity), 1);
  assert.ok(covered < 0.1, 'the fade reaches paper at the edge itself');
  const pitched = basemapEdge(
    bounds,
    createProjection({ center: [2, 41], zoom: 12, pitch: 35, bearing: 20 }, 1440, 900),
  );
  assert.deepEqual(pitched, []);
});

test('lines are cut to what the screen shows and keep their course there', () => {
  const projection = createProjection({ center: [1, 41], zoom: 9, pitch: 0, bearing: 0 }, 400, 400);
  const line = Array.from({ length: 401 }, (_, index) => [index / 100, 41] as const);
  const [found, ...others] = linesInView([line], projection);
  assert.equal(others.length, 0);
  assert.ok(found && found.length <= 4);
  assert.ok(
    (projection.project(found[0] ?? [0, 0])[0] ?? 1) < 0 && (projection.project(found.at(-1) ?? [0, 0])[0] ?? 0) > 400,
  );
});

test('only what differs from the resting drawing is said in variables', () => {
  const plain = layerVariables({ emphasis: {}, tints: [], wash: 0 }, 11);
  assert.deepEqual(plain, {
    '--w-roads-casing': '5.6',
    '--w-roads-great': '2.6',
    '--w-roads-other': '0.9',
    '--w-roads-streets': '0.467',
  });
  const scene = layerVariables(
    { emphasis: { roads: 0.5, map: 0 }, tints: [{ region: 'A.B', tone: 'past', opacity: 1 }], wash: 0.7 },
    11,
  );
  assert.equal(scene['--o-roads-great'], '0.5');
  assert.equal(scene['--o-blank'], '1');
  assert.equal(scene['--o-wash'], '0.7');
  assert.equal(scene['--c-tint-A_46B'], 'var(--map-tint-past)');
});

test('a road of the drawing is as wide as the routes along it, at every zoom', () => {
  for (const zoom of [7, 8.13, 9.37, 10.9]) {
    const variables = layerVariables({ emphasis: {}, tints: [], wash: 0 }, zoom);
    assert.ok(Math.abs(Number(variables['--w-roads-great']) - roadWidth(zoom)) < 0.01, `zoom ${zoom}`);
  }
});

const { grid } = drawBasemap(tinyBasemap, 'HOM', { regions: ['HO.ME'], detail: [0, 40, 4, 42] });
const figure = (index: number): string =>
  renderStaticMap({
    timeline,
    sceneMarks: placedSceneMarks(timeline, tinyBase),
    grid,
    section: sections[index] as Section,
    dir: 'ltr',
  });

test('a static map is the same text each time, well-formed, and says what it shows', () => {
  for (const index of sections.keys()) {
    assert.equal(figure(index), figure(index));
    assert.equal(xmlFault(figure(index)), null);
  }
  assert.match(
    figure(1),
    /role="img" translate="no" aria-labelledby="map-section-1".*<title id="map-section-1">A &amp; B &lt;here&gt;<\/title>/,
  );
});

test('a picture drawn as for a phone says what a phone shows, where that is told apart', () => {
  const own = { ...sections[1], phoneMapDescription: 'Less of it.' } as Section;
  const along = buildTimeline({ ...tiny, sections: [sections[0], own] as Section[] });
  const marks = placedSceneMarks(along, buildMapBase(tinyBasemap, along.story));
  const titleOn = (viewport: Viewport, of: Section): string | undefined =>
    /<title[^>]*>([^<]*)</.exec(
      renderView({ timeline: along, sceneMarks: marks, grid, section: of, viewport, id: 'x' }),
    )?.[1];
  const phone: Viewport = { ...wide, width: 390, height: 844 };
  assert.deepEqual([titleOn(phone, own), titleOn({ ...wide, figure: true }, own)], ['Less of it.', 'Less of it.']);
  assert.equal(titleOn(wide, own), 'A &amp; B &lt;here&gt;');
  assert.equal(titleOn(phone, sections[0] as Section), 'A map.');
});

test('a static map names no colour: theme and mood are left to the style sheet', () => {
  assert.doesNotMatch(figure(2), /#[0-9a-f]{6}/i);
  assert.match(figure(2), /class="map-svg size-phone mood-night/);
});

test('a tilted section’s static map looks straight down', () => {
  assert.equal(restScene(timeline, 1, { ...wide, width: 720, height: 480, figure: true }).camera.pitch, 0);
});

test('a locator shows where the screen is only where one region fills it, and clear of everything else', () => {
  const close = section(0, { frame: frame({ bounds: [0.9, 40.9, 1.1, 41.1] }), layers: tinted });
  const near = buildTimeline({ ...tiny, sections: [close] });
  const keysAt = (viewport: Viewport, along = near) =>
    plainMarks(
      placedSceneMarks(along, buildMapBase(tinyBasemap, along.story))(restScene(along, 0, viewport), viewport),
    ).map(({ key }) => key);
  assert.ok(keysAt(wide).includes('locator:square'));
  assert.ok(!keysAt({ ...wide, width: 390, height: 844 }).includes('locator:square'), 'a phone has no room for it');
  assert.ok(!keysAt(wide, timeline).includes('locator:square'), 'the region is seen among others');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProjection } from '../../../src/geo/mercator.ts';
import { drawGroundMap, groundPictures, renderGroundMap } from '../../../src/pictures/render-ground-map.ts';
import { drawStory } from '../../../src/pictures/story-drawing.ts';
import { renderStoryPicture } from '../../../src/pictures/story-picture.ts';
import type { GroundPicture, GroundUse } from '../../../src/story/ground/ground.ts';
import { restScene } from '../../../src/story/scenes/scene-at.ts';
import type { Story } from '../../../src/story/story.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const BOUNDS = [0.2, 40.2, 1.8, 41.8] as const;
const SIZE = { width: 600, height: 300 };

const picture = (file: string, own: Partial<GroundPicture> = {}): GroundPicture => ({
  file,
  src: `/_media/${file}`,
  sections: ['section-0'],
  screens: 'wide',
  bounds: BOUNDS,
  seen: BOUNDS,
  width: 800,
  height: 800,
  luminance: { mean: 0.05, dark: 0.02, bright: 0.1 },
  ...own,
});
const ground = (kind: 'picture' | 'relief', ...pictures: readonly GroundPicture[]) => ({
  kind,
  attribution: [],
  command: '',
  pictures,
});
const USE: GroundUse = { show: 'satellite', over: 1, after: null, labels: ['', ''], relief: 0 };

function told(use: GroundUse, bearing = 0): Story {
  const layers = { emphasis: {}, tints: [], wash: 0, ground: use };
  const one = section(0, { frame: frame({ bounds: BOUNDS, bearing }), layers });
  return {
    ...story([one], [place('town', 1.3, 40.8)]),
    homeCountry: 'HOM',
    focus: 'town',
    bounds: [0, 40, 4, 42],
    grounds: {
      satellite: ground('picture', picture('a.webp'), picture('tall.webp', { screens: 'upright' })),
      infrared: ground('picture', picture('b.webp')),
      relief: ground('relief', picture('hills.webp')),
    },
  };
}

function draw(use: GroundUse, { bearing = 0, dir = 'ltr' as 'ltr' | 'rtl' } = {}) {
  const one = told(use, bearing);
  const [first] = one.sections;
  assert.ok(first);
  const input = { ...drawStory(tinyBasemap, one), section: first, dir, size: SIZE };
  return { one, first, input, svg: drawGroundMap(input, use, ({ file }) => `data:,${file}`) };
}

test('a picture that stands by itself has the ground in it, below its marks and over its map', () => {
  const { svg } = draw(USE);
  assert.equal(xmlFault(svg), null);
  const places = [svg.indexOf('class="bm-sea"'), svg.indexOf('href="data:,a.webp"'), svg.indexOf('class="over-dark"')];
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(places.every((at) => at > 0));
  assert.ok(!svg.includes('tall.webp'));
});

test('it lies on its bounds, turned with the map', () => {
  const { svg, input } = draw(USE, { bearing: 30 });
  const viewport = { ...SIZE, dir: 'ltr', embed: false, figure: true } as const;
  const { camera } = restScene(input.timeline, 0, viewport);
  const { project } = createProjection({ ...camera, pitch: 0 }, SIZE.width, SIZE.height);
  const [, x = '', y = '', angle = ''] = /translate\(([-\d.]+) ([-\d.]+)\) rotate\(([-\d.]+)\)"\/>/.exec(svg) ?? [];
  const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)" preserve/.exec(svg) ?? [];
  const radians = (Number(angle) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [w, h] = [Number(width), Number(height)];
  const far = [Number(x) + w * cos - h * sin, Number(y) + w * sin + h * cos];
  const [nw, se] = [project([BOUNDS[0], BOUNDS[3]]), project([BOUNDS[2], BOUNDS[1]])];
  for (const [found, wanted] of [
    [Number(x), nw[0]],
    [Number(y), nw[1]],
    [far[0], se[0]],
    [far[1], se[1]],
  ])
    assert.ok(Math.abs((found ?? 0) - (wanted ?? 0)) < 0.1, `${found} ${wanted}`);
});

test('of two that are compared each has the half on its side of the text', () => {
  for (const [dir, left] of [
    ['ltr', '300'],
    ['rtl', '0'],
  ] as const) {
    const { svg } = draw({ ...USE, after: 'infrared' }, { dir });
    assert.equal(xmlFault(svg), null);
    assert.ok(svg.includes(`<rect x="${left}" width="300" height="300"/>`), dir);
    assert.ok(svg.indexOf('a.webp') < svg.indexOf('b.webp'));
  }
});

test('only the marks that lie on the picture are set in its colours', () => {
  const north = [0.2, 41, 1.8, 41.8] as const;
  const base = told(USE);
  const grounds = { satellite: ground('picture', picture('a.webp', { bounds: north })) };
  const beside = drawGroundMap(
    { ...draw(USE).input, ...drawStory(tinyBasemap, { ...base, grounds }) },
    USE,
    () => 'data:,',
  );
  assert.ok(beside.includes('class="over-dark"'));
  assert.match(beside, /<text class="t-rank-1 [^"]* on-picture"/);
  assert.match(beside, /<text class="t-focus [^"]*h-land"/, 'the town lies south of it');
});

test('every picture that is asked for is one that is drawn', () => {
  const { one, first, svg } = draw({ ...USE, after: 'infrared', relief: 0.5 });
  const files = groundPictures(one, first, SIZE).map(({ file }) => file);
  assert.deepEqual(files.toSorted(), ['a.webp', 'b.webp', 'hills.webp']);
  for (const file of files) assert.ok(svg.includes(file));
});

test('lists of stories show the ground that the first of their maps shows', () => {
  const listed = renderStoryPicture(told(USE), tinyBasemap);
  assert.equal(xmlFault(listed.replaceAll(/<img([^>]*)>/g, '<img$1/>')), null);
  assert.match(listed, /<img [^>]*src="\/_media\/a\.webp"[^>]* alt=""/);
  assert.ok(listed.indexOf('<img') < listed.indexOf('<circle'), 'the focus lies over it');
});

test('figures in the text have one map each for what is compared, with its name', () => {
  const use: GroundUse = { ...USE, after: 'infrared', labels: ['As <seen>', 'What grows'] };
  const html = renderGroundMap(draw(use).input, use);
  assert.equal(html.match(/class="ground-map"/g)?.length, 2);
  assert.ok(html.includes('As &lt;seen&gt;') && html.includes('What grows'));
});

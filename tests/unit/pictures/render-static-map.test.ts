import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderGround, renderStaticMap, type StaticMapInput } from '../../../src/pictures/render-static-map.ts';
import { closeBounds, drawFigures, drawStory } from '../../../src/pictures/story-drawing.ts';
import type { Section, Story } from '../../../src/story/story.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const VIEW = frame({ bounds: [0.2, 40.2, 1.8, 41.8] });
const storyOf = (own: Partial<Section> = {}, more: readonly Section[] = []): Story => ({
  ...story([section(0, { frame: VIEW, ...own }), ...more], [place('town', 1.3, 40.8)]),
  homeCountry: 'HOM',
  bounds: [0, 40, 4, 42],
});

function draw(one: Story, own: Partial<StaticMapInput> = {}): string {
  const [first] = one.sections;
  assert.ok(first);
  return renderStaticMap({ ...drawStory(tinyBasemap, one), section: first, dir: 'ltr', ...own });
}

test('a map is one well-formed picture of its size, which says what it shows', () => {
  const svg = draw(storyOf({ mapDescription: 'The <b>coast</b> & the town' }), { size: { width: 600, height: 300 } });
  assert.equal(xmlFault(svg), null);
  assert.ok(svg.includes('viewBox="0 0 600 300"') && svg.includes('role="img"'));
  assert.match(svg, /aria-labelledby="(map-section-0)"[\s\S]*<title id="map-section-0">/);
  assert.ok(svg.includes('The &lt;b&gt;coast&lt;/b&gt; &amp; the town'));
});

test('a figure in the text is as on a phone, and says what a phone shows where that is something else', () => {
  const own = { mapDescription: 'On a wide screen.', phoneMapDescription: 'On a phone.' };
  assert.ok(draw(storyOf(own)).includes('On a phone.'));
  assert.ok(draw(storyOf({ ...own, phoneMapDescription: '' })).includes('On a wide screen.'));
});

test('mood and nearness are classes, so that style sheets alone know colours', () => {
  assert.ok(draw(storyOf({ mood: 'night' })).includes('mood-night'));
  assert.ok(!draw(storyOf()).includes('mood-'));
  assert.doesNotMatch(draw(storyOf({ mood: 'night' })), /#[0-9a-f]{6}/i);
});

test('two maps of one section may stand in one page', () => {
  const one = storyOf();
  const idsOf = (svg: string) => [...svg.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  const ids = ['map', 'list'].flatMap((idPrefix) => idsOf(draw(one, { idPrefix })));
  assert.equal(new Set(ids).size, ids.length);
});

test('what a section fades, washes and tints is said in custom properties, and nothing else is', () => {
  const plain = draw(storyOf());
  const styleOf = (svg: string) => /style="([^"]*)"/.exec(svg)?.[1] ?? '';
  assert.doesNotMatch(styleOf(plain), /--o-/);
  const layers: Section['layers'] = { emphasis: { rivers: 0.4 }, tints: [], wash: 0.8 };
  const faded = styleOf(draw(storyOf({ layers })));
  assert.match(faded, /--o-rivers-great:0\.4/);
  assert.match(faded, /--o-wash:0\.8/);
});

test('a wash or an empty map lies over the drawing, and only where there is one', () => {
  const order = (svg: string) => [...svg.matchAll(/class="bm-(\w+)"|href="#(bm)"/g)].map(([, a, b]) => a ?? b);
  assert.deepEqual(order(renderGround('none', {})), ['sea', 'bm']);
  assert.deepEqual(order(renderGround('none', { '--o-blank': '1', '--o-wash': '0.5' })), [
    'sea',
    'bm',
    'wash',
    'blank',
  ]);
});

test('what all pictures of a story are drawn with is made once a story', () => {
  const one = storyOf();
  assert.equal(drawStory(tinyBasemap, one), drawStory(tinyBasemap, one));
  assert.equal(drawFigures(tinyBasemap, one), drawFigures(tinyBasemap, one));
  assert.notEqual(drawStory(tinyBasemap, storyOf()), drawStory(tinyBasemap, one), 'a changed story is another');
});

test('there is a figure for each section, in their order', () => {
  const figures = drawFigures(tinyBasemap, storyOf({}, [section(1, { frame: VIEW, mapDescription: 'The second.' })]));
  assert.equal(figures.length, 2);
  assert.ok(figures[1]?.includes('The second.'));
});

test('lines are kept fine where some section looks closely: round its places, its points and its small bounds', () => {
  const bounds = (own: Partial<Section['frame']>) => closeBounds(storyOf({ frame: frame(own) }));
  const rounded = (box: readonly number[]) => box.map((degrees) => Math.round(degrees * 10) / 10);
  assert.deepEqual(rounded(bounds({ places: ['town'] })), [1, 40.5, 1.6, 41.1]);
  assert.deepEqual(rounded(bounds({ center: [3, 41], zoom: 9 })), [2.7, 40.7, 3.3, 41.3]);
  assert.deepEqual(bounds({ bounds: [1, 40, 2, 41] }), [1, 40, 2, 41]);
  assert.deepEqual(bounds({ bounds: [0, 40, 4, 42] }), [0, 40, 4, 42], 'from afar there is nothing to be kept fine');
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { normalizeStory } from '../../../src/content/normalize/normalize-story.ts';
import { grow, intersects } from '../../../src/geo/boxes.ts';
import { formatQuantity } from '../../../src/i18n/format-quantity.ts';
import type { Mark, TextMark } from '../../../src/marks/mark.ts';
import { readStories } from '../../../src/site/content/read-content.ts';
import { textBox } from '../../support/chart-marks.ts';
import { chartSetting, marksOf, restContext } from '../../support/kind-context.ts';

const SITE = join(import.meta.dirname, '..', '..', 'fixtures', 'sites', 'volcano');
const raw = (await readStories(join(SITE, 'content', 'stories'))).find(({ slug }) => slug === 'high-water');
assert.ok(raw);

const LANGUAGES = [
  { locale: 'en', dir: 'ltr' },
  { locale: 'ar', dir: 'rtl' },
] as const;

const SCREENS = { desktop: [820, 780], phone: [350, 380] } as const;
/** Of a phone's map a legend covers no more than this. */
const LOW_PX = 120;

const legends = LANGUAGES.flatMap(({ locale, dir }) =>
  normalizeStory(raw, { locale, figure: formatQuantity }).sections.flatMap(({ id, annotations }) =>
    annotations.filter(({ kind }) => kind === 'legend').map((legend) => ({ legend, id, locale, dir })),
  ),
);

const texts = (marks: readonly Mark[]): readonly TextMark[] => marks.filter((mark) => mark.type === 'text');

test('legends of every kind: words stand on their plate and clear of one another, on every screen in both directions', () => {
  assert.ok(legends.length > 10);
  for (const { legend, id, locale, dir } of legends) {
    for (const [sizeClass, [width, height]] of Object.entries(SCREENS)) {
      const setting = { ...chartSetting(width, height), sizeClass: sizeClass as 'phone', locale, dir };
      for (const t of [0.01, 0.5, 1]) {
        const marks = marksOf(legend, t, setting);
        const plate = marks.find(({ key }) => key.endsWith('/plate'));
        const what = `${id} in ${locale} on ${sizeClass} at ${t}`;
        assert.ok(plate?.type === 'rect', what);
        const { x, y } = plate;
        const paper = { left: x, right: x + plate.width, top: y, bottom: y + plate.height };
        const boxes = texts(marks).map((mark) => ({ text: mark.text, box: textBox(mark, restContext(setting)) }));
        assert.ok(boxes.length > 0, what);
        for (const [index, { text, box }] of boxes.entries()) {
          assert.ok(box.left >= paper.left && box.right <= paper.right + 1, `${what}: “${text}” is on the plate`);
          assert.ok(box.top >= paper.top - 2 && box.bottom <= paper.bottom + 2, `${what}: “${text}” is on the plate`);
          const other = boxes.slice(index + 1).find((one) => intersects(grow(one.box, -1), grow(box, -1)));
          assert.equal(other?.text, undefined, `${what}: “${text}” stands clear`);
        }
      }
    }
  }
});

test('on a phone a legend of sizes alone is low, too, and says what they are and each of them it has room for', () => {
  const sized = legends.filter(({ legend }) => ['trips', 'ways', 'domes'].includes(legend.id.replace('legend-', '')));
  assert.ok(sized.length >= 6);
  for (const { legend, id, locale, dir } of sized) {
    const { sizes, sign } = legend as typeof legend & {
      readonly sign: string;
      readonly sizes: readonly { readonly text: string }[];
    };
    const marks = marksOf(legend, 1, { ...chartSetting(350, 380), sizeClass: 'phone', locale, dir });
    const plate = marks.find(({ key }) => key.endsWith('/plate'));
    assert.ok(plate?.type === 'rect' && plate.height <= LOW_PX, `${id}: ${plate?.type === 'rect' && plate.height}`);
    const told = sizes.filter(({ text }) => texts(marks).some((mark) => mark.text === text));
    assert.ok(sign === 'line' ? told.length === sizes.length : told.length > 0, `${id}: ${told.length}`);
  }
});

test('on a phone a legend of colours is low, and says all kinds, the date of the slice and what has no data', () => {
  const colours = legends.filter(
    ({ legend }) => !['gauges', 'domes', 'trips', 'ways'].includes(legend.id.replace('legend-', '')),
  );
  assert.ok(colours.length > 10);
  for (const { legend, id, locale, dir } of colours) {
    const told = legend as typeof legend & {
      readonly form: string;
      readonly rows: readonly { readonly text: string; readonly group: number | null }[];
      readonly times: readonly string[];
      readonly shown: readonly number[];
    };
    const marks = marksOf(legend, 1, { ...chartSetting(350, 380), sizeClass: 'phone', locale, dir });
    const plate = marks.find(({ key }) => key.endsWith('/plate'));
    assert.ok(plate?.type === 'rect' && plate.height <= LOW_PX, `${id}: ${plate?.type === 'rect' && plate.height}`);
    const words = texts(marks).map(({ text }) => text);
    const needed = told.rows
      .filter(({ group }) => group === null || told.form === 'categories')
      .map(({ text }) => text);
    const date = told.times[told.shown.at(-1) ?? -1];
    for (const text of [...needed, ...(date === undefined ? [] : [date])])
      assert.ok(words.includes(text), `${id}: ${text}`);
  }
});

test('a legend draws sizes in their own form and as large as on the map, on a phone beside colours, too', () => {
  const sized = legends.filter(({ legend }) =>
    ['gauges', 'domes', 'spikes'].includes(legend.id.replace('legend-', '')),
  );
  assert.ok(sized.length >= 6);
  for (const { legend, id, locale, dir } of sized) {
    const { sizes, shape } = legend as typeof legend & {
      readonly sizes: readonly { readonly px: number; readonly text: string }[];
      readonly shape: 'circle' | 'half-circle' | 'spike';
    };
    for (const [sizeClass, [width, height]] of Object.entries(SCREENS)) {
      const marks = marksOf(legend, 1, {
        ...chartSetting(width, height),
        sizeClass: sizeClass as 'phone',
        locale,
        dir,
      });
      const rings = marks.filter(({ key }) => /ring/.test(key));
      const drawn = rings.map((mark) => {
        if (mark.type === 'circle') return mark.r;
        assert.ok(mark.type === 'path', id);
        const [, px = ''] = (shape === 'spike' ? /l[\d.]+ -([\d.]+)/ : /a([\d.]+) /).exec(mark.d) ?? [];
        return Number(px);
      });
      assert.ok(drawn.length > 0 && rings.every(({ type }) => (type === 'circle') === (shape === 'circle')), id);
      for (const px of drawn)
        assert.ok(
          sizes.some((size) => size.px === px),
          `${id} on ${sizeClass}: ${px}`,
        );
      const words = texts(marks).map(({ text }) => text);
      assert.equal(sizes.filter(({ text }) => words.includes(text)).length, drawn.length, `${id} on ${sizeClass}`);
      const plate = marks.find(({ key }) => key.endsWith('/plate'));
      const isLow = plate?.type === 'rect' && plate.height <= LOW_PX;
      if (sizeClass === 'phone') assert.ok(isLow || id === 'steps', `${id}: ${plate?.type === 'rect' && plate.height}`);
    }
  }
});

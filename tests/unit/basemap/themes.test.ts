import assert from 'node:assert/strict';
import { test } from 'node:test';
import { color } from 'd3';
import {
  cssVariables,
  mixPalette,
  type PaintMood,
  type PaintToken,
  paletteFor,
  type Theme,
  tintNearness,
} from '../../../src/basemap/themes.ts';

function luminance(hex: string): number {
  const { r, g, b } = color(hex)?.rgb() ?? { r: 0, g: 0, b: 0 };
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS: readonly PaintToken[] = ['paper', 'land', 'tint', 'sea', 'abroad'];

/** WCAG ratios of the style sheet: token → one figure for each of `GROUNDS`; null where the pair is forbidden. */
const TABLES: Readonly<Record<Theme, Readonly<Partial<Record<PaintToken, readonly (number | null)[]>>>>> = {
  light: {
    ink: [15.6, 14.9, 12.9, 11.7, 13.5],
    'ink-2': [7.5, 7.1, 6.2, 5.6, 6.5],
    'ink-3': [6.0, 5.7, 5.0, 4.5, 5.2],
    red: [6.1, 5.8, 5.0, 4.6, 5.2],
    hydro: [6.4, 6.0, 5.2, 4.8, 5.5],
    region: [5.7, 5.4, 4.7, null, 4.9],
  },
  dark: {
    ink: [14.8, 13.0, 11.1, 14.5, 14.3],
    'ink-2': [9.2, 8.1, 6.9, 9.0, 8.9],
    'ink-3': [5.9, 5.2, 4.4, 5.8, 5.7],
    red: [6.5, 5.7, 4.9, 6.4, 6.3],
    hydro: [6.8, 6.0, 5.1, 6.7, 6.6],
    region: [6.7, 5.9, 5.0, 6.5, 6.5],
  },
};

for (const theme of ['light', 'dark'] as const) {
  test(`the contrasts of the ${theme} palette are those the design promises`, () => {
    const palette = paletteFor(theme, 'paper');
    for (const [token, figures] of Object.entries(TABLES[theme])) {
      figures.forEach((expected, index) => {
        if (expected === null) return;
        const ground = GROUNDS[index] ?? 'paper';
        const found = contrast(palette[token as PaintToken], palette[ground]);
        assert.ok(Math.abs(found - expected) < 0.11, `${token} on ${ground}: ${found.toFixed(2)}, not ${expected}`);
      });
    }
  });
}

test('text on a darkened map reaches 4.5:1 on every ground it may stand on', () => {
  for (const mood of ['dusk', 'night'] as const) {
    const palette = paletteFor('light', mood);
    for (const token of ['ink', 'ink-2', 'hydro'] as const) {
      for (const ground of GROUNDS) {
        const found = contrast(palette[token], palette[ground]);
        assert.ok(found >= 4.5, `${mood}: ${token} on ${ground} is ${found.toFixed(2)}`);
      }
    }
    assert.ok(contrast(palette.red, palette.paper) >= 4.5, `${mood}: lettering of shields`);
  }
});

test('dusk and night are the same in either theme', () => {
  for (const mood of ['dusk', 'night'] as const) assert.deepEqual(paletteFor('light', mood), paletteFor('dark', mood));
});

const only = (mood: PaintMood) => ({ paper: 0, dusk: 0, night: 0, [mood]: 1 });

test('one mood alone is its own palette, exactly', () => {
  for (const mood of ['paper', 'dusk', 'night'] as const) {
    assert.deepEqual(mixPalette('dark', only(mood)), paletteFor('dark', mood));
  }
});

test('between two moods every colour lies between theirs', () => {
  const [from, to] = [paletteFor('light', 'paper'), paletteFor('light', 'night')];
  const mixed = mixPalette('light', { paper: 0.5, dusk: 0, night: 0.5 });
  for (const token of ['sea', 'land', 'ink'] as const) {
    const values = [from[token], mixed[token], to[token]].map(luminance);
    const [low = 0, , high = 0] = values.toSorted((a, b) => a - b);
    assert.ok((values[1] ?? -1) > low && (values[1] ?? 2) < high, token);
  }
});

test('a tint pales as its region comes to fill the screen, and only the tint changes', () => {
  const far = mixPalette('light', only('paper'), tintNearness(8));
  const near = mixPalette('light', only('paper'), tintNearness(12));
  assert.equal(far.tint, '#F0E1C3');
  assert.equal(near.tint.toLowerCase(), '#f4ebd8');
  assert.deepEqual({ ...near, tint: '' }, { ...far, tint: '' });
});

test('every colour has a CSS variable of its own name', () => {
  const palette = paletteFor('light', 'paper');
  const variables: Readonly<Record<string, string>> = cssVariables(palette);
  for (const [token, value] of Object.entries(palette)) assert.equal(variables[`--map-${token}`], value);
});

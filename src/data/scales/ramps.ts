import type { GroundColor } from '../../story/data/data-layer.ts';
import { THEME_RAMPS } from '../../theme/data-ramps.ts';
import { type Anchors, colorsBetween } from './colors-between.ts';

/** From little to much. */
const SEQUENTIAL = {
  oranges: { light: ['#F5D8AE', '#E9A557', '#C8661F', '#7B2F0C'], dark: ['#5A3C1F', '#9C5A20', '#D98B3D', '#FCD596'] },
  blues: { light: ['#BFD9E5', '#79ADC6', '#35749A', '#123B5E'], dark: ['#29485A', '#397399', '#64A9CE', '#C4E7F7'] },
  greens: { light: ['#D3E2B4', '#95BE7A', '#498A4F', '#1A4F2E'], dark: ['#34492A', '#4B7D48', '#7CB36F', '#D2ECB9'] },
  purples: { light: ['#E0D2E8', '#B195C9', '#78529F', '#41206A'], dark: ['#45365A', '#735398', '#AA8ACB', '#E6D4F5'] },
  reds: { light: ['#F4CFC0', '#E38E78', '#BA4737', '#711818'], dark: ['#5A2C24', '#A1463A', '#D97660', '#FBC8B5'] },
  teals: { light: ['#C8E2DA', '#80BCAD', '#388475', '#104844'], dark: ['#284A43', '#3C796F', '#69AFA0', '#CAEFE5'] },
  greys: { light: ['#DAD4C8', '#A69F93', '#6B645A', '#35302A'], dark: ['#49453D', '#776F64', '#ABA396', '#E8E1D3'] },
} as const satisfies Readonly<Record<string, Anchors>>;

/** From far below the middle to far above it; ends differ in hue that common deficiencies of sight tell apart. */
const DIVERGING = {
  'blue-orange': {
    light: ['#123B5E', '#4F8DB0', '#B5D0DC', '#E4D9C3', '#F0C087', '#D17428', '#7B2F0C'],
    dark: ['#A9DBF3', '#4C93BC', '#2B5168', '#4B463C', '#704718', '#C2762B', '#FCD596'],
  },
  'purple-green': {
    light: ['#41206A', '#8B68B0', '#CDBBDC', '#E4D9C3', '#BBD49C', '#5C9A58', '#1A4F2E'],
    dark: ['#E0CBF3', '#9573BA', '#533F6D', '#4B463C', '#42603A', '#6AA25F', '#D2ECB9'],
  },
  'teal-red': {
    light: ['#104844', '#4D9688', '#AFD5CA', '#E4D9C3', '#EFB7A3', '#C9594A', '#711818'],
    dark: ['#BCEBDF', '#4E978A', '#2C5850', '#4B463C', '#70372D', '#C2604F', '#FBC8B5'],
  },
} as const satisfies Readonly<Record<string, Anchors>>;

/** Told apart by readers with common deficiencies of sight, in this order. */
const CATEGORIES: readonly GroundColor[] = [
  { light: '#BF5518', dark: '#E68A45' },
  { light: '#2B6C94', dark: '#6DB3DA' },
  { light: '#7A8F2C', dark: '#B5C65A' },
  { light: '#7B4F96', dark: '#BC96D6' },
  { light: '#C49A1A', dark: '#EBCB62' },
  { light: '#9E2F57', dark: '#DE7F9F' },
  { light: '#2F8577', dark: '#74C4B4' },
  { light: '#6B6459', dark: '#A79F92' },
];

/** Of areas about which nothing is known. */
export const NO_DATA: GroundColor = { light: '#D6CEBE', dark: '#38342D' };

export const SEQUENTIAL_RAMPS: readonly string[] = [
  ...new Set([...Object.keys(THEME_RAMPS), ...Object.keys(SEQUENTIAL)]),
];
export const DIVERGING_RAMPS: readonly string[] = Object.keys(DIVERGING);
export const RAMPS: readonly string[] = [...SEQUENTIAL_RAMPS, ...DIVERGING_RAMPS];
export const MAX_CATEGORIES = CATEGORIES.length;

/** Where a layer names no ramp: the first of the theme's own, or oranges. */
export const DEFAULT_RAMPS = {
  sequential: Object.keys(THEME_RAMPS)[0] ?? 'oranges',
  diverging: 'blue-orange',
} as const;

const ALL: Readonly<Record<string, Anchors>> = { ...SEQUENTIAL, ...DIVERGING, ...THEME_RAMPS };

/** Colours of a ramp's classes, from the lowest. An unknown name gives oranges. */
export const rampColors = (name: string, count: number): readonly GroundColor[] =>
  colorsBetween(ALL[name] ?? SEQUENTIAL.oranges, count);

/** Colours of an author's own, the same on light and on dark ground. */
export const ownColors = (colors: readonly string[]): readonly GroundColor[] =>
  colors.map((color) => ({ light: color, dark: color }));

/** Colours of kinds without an order; from the ninth on all are grey. */
export const categoryColors = (count: number): readonly GroundColor[] =>
  Array.from({ length: count }, (_, index) => CATEGORIES[Math.min(index, CATEGORIES.length - 1)] ?? NO_DATA);

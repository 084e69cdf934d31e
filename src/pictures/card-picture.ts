import type { StaticMapSize } from './render-static-map.ts';

/** A picture by itself: what a page's style sheet would have said is written into it. */
export interface CardPicture {
  /** `renderStaticMap` of the section, with the drawing it shows. */
  readonly map: string;
  readonly defs: string;
  /** What `mapStyleSheet` gives. */
  readonly styleSheet: string;
  /** Palette of the section's mood, by property. */
  readonly palette: Readonly<Record<string, string>>;
  /** The words at its foot as outlines, and where the highest of them stands; null for a map alone. */
  readonly words: { readonly outlines: string; readonly topPx: number } | null;
}

const VARIABLE = /var\((--[\w-]+)(?:,\s*([^()]*))?\)/g;
/** The map's names are small, and set in the page's typefaces, which a picture cannot bring along; nor the plates of road numbers without them. */
const TEXT = /<text\b[\s\S]*?<\/text>|<rect\b[^>]* rx="3"[^>]*\/>/g;
/** Custom properties, and rules of screens and printers. */
const NOT_FOR_PICTURES = /@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}|--[\w-]+:[^;}]*;/g;

function inlineVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(VARIABLE, (_, name: string, fallback = '') => values[name] ?? fallback);
}

function propertiesOf(map: string): Readonly<Record<string, string>> {
  const style = /^<svg[^>]*style="([^"]*)"/.exec(map)?.[1] ?? '';
  return Object.fromEntries(style.split(';').map((property) => property.split(':') as [string, string]));
}

/** What words stand on: the map goes over into the colour of its paper. */
function renderWords({ outlines, topPx }: NonNullable<CardPicture['words']>): string {
  const stop = (y: number, opacity: number): string =>
    `<stop offset="${y}" stop-color="var(--map-paper)" stop-opacity="${opacity}"/>`;
  const shade = `<linearGradient id="card-shade" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${topPx}" y2="100%">${stop(0, 0)}${stop(0.55, 0.84)}${stop(1, 0.94)}</linearGradient>`;
  const ground = `<rect y="${topPx}" width="100%" height="100%" fill="url(#card-shade)"/>`;
  return `${shade}${ground}<g fill="var(--map-ink)">${outlines}</g>`;
}

/** The words of a card alone, on the shade they stand on. */
export function renderCardWords(
  words: NonNullable<CardPicture['words']>,
  palette: CardPicture['palette'],
  size: StaticMapSize,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${inlineVariables(renderWords(words), palette)}</svg>`;
}

/** The map of a section without its names, as an SVG that needs nothing but itself: no script, no style sheet, no typeface. */
export function renderCardPicture({ map, defs, styleSheet, palette, words }: CardPicture): string {
  const values = { ...palette, ...propertiesOf(map) };
  const style = inlineVariables(styleSheet.replace(NOT_FOR_PICTURES, ''), values);
  const drawing = inlineVariables(defs, values).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const over = words === null ? '' : renderWords(words);
  const body = inlineVariables(map.replace(TEXT, '').replace(/<\/svg>$/, `${over}</svg>`), values);
  return body
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/>/, `><style>${style}</style>${drawing}`);
}

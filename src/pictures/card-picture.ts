/** A picture by itself: what a page's style sheet would have said is written into it. */
export interface CardPicture {
  /** `renderStaticMap` of the section, with the drawing it shows. */
  readonly map: string;
  readonly defs: string;
  /** What `mapStyleSheet` gives. */
  readonly styleSheet: string;
  /** Palette of the section's mood, by property. */
  readonly palette: Readonly<Record<string, string>>;
}

const VARIABLE = /var\((--[\w-]+)(?:,\s*([^()]*))?\)/g;
/** Names are set in the page's typefaces, which a picture cannot bring along; nor the plates of road numbers without them. */
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

/** The map of a section without its names, as an SVG that needs nothing but itself: no script, no style sheet, no typeface. */
export function renderCardPicture({ map, defs, styleSheet, palette }: CardPicture): string {
  const values = { ...palette, ...propertiesOf(map) };
  const style = inlineVariables(styleSheet.replace(NOT_FOR_PICTURES, ''), values);
  const drawing = inlineVariables(defs, values).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  const body = inlineVariables(map.replace(TEXT, ''), values);
  return body
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/>/, `><style>${style}</style>${drawing}`);
}

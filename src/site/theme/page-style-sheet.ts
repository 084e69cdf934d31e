import type { PaintToken, Palette } from '../../theme/tokens.ts';
import type { SiteTheme } from './define-theme.ts';
import { type PageSizes, pageSizeProperties } from './type/page-sizes.ts';

type Property = readonly [name: string, value: string];

const rule = (selector: string, properties: readonly Property[]): string =>
  `${selector} {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;

const media = (query: string, ...rules: readonly string[]): string =>
  `@media ${query} {\n${rules.join('\n').replace(/^(?=.)/gm, '  ')}}\n`;

/** Colours of the page by its names for them; `quiet` is a ground a shade off the paper. */
const PAGE_COLOURS = {
  paper: 'paper',
  ink: 'ink',
  'ink-2': 'ink-2',
  'ink-3': 'ink-3',
  red: 'red',
  rule: 'rule',
  quiet: 'tint-near',
} as const satisfies Readonly<Record<string, PaintToken>>;

type PageColour = keyof typeof PAGE_COLOURS;

function colourProperties(
  palette: Palette,
  names = Object.keys(PAGE_COLOURS) as readonly PageColour[],
): readonly Property[] {
  return names.map((name) => [`--${name}`, palette[PAGE_COLOURS[name]].toLowerCase()]);
}

const TEXT: readonly PageColour[] = ['ink', 'ink-2', 'ink-3', 'red', 'rule'];

const SCREENS = {
  desktop: null,
  tablet: '(max-width: 1099px), (max-height: 559px)',
  landscape: '(max-width: 1099px) and (max-height: 559px)',
  phone: '(max-width: 699px) and (orientation: portrait)',
} as const;

function sizeRules(selector: string, sizes: PageSizes, scale: number): readonly string[] {
  return (Object.keys(SCREENS) as (keyof typeof SCREENS)[]).flatMap((screen) => {
    const properties = pageSizeProperties(sizes[screen], scale);
    if (properties.length === 0) return [];
    const query = SCREENS[screen];
    return [query === null ? rule(selector, properties) : media(query, rule(selector, properties))];
  });
}

/** Text that stands on a darkened map keeps the same ink in either theme. */
function darkenedRules({ palettes: { dusk, night }, darkened }: SiteTheme): readonly string[] {
  const over = ':is(.section, .bar)';
  const text = { ...dusk, ...darkened };
  return [
    rule(`${over}[data-mood="dusk"],\n${over}${over}[data-mood="night"]`, [
      ...colourProperties(text, TEXT),
      ['color', 'var(--ink)'],
    ]),
    rule(`${over}[data-mood="dusk"]`, colourProperties(dusk, ['paper'])),
    rule(`${over}[data-mood="night"]`, colourProperties(night, ['ink', 'paper'])),
  ];
}

/** Dark twice: as the device asks, and as the reader chose. Paper is always light. */
function colourRules({ palettes: { light, dark } }: SiteTheme): readonly string[] {
  const darkColours = colourProperties(dark);
  return [
    rule(':root', colourProperties(light)),
    media('screen and (prefers-color-scheme: dark)', rule(':root:not([data-theme="light"])', darkColours)),
    media('screen', rule(':root[data-theme="dark"]', darkColours)),
  ];
}

const CARD = ':root[data-live] .section[data-layout="column"] .card';
const BOXES = ':root :is(.card, dialog:not([open].section-list), .notice, .picture)';

/** Corners, lines and cards, as far as they are not those of the base style sheets. */
function shapeRules({ shape: { radius, rule: line, card } }: SiteTheme): readonly string[] {
  const shadow = '0 2px 14px color-mix(in srgb, #000 22%, transparent)';
  return [
    ...(radius === 0 ? [] : [rule(BOXES, [['border-radius', `${radius}px`]])]),
    ...(line === 1 || card !== 'ruled' ? [] : [rule(CARD, [['border-width', `${line}px`]])]),
    ...(card === 'ruled' ? [] : [rule(CARD, [['border-color', 'transparent']])]),
    ...(card === 'raised' ? [rule(CARD, [['box-shadow', shadow]])] : []),
  ];
}

/** What every page of a site has from its theme: colours and sizes, as custom properties. */
export function pageStyleSheet(theme: SiteTheme): string {
  const { type } = theme;
  return [
    ...colourRules(theme),
    ...sizeRules(':root', type.page, type.scale),
    ...sizeRules(':root[data-script="arab"]', type.arabicPage, type.scale),
    ...darkenedRules(theme),
    ...shapeRules(theme),
  ].join('\n');
}

const MARGIN_BOXES = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

function marginBox(name: string, { 'ink-2': ink, 'ink-3': line }: Palette): string {
  const isRuled = name.startsWith('top');
  const border: readonly Property[] = isRuled ? [['border-block-end', `0.5pt solid ${line.toLowerCase()}`]] : [];
  return rule(`@${name}`, [...border, ['color', ink.toLowerCase()]]);
}

/** The page of a story and its ledger on paper: white in either theme and every mood. */
export function printStyleSheet({ palettes: { light, print }, type }: SiteTheme): string {
  const map = Object.entries(print).map(([token, hex]) => [`--map-${token}`, hex.toLowerCase()] as const);
  const boxes = MARGIN_BOXES.map((name) => marginBox(name, light));
  // Said on each map too, since the reader paints the story's element while it scrolls.
  const everywhere = ':root:root:root,\n:root:root:root :is([data-mood], .map-svg)';
  const page: readonly Property[] = [
    ...colourProperties(print).filter(([name]) => name !== '--quiet'),
    ['--quiet', print.paper.toLowerCase()],
  ];
  return [
    `@page {\n${boxes.join('\n').replace(/^(?=.)/gm, '  ')}}\n`,
    media('print', rule(everywhere, [...page, ...map, ...pageSizeProperties(type.page.print, 1)])),
  ].join('\n');
}

/** A host page on paper, with the opening of a story in it. */
export const embedPrintStyleSheet = ({ palettes: { print } }: SiteTheme): string =>
  media('print', rule(':root[data-framed] .section[data-opening]', colourProperties(print, ['ink', 'ink-2', 'ink-3'])));

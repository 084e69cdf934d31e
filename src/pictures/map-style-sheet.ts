import type { OwnColors } from '../basemap/story-palettes.ts';
import { cssVariables, type PaletteName } from '../basemap/themes.ts';
import { TONES } from '../marks/mark.ts';
import type { SizeClass } from '../story/layout.ts';
import { DARK, DUSK, LIGHT, NIGHT } from '../theme/palettes.ts';
import { PAINT_TOKENS, type PaintToken, type Palette } from '../theme/tokens.ts';
import { textStyle } from '../typography/text-style.ts';
import { TEXT_ROLES, type TextRole, type TypeScale, type TypeStyle, typeStyle } from '../typography/type-scale.ts';

/** What of a theme the maps of a page are drawn with. */
export interface MapLook {
  readonly palettes: Readonly<Record<'light' | 'dark' | 'dusk' | 'night', Palette>>;
  readonly typeStyle: TypeScale;
}

const SITE_LOOK: MapLook = { palettes: { light: LIGHT, dark: DARK, dusk: DUSK, night: NIGHT }, typeStyle };

const SMALLER: readonly SizeClass[] = ['phone', 'embed'];

/** Colours of a story's own layers, in every mood and theme. */
export function ownStyleSheet(colors: OwnColors): string {
  const told = (name: PaletteName): string =>
    Object.entries(colors[name])
      .map(([token, color]) => `--map-${token}:${color.toLowerCase()}`)
      .join(';');
  return [
    `:root{${told('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${told('dark')}}}`,
    `@media screen{:root[data-theme="dark"]{${told('dark')}}}`,
    `.mood-dusk{${told('dusk')}}.mood-night{${told('night')}}`,
    ...Object.keys(colors.light).map((token) => `.f-${token}{fill:var(--map-${token})}`),
  ].join('');
}

const declarations = (palette: Palette, base?: Palette): string =>
  PAINT_TOKENS.filter((token) => palette[token] !== base?.[token])
    .map((token) => `  --map-${token}: ${cssVariables(palette)[`--map-${token}`].toLowerCase()};`)
    .join('\n');

const rule = (selector: string, body: string): string => `${selector} {\n${body}\n}`;

const indented = (text: string): string => text.replace(/^/gm, '  ');

const media = (query: string, body: string): string => `@media ${query} {\n${indented(body)}\n}`;

/** Dark twice: as the device asks, and as the reader chose. Paper is always light. */
function paletteRules({ palettes }: MapLook): readonly string[] {
  const dark = declarations(palettes.dark);
  return [
    rule(':root', declarations(palettes.light)),
    media('screen and (prefers-color-scheme: dark)', rule(':root:not([data-theme="light"])', dark)),
    media('screen', rule(':root[data-theme="dark"]', dark)),
    rule('.mood-dusk', declarations(palettes.dusk)),
    rule('.mood-night', declarations(palettes.night)),
    // Near means that a tinted region is the whole ground: see `tintNearness`.
    rule('.is-near', '  --map-tint: var(--map-tint-near);'),
  ];
}

function typeDeclarations(style: TypeStyle, base?: TypeStyle): string {
  const lines = [
    style.size !== base?.size && `  font-size: ${style.size}px;`,
    style.weight !== (base?.weight ?? 400) && `  font-weight: ${style.weight};`,
    style.tracking !== (base?.tracking ?? 0) && `  letter-spacing: ${style.tracking}em;`,
    style.italic !== (base?.italic ?? false) && `  font-style: ${style.italic ? 'italic' : 'normal'};`,
  ];
  return lines.filter(Boolean).join('\n');
}

function typeRules({ typeStyle }: MapLook): readonly string[] {
  const wide = TEXT_ROLES.map((role) => rule(`.t-${role}`, typeDeclarations(typeStyle(role, 'desktop'))));
  const smaller = SMALLER.flatMap((sizeClass) =>
    TEXT_ROLES.map((role) => [role, typeDeclarations(typeStyle(role, sizeClass), typeStyle(role, 'desktop'))] as const)
      .filter(([, body]) => body !== '')
      .map(([role, body]) => rule(`.size-${sizeClass} .t-${role}`, body)),
  );
  return [...wide, ...smaller];
}

const SCRIPT_SAMPLES = { '.ar': 'ا', ':not(.ar)': 'a' } as const;

/** Sizes of names in an edition in Arabic script, by selector; of a smaller screen only those that differ from the desktop's. */
function arabicEditionSizes({ typeStyle }: MapLook, sizeClass: SizeClass): readonly (readonly [string, number])[] {
  const sizeOf = (role: TextRole, sample: string, on: SizeClass): number =>
    Math.round(textStyle(role, sample, { sizeClass: on, locale: 'ar' }, typeStyle).size * 10) / 10;
  return TEXT_ROLES.flatMap((role) =>
    Object.entries(SCRIPT_SAMPLES).flatMap(([suffix, sample]) => {
      const size = sizeOf(role, sample, sizeClass);
      const onDesktop = sizeOf(role, sample, 'desktop');
      const isRuled = Math.abs(onDesktop - typeStyle(role, 'desktop').size) > 0.05;
      const inherited = sizeClass === 'desktop' || !isRuled ? typeStyle(role, sizeClass).size : onDesktop;
      return Math.abs(size - inherited) > 0.05 ? [[`.t-${role}${suffix}`, size] as const] : [];
    }),
  );
}

/** In an edition in Arabic script its names come first and larger, Latin ones below them and smaller. */
function arabicEditionRules(look: MapLook): readonly string[] {
  const sized = (selector: string, size: number): string =>
    rule(`[data-script="arab"] ${selector}`, `  font-size: ${size}px;`);
  const small = SMALLER.map((sizeClass) => new Map(arabicEditionSizes(look, sizeClass)));
  const selectors = new Set(small.flatMap((sizes) => [...sizes.keys()]));
  const smaller = [...selectors].flatMap((selector) => {
    const sizes = new Set(small.flatMap((found) => found.get(selector) ?? []));
    return [...sizes].map((size) => {
      const classes = SMALLER.filter((_, index) => small[index]?.get(selector) === size);
      return sized(`:is(${classes.map((name) => `.size-${name}`).join(', ')}) ${selector}`, size);
    });
  });
  return [...arabicEditionSizes(look, 'desktop').map(([selector, size]) => sized(selector, size)), ...smaller];
}

/** A tone is a colour of the palette by the same name. */
const variable = (tone: PaintToken): string => `var(--map-${tone})`;

const toneRules = (): readonly string[] => [
  ...TONES.map((tone) => rule(`.f-${tone}`, `  fill: ${variable(tone)};`)),
  ...TONES.map((tone) => rule(`.s-${tone}`, `  stroke: ${variable(tone)};`)),
  ...TONES.map((tone) => rule(`.h-${tone}`, `  stroke: ${variable(tone)};`)),
  rule('.h-soft', '  stroke: color-mix(in srgb, var(--map-soft) 50%, var(--map-tint));'),
  rule('.f-none', '  fill: none;'),
  rule('[class*=" h-"]', '  paint-order: stroke;\n  stroke-width: 4px;\n  stroke-linejoin: round;'),
  rule('[class*="t-second"][class*=" h-"]', '  stroke-width: 3.5px;'),
];

const GROUND_RULES = [
  rule('.map-drawing', '  position: absolute;'),
  rule(
    '.map-svg',
    '  direction: ltr;\n  font-family: var(--font-names);\n  font-variant-numeric: lining-nums;\n  font-optical-sizing: auto;',
  ),
  rule('.ground > path', '  vector-effect: non-scaling-stroke;'),
  rule('.bm-sea', '  fill: var(--map-sea);'),
  rule('.bm-wash', '  fill: var(--map-land);\n  fill-opacity: var(--o-wash, 0);'),
  rule('.bm-blank', '  fill: var(--map-paper);\n  fill-opacity: var(--o-blank, 0);'),
  rule('.map-svg :is(.ar, .rtl)', '  direction: rtl;'),
  rule('.map-svg :is(.ar, .rtl, .up)', '  font-style: normal;\n  letter-spacing: 0;'),
];

const EDGE = 'drop-shadow(0 0 1px var(--map-paper))';

const QUIET: readonly PaintToken[] = ['ink-2', 'ink-3', 'hydro', 'region'];

/**
 * How marks are set that lie on a satellite picture or a scan, whatever the theme: in the palette that its own darkness calls
 * for, with one ground around all names. For pages of stories that have any.
 */
export function groundStyleSheet({ palettes: { light, night } }: MapLook = SITE_LOOK): string {
  const over = (name: string, what = '.on-picture'): string =>
    `:is(.map-svg.over-${name}, .stage.over-${name} > .annotation-layer) ${what}`;
  const rules = Object.entries({ light, dark: night }).flatMap(([tone, palette]) => [
    // What is quiet on a map would be lost on a picture.
    rule(over(tone), declarations({ ...palette, ...Object.fromEntries(QUIET.map((token) => [token, palette.ink])) })),
    rule(over(tone, '.on-picture[class*=" h-"]'), '  stroke: var(--map-paper);\n  stroke-width: 5px;'),
    // A line of any colour may run over the same in the picture.
    rule(over(tone, 'path.on-picture[class*="s-"]'), `  filter: ${EDGE} ${EDGE};`),
  ]);
  return [...rules, rule(over('busy', '.on-picture[class*=" h-"]'), '  stroke-width: 7px;')].join('\n');
}

/** Colours of marks on a satellite picture or a scan, for a drawing by itself, which knows no variables. */
export const groundToneRules = ({ palettes: { light, night } }: MapLook = SITE_LOOK): string =>
  Object.entries({ light, dark: night })
    .flatMap(([name, palette]) => {
      const colors = cssVariables(palette);
      return TONES.flatMap((tone) => {
        const color = colors[`--map-${QUIET.includes(tone) ? 'ink' : tone}`];
        const on = `.over-${name} .on-picture`;
        return [`${on}.f-${tone}{fill:${color}}`, `${on}.s-${tone}{stroke:${color}}`];
      });
    })
    .join('');

/**
 * The classes marks are drawn with: palette, tones and type, said once for all maps of a page. Pages import them as
 * `virtual:map.css` (`site/plugins/site-theme.ts`).
 */
export function mapStyleSheet(look = SITE_LOOK): string {
  return `${[...paletteRules(look), ...toneRules(), ...typeRules(look), ...arabicEditionRules(look), ...GROUND_RULES].join('\n\n')}\n`;
}

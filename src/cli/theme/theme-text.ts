import { formatHex, interpolate } from 'culori';
import type { Brand, Found } from './read-style-sheet.ts';

/** What stands in for a colour that the style sheet does not say. */
const DEFAULTS = { paper: '#FFFFFF', ink: '#1A1A1A', accent: '#A63A22', water: '#D3DEE3' };

const mixed = (from: string, to: string, share: number): string =>
  formatHex(interpolate([from, to], 'oklch')(share)).toUpperCase();

function line(name: string, found: Found | undefined, otherwise: string): string {
  const remark = found === undefined ? 'not in the style sheet: choose one' : found.said.replace(/\s+/g, ' ');
  return `  ${name}: "${found?.value ?? otherwise}"  # ${remark}\n`;
}

/** The device's own family at the end of a stack. */
const SERIF = /(?<!sans-)\bserif\b/;

const packageOf = (family: string): string =>
  `@fontsource-variable/${family.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

function typeText({ text, display }: Brand['families'], isInstalled: (name: string) => boolean): string {
  const families = new Map(
    [text, display].flatMap((found) => (found === undefined ? [] : [[found.value, found.said]])),
  );
  if (families.size === 0) return '';
  const lines = [...families].flatMap(([family, said]) => {
    const name = packageOf(family);
    const missing = isInstalled(name) ? [] : [`    # npm install --save-exact ${name}, or \`files\` beside this one`];
    return [
      ...missing,
      `    ${JSON.stringify(family)}:`,
      `      package: "${name}"`,
      `      generic: ${SERIF.test(said) ? 'serif' : 'sans-serif'}`,
    ];
  });
  const role = (name: string, found: Found | undefined): readonly string[] =>
    found === undefined ? [] : [`  ${name}: { latn: ${JSON.stringify(found.value)} }`];
  return ['type:', '  typefaces:', ...lines, ...role('text', text), ...role('display', display), ''].join('\n');
}

/** `theme.yaml` for a brand, with a remark on where each colour comes from. */
export function themeText({ colours, families }: Brand, isInstalled: (name: string) => boolean): string {
  const paper = colours.paper?.value ?? DEFAULTS.paper;
  const land = colours.land ?? { value: mixed(paper, '#DDD5C5', 0.12), said: 'a shade off the paper' };
  return [
    '# What all palettes are made from: content/guide/theme.md says how, and what else a theme may say.\ncolours:\n',
    line('paper', colours.paper, DEFAULTS.paper),
    line('ink', colours.ink, DEFAULTS.ink),
    line('accent', colours.accent, DEFAULTS.accent),
    line('land', land, DEFAULTS.paper),
    line('water', colours.water, DEFAULTS.water),
    typeText(families, isInstalled),
  ].join('');
}

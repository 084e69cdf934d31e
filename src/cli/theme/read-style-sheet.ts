import { type CssNode, type Declaration, generate, parse as parseCss, walk } from 'css-tree';
import { formatHex, parse as parseColour } from 'culori';

/** A colour or a family of a style sheet, and the declaration that says it. */
export interface Found {
  readonly value: string;
  readonly said: string;
}

/** What of a brand a style sheet says. */
export interface Brand {
  readonly colours: Readonly<Partial<Record<'paper' | 'ink' | 'accent' | 'land' | 'water', Found>>>;
  /** First families of running text and of headings. */
  readonly families: Readonly<Partial<Record<'text' | 'display', Found>>>;
}

interface Said {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

function textOf({ value }: Declaration): string {
  return (value.type === 'Raw' ? value.value : generate(value as CssNode)).trim();
}

/** Every declaration with the selector of its rule; those of media queries are of another theme or screen. */
function declarationsOf(css: string): readonly Said[] {
  const said: Said[] = [];
  walk(parseCss(css, { parseCustomProperty: false }), {
    visit: 'Declaration',
    enter(node) {
      if (this.rule === null || this.atrule !== null) return;
      said.push({ selector: generate(this.rule.prelude), property: node.property, value: textOf(node) });
    },
  });
  return said;
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g;
/** Properties may be made of others, but not without end. */
const MAX_DEPTH = 8;
const MAX_LENGTH = 2000;

function resolved(value: string, properties: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > MAX_DEPTH || value.length > MAX_LENGTH) return value;
  const next = value.replace(VARIABLE, (_, name: string, other = '') => properties.get(name) ?? other);
  return next === value ? value : resolved(next, properties, depth + 1);
}

/** An opaque colour as six digits; null where the value holds none. */
function colourIn(value: string): string | null {
  const parts = [value, ...value.split(/\s+(?![^(]*\))/)];
  const colour = parts
    .map((part) => parseColour(part))
    .find((found) => found !== undefined && (found.alpha ?? 1) === 1);
  return colour === undefined ? null : formatHex(colour).toUpperCase();
}

/** Where each colour is looked for, the surest place first: a rule's property, or a custom property by its name. */
interface Place {
  readonly selector?: RegExp;
  readonly property: RegExp;
}

const PAGE = /^(:root|html|body)$/;
const PLACES: Readonly<Record<keyof Brand['colours'], readonly Place[]>> = {
  paper: [
    { selector: /^(html|body)$/, property: /^background(-color)?$/ },
    { selector: PAGE, property: /^--.*(paper|background|surface|\bbg\b|-bg$)/ },
  ],
  ink: [
    { selector: /^(html|body)$/, property: /^color$/ },
    { selector: PAGE, property: /^--(?:.*-)?(?:ink|text|foreground|fg|body-color)(?:-|$)/ },
  ],
  accent: [
    { property: /^--(?!.*(bg|background|text|ink|dark|light|hover)).*(accent|primary|brand|highlight)/ },
    { selector: /^a(:link)?$/, property: /^color$/ },
    { property: /^--(?!.*(bg|background|hover)).*link/ },
  ],
  land: [{ property: /^--(?:.*-)?(?:land|ground|sand)(?:-|$)/ }],
  water: [{ property: /^--(?:.*-)?(?:water|sea|ocean)(?:-|$)/ }],
};

type Find = (places: readonly Place[], read: (value: string) => string | null) => Found | undefined;

function finder(said: readonly Said[]): Find {
  const properties = new Map(
    said.filter(({ property }) => property.startsWith('--')).map(({ property, value }) => [property, value]),
  );
  return (places, read) =>
    places
      .flatMap(({ selector, property: wanted }) =>
        said
          .filter(
            (one) => wanted.test(one.property) && one.selector.split(',').some((each) => selector?.test(each) ?? true),
          )
          .map(({ selector: at, property, value }) => ({
            value: read(resolved(value, properties)),
            said: `${at} { ${property}: ${value} }`,
          })),
      )
      .find((found): found is Found => found.value !== null);
}

const GENERIC =
  /^(inherit|initial|unset|system-ui|-apple-system|blinkmacsystemfont|ui-\w+|serif|sans-serif|monospace|arial|helvetica.*|georgia|times.*|verdana)$/i;

/** The first family of a stack that is not the device's own. */
function familyIn(value: string): string | null {
  const families = value.split(',').map((family) => family.trim().replace(/^["']|["']$/g, ''));
  return families.find((family) => family !== '' && !GENERIC.test(family)) ?? null;
}

/** Reads colours and families out of an existing style sheet. Throws nothing: what cannot be read is not found. */
export function readStyleSheet(css: string): Brand {
  const find = finder(declarationsOf(css));
  const colours = Object.entries(PLACES).map(([seed, places]) => [seed, find(places, colourIn)] as const);
  const families = [
    ['text', find([{ selector: PAGE, property: /^font-family$/ }], familyIn)],
    ['display', find([{ selector: /^h[12]$/, property: /^font-family$/ }], familyIn)],
  ] as const;
  const present = (entries: readonly (readonly [string, Found | undefined])[]) =>
    Object.fromEntries(entries.filter(([, found]) => found !== undefined));
  return { colours: present(colours), families: present(families) };
}

/** What authors may write in the text of a section besides Markdown. */
export const MDX_COMPONENTS: readonly string[] = ['Fact', 'Numeral', 'Quote'];

/** A component as it stands in the text. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where it starts in the text. */
  readonly index: number;
}

export interface BodyScan {
  readonly components: readonly Component[];
  /** The text with all that readers do not read as prose blanked out, so that positions stay true. */
  readonly prose: string;
  /** The same, with what stands inside `<Fact>` blanked out too: the ledger answers for that. */
  readonly unsourced: string;
}

const NOT_PROSE = [
  /```[\s\S]*?```/g,
  /`[^`\n]*`/g,
  /\{\/\*[\s\S]*?\*\/\}/g,
  /^(?:import|export)\s.*$/gm,
  /\]\([^)]*\)/g,
] as const;

const TAG = /<([A-Za-z][\w.-]*)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*(\/?)>/g;
const CLOSING = /<\/[A-Za-z][\w.-]*\s*>/g;
const ATTRIBUTE = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{["'`]?([^}]*?)["'`]?\}))?/g;
const FACT = /<Fact\b[^>]*?(?<!\/)>[\s\S]*?<\/Fact\s*>/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(
    found.map(([, name = '', double, single, braces]) => [name, double ?? single ?? braces ?? '']),
  );
}

/** Words of a text as a reader counts them. */
export function countWords(prose: string): number {
  return prose.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Finds the components and the prose of an MDX text. Reads no more of MDX than that; Astro compiles it. */
export function scanBody(body: string): BodyScan {
  const text = NOT_PROSE.reduce((rest, pattern) => rest.replace(pattern, blank), body);
  const components = [...text.matchAll(TAG)]
    .filter(([, name = '']) => /^[A-Z]/.test(name))
    .map(({ 1: name = '', 2: attributes = '', index }) => ({ name, attributes: attributesOf(attributes), index }));
  const withoutTags = (part: string) => part.replace(TAG, blank).replace(CLOSING, blank);
  return { components, prose: withoutTags(text), unsourced: withoutTags(text.replace(FACT, blank)) };
}

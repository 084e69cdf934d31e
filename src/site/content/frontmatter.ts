const FRONTMATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** An MDX file in its two parts. */
export interface SplitFile {
  /** What stands between the two lines of `---`. */
  readonly frontmatter: string;
  /** All before the text below it, the lines of `---` too. */
  readonly head: string;
  readonly body: string;
}

/** A text with the line ends that everything here goes by, as long as it was: old editors end lines with CR alone. */
export const withLineEnds = (text: string): string => text.replace(/\r(?!\n)/g, '\n');

/** Null where the file does not begin with frontmatter. */
export function splitFrontmatter(text: string): SplitFile | null {
  const match = text.startsWith('---') ? FRONTMATTER.exec(text) : null;
  if (match === null) return null;
  const [head, frontmatter = ''] = match;
  return { frontmatter, head, body: text.slice(head.length) };
}

/**
 * An MDX file without what its frontmatter says, every line in its place. The builder would read it once more, with another
 * reader of YAML than the one that everything else here goes by.
 */
export function withoutFrontmatter(text: string): string {
  const own = withLineEnds(text.replace(/^\ufeff/, ''));
  const split = splitFrontmatter(own);
  return split === null ? own : `---\n${split.frontmatter.replace(/[^\n]/g, '')}---\n${split.body}`;
}

import { mdxToMdast } from 'satteri';

/** An attribute of an element as its author wrote it; without a name it is what `{...}` spreads. */
export interface TextAttribute {
  readonly name: string | null;
  /** A text, code between braces, or null where the attribute stands alone. */
  readonly value: string | { readonly code: string } | null;
}

/** A node of a section's text: Markdown's (mdast) with the elements, expressions and modules of MDX. */
export interface TextNode {
  readonly type: string;
  /** Where it starts and ends in the text. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly TextNode[];
  /** Of an element; null for `<>`. */
  readonly name: string | null;
  readonly attributes: readonly TextAttribute[];
  /** Of a text or an expression. */
  readonly value: string;
  /** Of a link, a picture or a definition. */
  readonly url: string;
  readonly alt: string;
  /** Of a footnote or a reference. */
  readonly identifier: string;
}

/** Why a text cannot be read as MDX. */
export interface TextFault {
  /** The parser's own words. */
  readonly message: string;
  /** Where in the text, in UTF-16 units. */
  readonly index: number;
}

export type TextReading = { readonly root: TextNode; readonly fault: null } | { readonly fault: TextFault };

interface ParsedAttribute {
  readonly type: string;
  readonly name?: string;
  readonly value?: string | { readonly value: string } | null;
}

interface ParsedNode {
  readonly type: string;
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  readonly children?: readonly ParsedNode[];
  readonly attributes?: readonly ParsedAttribute[];
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly alt?: string | null;
  readonly identifier?: string;
}

function attributeOf({ type, name = '', value = null }: ParsedAttribute): TextAttribute {
  if (type === 'mdxJsxExpressionAttribute') return { name: null, value: { code: String(value) } };
  return { name, value: value !== null && typeof value === 'object' ? { code: value.value } : value };
}

function nodeOf({ type, position, children = [], attributes = [], name = null, ...rest }: ParsedNode): TextNode {
  const { value = '', url = '', alt, identifier = '' } = rest;
  return {
    type,
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
    children: children.map(nodeOf),
    name,
    attributes: attributes.map(attributeOf),
    value,
    url,
    alt: alt ?? '',
    identifier,
  };
}

const FAULT = /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx[\w-]*:[\w-]+\))?$/;

function faultOf(text: string, error: unknown): TextFault {
  const told = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', message = told] = FAULT.exec(told) ?? [];
  const before = text.split('\n').slice(0, Number(line) - 1);
  const index = before.reduce((sum, part) => sum + part.length + 1, 0) + Number(column) - 1;
  return { message, index: Math.min(index, text.length) };
}

/** What the build compiles texts with: see `site/content/text-compiler.ts`. */
export const TEXT_FEATURES = { gfm: true, smartPunctuation: true } as const;

/** Reads a text with the parser that the build compiles it with. */
export function readText(text: string): TextReading {
  try {
    return { root: nodeOf(mdxToMdast(text, { features: TEXT_FEATURES }) as unknown as ParsedNode), fault: null };
  } catch (error) {
    return { fault: faultOf(text, error) };
  }
}

/** A node and everything in it, outer before inner. */
export function nodesIn(node: TextNode): readonly TextNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

/** All nodes of a text, or none where it cannot be read. */
export function nodesOfText(text: string): readonly TextNode[] {
  const reading = readText(text);
  return reading.fault === null ? nodesIn(reading.root) : [];
}

export const isElement = ({ type }: TextNode): boolean => type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';

export const isExpression = ({ type }: TextNode): boolean =>
  type === 'mdxFlowExpression' || type === 'mdxTextExpression';

import { whereInBody } from '../../files/fields.ts';
import { suggestName } from '../../files/nearest.ts';
import type { MdxFile, StoryFiles } from '../../files/story-files.ts';
import { isComment, isLiteralCode, literalText } from '../../prose/literal.ts';
import { MDX_COMPONENTS } from '../../prose/mdx-body.ts';
import { FOREIGN_ELEMENTS, REFUSED_ELEMENTS, refusesAttribute, TEXT_ELEMENTS } from '../../prose/page-elements.ts';
import {
  isElement,
  isExpression,
  nodesIn,
  readText,
  type TextAttribute,
  type TextNode,
} from '../../prose/text-tree.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';
import { cureFor } from '../diagnostics/text-cures.ts';

type At = (node: TextNode) => Where;

const LONGEST = 40;
const shown = (code: string): string => {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

function checkCode(node: TextNode, where: Where): readonly Problem[] {
  if (node.type === 'mdxjsEsm') {
    const cure = 'Take it out: nothing can be imported into a story. A word at the head of a line may stand elsewhere.';
    return [buildProblem('CodeInText', where, { code: shown(node.value), cure })];
  }
  if (!isExpression(node) || isComment(node.value) || literalText(node.value) !== null) return [];
  const code = `{${shown(node.value)}}`;
  return [buildProblem('CodeInText', where, { code, cure: 'Write `\\{` where a brace is meant.' })];
}

/** What `MDX_COMPONENTS` take; the other attributes of theirs would be lost. */
const COMPONENT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Fact: ['id', 'bare', 'sentence'],
  Numeral: ['fact'],
  Quote: ['by', 'source'],
  Figure: ['src'],
  Gallery: ['of'],
  Video: ['src'],
  Audio: ['src'],
  Compare: ['before', 'after'],
  Embed: ['href', 'title', 'picture', 'frame', 'credit'],
};

function checkAttribute({ name: element }: TextNode, { name, value }: TextAttribute, where: Where): readonly Problem[] {
  if (name === null || (value !== null && typeof value === 'object' && !isLiteralCode(value.code))) {
    const code = `{${shown(value === null || typeof value === 'string' ? '' : value.code)}}`;
    return [buildProblem('CodeInText', where, { code, cure: 'Write the value itself, in quotation marks.' })];
  }
  const own = COMPONENT_ATTRIBUTES[element ?? ''];
  if (own !== undefined && !own.includes(name)) {
    const field = `<${element} ${name}>`;
    return [buildProblem('UnknownField', { ...where, field }, { name, suggestion: suggestName(name, own) })];
  }
  if (!refusesAttribute(name)) return [];
  const why = 'an attribute that would be run or read by a program, and the page runs none but its own';
  return [
    buildProblem('BlockedElement', where, { what: `\`${name}\` on \`<${element}>\``, why, cure: 'Take it out.' }),
  ];
}

/** Every name an element may have, with components first: they are what is meant most often. */
const ALL_NAMES: readonly string[] = [...MDX_COMPONENTS, ...TEXT_ELEMENTS];

function checkName(
  node: TextNode,
  parents: readonly string[],
  where: Where,
  own: readonly string[],
): readonly Problem[] {
  const { name } = node;
  if (name === null || MDX_COMPONENTS.includes(name) || own.includes(name)) return [];
  const refusal = REFUSED_ELEMENTS.get(name.toLowerCase());
  if (refusal !== undefined) return [buildProblem('BlockedElement', where, { what: `\`<${name}>\``, ...refusal })];
  if (parents.some((parent) => FOREIGN_ELEMENTS.has(parent)) && /^[a-z][a-zA-Z]*$/.test(name)) return [];
  if (name === 'source' && parents.at(-1) !== 'picture') {
    return [buildProblem('BlockedElement', where, { what: '`<source>`', ...sourceRefusal() })];
  }
  if (TEXT_ELEMENTS.has(name)) return [];
  return [
    buildProblem('UnknownComponent', where, { name, suggestion: suggestName(name, [...own, ...namesNear(name)]) }),
  ];
}

const sourceRefusal = () => ({ why: 'a source that belongs to no picture', cure: 'Put it into a `<picture>`.' });

/** Short names of elements are near to any other short one: only a word is likely to be meant for one. */
const namesNear = (name: string): readonly string[] => (/^[A-Z]/.test(name) ? MDX_COMPONENTS : ALL_NAMES);

function checkNode(
  node: TextNode,
  parents: readonly string[],
  at: At,
  ownNames: readonly string[],
): readonly Problem[] {
  const where = at(node);
  const own = isElement(node)
    ? [
        ...checkName(node, parents, where, ownNames),
        ...node.attributes.flatMap((attribute) => checkAttribute(node, attribute, where)),
      ]
    : checkCode(node, where);
  const within = isElement(node) && node.name !== null ? [...parents, node.name] : parents;
  return [...own, ...node.children.flatMap((child) => checkNode(child, within, at, ownNames))];
}

/**
 * Parts of footnotes and links that the parser left in the text, for want of what they refer to. An address that is taken for
 * a link of its own ends the text before it.
 */
const LEFT_OVER: readonly (readonly [pattern: RegExp, why: string, cure: string])[] = [
  [/(?<!\\)\[\^[^\]\s]+\](?!:)/g, 'no footnote has this name', 'Write the note on a line of its own: `[^name]: …`.'],
  [
    /(?<!\\)!?\[[^\]\n]*\]\((?:[^)\n]*\)|$)/g,
    'its address has a space or a bracket in it',
    'Write `[words](<the address>)`.',
  ],
  [/(?<!\\)\[[^\]\n]+\]\[[^\]\n]+\]/g, 'no address has this name', 'Write the address itself: `[words](https://…)`.'],
];

function checkLeftOver(root: TextNode, text: string, at: (index: number) => Where): readonly Problem[] {
  const nodes = nodesIn(root);
  const texts = nodes.filter(({ type }) => type === 'text');
  const dead = texts.flatMap(({ start, end }) =>
    LEFT_OVER.flatMap(([pattern, why, cure]) =>
      [...text.slice(start, end).matchAll(pattern)].map(({ 0: url, index }) =>
        buildProblem('DeadLink', at(start + index), { url, why, cure }),
      ),
    ),
  );
  const referred = new Set(nodes.flatMap(({ type, identifier }) => (type === 'footnoteReference' ? [identifier] : [])));
  const unused = nodes.filter(({ type, identifier }) => type === 'footnoteDefinition' && !referred.has(identifier));
  const cure = 'Refer to it where it belongs, or take it out: as it is, nobody would read it.';
  return [
    ...dead,
    ...unused.map(({ start, identifier }) =>
      buildProblem('DeadLink', at(start), { url: `[^${identifier}]:`, why: 'no text refers to this footnote', cure }),
    ),
  ];
}

function checkOne({ file }: MdxFile, { raw, known }: StoryFiles): readonly Problem[] {
  const at = (index: number): Where => whereInBody(raw, file, index);
  const reading = readText(file.body);
  if (reading.fault !== null) {
    return [buildProblem('MalformedMdx', at(reading.fault.index), cureFor(file.body, reading.fault))];
  }
  const own = known.flatMap(({ role }) => (role.role === 'component' ? [role.name] : []));
  return [...checkNode(reading.root, [], ({ start }) => at(start), own), ...checkLeftOver(reading.root, file.body, at)];
}

/** What a text holds besides words: whether it can be read, and whether a page shows all that is in it. */
export function checkText(files: StoryFiles): readonly Problem[] {
  return files.mdx.flatMap((section) => checkOne(section, files));
}

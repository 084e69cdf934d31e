import { type CssNode, generate, ident, type List, type ListItem, parse, walk } from 'css-tree';

/** A part of a style sheet that would fetch something, in the author's own signs. */
type Tell = (what: string) => void;

/** Functions of CSS that may take the address of a file, by the names that are written in small letters. */
const LOADING = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade']);
/** Rules of a style sheet that hold styles and no files. */
const RULES = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes', 'layer', 'container', 'property']);
const INSIDE = /^\s*(?:#|data:(?:image\/(?:png|jpeg|webp|gif|avif)|font\/|application\/(?:x-)?font))/i;

const nameOf = (name: string): string => ident.decode(name).toLowerCase();

/** Whether part of it asks for a file, however its name is written; what cannot be read might. */
function isLoading(node: CssNode): boolean {
  let found = false;
  walk(node, (part) => {
    if (part.type === 'Url') found ||= !INSIDE.test(part.value);
    else if (part.type === 'Function') found ||= LOADING.has(nameOf(part.name));
    else if (part.type === 'Raw') found ||= part.value.trim() !== '';
  });
  return found;
}

const isForeignRule = (node: CssNode): boolean =>
  node.type === 'Raw' || (node.type === 'Atrule' && !RULES.has(nameOf(node.name)) && nameOf(node.name) !== 'font-face');

function without(tree: CssNode, tell: Tell): string {
  walk(tree, {
    enter(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      const isGone = isForeignRule(node) || (node.type === 'Declaration' && isLoading(node));
      if (!isGone || !list) return;
      const text = generate(node).trim();
      if (text !== '') tell(text.slice(0, 60));
      list.remove(item);
    },
  });
  return generate(tree);
}

const OPTIONS = { parseCustomProperty: true, onParseError: () => {} } as const;

/** A style sheet without what would fetch a file: the rule or declaration that has it goes as a whole. */
export const cleanSheet = (css: string, tell: Tell): string =>
  without(parse(css, { ...OPTIONS, context: 'stylesheet' }), tell);

/** The same for what stands in an attribute `style`. */
export const cleanStyle = (css: string, tell: Tell): string =>
  without(parse(css, { ...OPTIONS, context: 'declarationList' }), tell);

/** Whether the value of a property, in an attribute of its own, would fetch a file, or cannot be read. */
export function isLoadingValue(value: string): boolean {
  // Nothing is called without one; most attributes are not of CSS.
  if (!value.includes('(')) return false;
  try {
    return isLoading(parse(value, { ...OPTIONS, context: 'value' }));
  } catch {
    return true;
  }
}

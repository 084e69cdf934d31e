import { type CustomPlugin, optimize } from 'svgo';
import { cleanSheet, cleanStyle, isLoadingValue } from './clean-css.ts';

/** A drawing without what acts or asks. */
export interface CleanSvg {
  readonly svg: string;
  /** What was taken out, as an author would call it. */
  readonly removed: readonly string[];
}

const FORBIDDEN = new Set([
  'script',
  'foreignObject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
  'a',
]);
const ADDRESSES = new Set(['href', 'src']);
const ELSEWHERE = /^\s*(?!#|data:image\/(png|jpeg|webp|gif|avif);)\S/i;
/** Attributes whose words are no style, whatever stands in them; the addresses among them are looked at as such. */
const NO_STYLE = /^(?:id|class|title)$|^(?:aria|data)-|:/;

/** A name without the prefix of its namespace, which a file may choose as it likes. */
const localName = (name: string): string => name.replace(/^.*:/, '');

/** Elements that lead out of the drawing keep what is in them. */
const isLink = (name: string): boolean => localName(name) === 'a';

const isActive = (name: string, value: string): boolean =>
  /^on/i.test(name) ||
  // Another place to count all addresses from.
  name === 'xml:base' ||
  /^\s*(javascript|vbscript):/i.test(value) ||
  (ADDRESSES.has(localName(name)) && ELSEWHERE.test(value));

/** An animation that changes an address would bring back what is taken out of the address itself. */
const isForbidden = (name: string, { attributeName = '' }: Readonly<Record<string, string>>): boolean =>
  FORBIDDEN.has(localName(name)) || ADDRESSES.has(localName(attributeName));

type Tell = (what: string) => void;

function cleanAttributes(attributes: Record<string, string>, tell: Tell): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (isActive(name, value) || (name !== 'style' && !NO_STYLE.test(name) && isLoadingValue(value))) {
      tell(`${name}="${value.slice(0, 40)}"`);
      delete attributes[name];
    } else if (name === 'style') attributes[name] = cleanStyle(value, tell);
  }
}

function cleaner(tell: Tell): CustomPlugin {
  const style = (node: { value: string }, parent: object): void => {
    if ('name' in parent && localName(String(parent.name)) === 'style') node.value = cleanSheet(node.value, tell);
  };
  return {
    name: 'clean',
    fn: () => ({
      element: {
        enter(node, parent) {
          if (!isForbidden(node.name, node.attributes)) return cleanAttributes(node.attributes, tell);
          tell(`<${node.name}>`);
          const kept = isLink(node.name) ? node.children : [];
          parent.children = parent.children.flatMap((child) => (child === node ? kept : [child]));
        },
      },
      // Style sheets of other files are named before the drawing begins.
      instruction: {
        enter(node, parent) {
          if (node.name !== 'xml') tell(`<?${node.name}?>`);
          parent.children = parent.children.filter((child) => child !== node);
        },
      },
      text: { enter: style },
      cdata: { enter: style },
    }),
  };
}

/**
 * Takes scripts, frames and addresses of other files out of a drawing, and all that only its editor reads.
 * @throws where it is no SVG
 */
export function cleanSvg(svg: string): CleanSvg {
  const removed = new Set<string>();
  const tell: Tell = (what) => void removed.add(`\`${what}\``);
  // Twice, since what stood within a link has come to stand where it has been looked at already.
  const once = optimize(svg, { plugins: ['removeDoctype', 'removeComments', cleaner(tell)] });
  const { data } = optimize(once.data, {
    plugins: [{ name: 'preset-default', params: { overrides: { cleanupIds: false } } }, 'removeScripts', cleaner(tell)],
  });
  return { svg: data, removed: [...removed] };
}

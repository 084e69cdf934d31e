import type { Field } from '../../input/field.ts';

/** The nodes and resources of an ArcGIS StoryMap, each read once. */
export interface StoryNodes {
  readonly nodeOf: (id: string) => Field | null;
  /** What a resource says of itself. */
  readonly resourceOf: (id: string) => Field | null;
  readonly childrenOf: (node: Field) => readonly Field[];
}

export function createNodes(root: Field): StoryNodes {
  const [nodes, resources] = [root.at('nodes'), root.at('resources')];
  const existing = (field: Field): Field | null => (field.isObject ? field : null);
  const visited = new Set<string>();
  const nodeOf = (id: string): Field | null => {
    // A node that is its own descendant would be told for ever.
    if (visited.has(id)) return null;
    visited.add(id);
    const node = existing(nodes.at(id));
    node?.at('type').kept('what it is');
    return node;
  };
  return {
    nodeOf,
    resourceOf: (id) => existing(resources.at(id)),
    childrenOf: (node) => {
      const children = node.at('children');
      children.kept('their order');
      return children.items.flatMap(({ text }) => nodeOf(text) ?? []);
    },
  };
}

import { Document, isScalar, visit } from 'yaml';

/** Plain data as YAML. Points and bounds stand on one line, as authors write them. */
export function inYaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, node) {
      node.flow = node.items.every(isScalar);
    },
  });
  return document.toString({ lineWidth: 0 });
}

export const mdxFile = (frontmatter: object, body: string): string =>
  `---\n${inYaml(frontmatter)}---\n${body === '' ? '' : `\n${body}\n`}`;

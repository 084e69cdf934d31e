import { parseAst } from 'vite';

/** Of a definition: what only authors and the build need. */
const FIELDS = new Set(['summary', 'schema', 'describe', 'example']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function nodesIn(node: Node): readonly Node[] {
  const inner = Object.values(node).flat().filter(isNode);
  return [node, ...inner.flatMap(nodesIn)];
}

const nameOf = (node: unknown): unknown => (isNode(node) ? node['name'] : undefined);

/** The properties of `defineAnnotation({…})` that readers' scripts do not need, with the comma after each. */
function fieldsOf(call: Node, code: string): readonly Node[] {
  const [definition] = call['arguments'] as readonly Node[];
  const properties = (definition?.['properties'] ?? []) as readonly Node[];
  return properties
    .filter(({ key }) => FIELDS.has(String(nameOf(key))))
    .map((property) => ({ ...property, end: code[property.end] === ',' ? property.end + 1 : property.end }));
}

const isSchema = (node: Node): boolean =>
  node.type === 'VariableDeclaration' &&
  (node['declarations'] as readonly Node[]).some(({ id }) => /^schema$/.test(String(nameOf(id))));

/** Takes out of a kind's module what only authors and the build need: Zod and the tables' words go with it. */
export function withoutAuthorsFields(code: string): string {
  const program = parseAst(code) as unknown as Node;
  const calls = nodesIn(program).filter(
    (node) => node.type === 'CallExpression' && nameOf(node['callee']) === 'defineAnnotation',
  );
  if (calls.length === 0) return code;
  const top = (program['body'] as readonly Node[]).flatMap((node) =>
    node.type === 'ExportNamedDeclaration' && isNode(node['declaration'])
      ? [{ ...node, inner: node['declaration'] }]
      : [{ ...node, inner: node }],
  );
  const schemas = top.filter(({ inner }) => isSchema(inner as Node));
  const cuts = [...calls.flatMap((call) => fieldsOf(call, code)), ...schemas].sort((a, b) => b.start - a.start);
  return cuts.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

interface TransformContext {
  readonly environment: { readonly name: string; readonly mode: string };
}

/** A Vite plugin: `withoutAuthorsFields` for the reader's scripts in a build. */
export function authorsFields() {
  return {
    name: 'authors-fields',
    transform(
      this: TransformContext,
      code: string,
      id: string,
    ): { code: string; map: null; moduleSideEffects?: false } | undefined {
      const isKind = /\/src\/(annotations|charts)\//.test(id);
      if (!isKind || this.environment.name !== 'client' || this.environment.mode !== 'build') return undefined;
      // A schema in a file of its own goes when nobody asks for it.
      return {
        code: withoutAuthorsFields(code),
        map: null,
        ...(/-schema\.ts$/.test(id) ? { moduleSideEffects: false } : {}),
      };
    },
  };
}

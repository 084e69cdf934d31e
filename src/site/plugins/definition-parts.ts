import { parseAst } from 'vite';

/** Of a definition: what only authors and the build need. */
const AUTHORS = ['summary', 'schema', 'bind', 'describe', 'example', 'isToScale'];

/** What else the page's own thread, which draws, and the worker, which places, can do without. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  draw: [...AUTHORS, 'place', 'names', 'subject', 'background'],
  place: [...AUTHORS, 'draw'],
};

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

const nameOf = (node: unknown): string => String(isNode(node) ? node['name'] : undefined);

/** The properties of `defineAnnotation({…})` to leave out, each with the comma after it. */
function propertiesOf(call: Node, names: readonly string[], code: string): readonly Node[] {
  const [definition] = call['arguments'] as readonly Node[];
  const properties = (definition?.['properties'] ?? []) as readonly Node[];
  return properties
    .filter(({ key }) => names.includes(nameOf(key)))
    .map((property) => ({ ...property, end: code[property.end] === ',' ? property.end + 1 : property.end }));
}

const isSchema = ({ type, ...node }: Node): boolean =>
  type === 'VariableDeclaration' && (node['declarations'] as readonly Node[]).some(({ id }) => nameOf(id) === 'schema');

/** Names a top-level statement brings: of an import its own names here, of a declaration what it declares. */
function namesBrought(statement: Node): readonly string[] {
  const declarations = [statement, ...((statement['declarations'] ?? []) as readonly Node[])];
  const specifiers = ((statement['specifiers'] ?? []) as readonly Node[]).map(({ local }) => local);
  return [...declarations.map(({ id }) => id), ...specifiers].filter(isNode).flatMap(nodesIn).map(nameOf);
}

/** Top-level statements that no export of the module comes to need. */
function unusedStatements(code: string): readonly Node[] {
  const statements = (parseAst(code, { lang: 'ts' }) as unknown as Node)['body'] as readonly Node[];
  const isKept = ({ type }: Node): boolean => type.startsWith('Export') || type === 'ExpressionStatement';
  const used = new Set(statements.filter(isKept));
  // A set that grows is walked to its end.
  for (const statement of used) {
    const needed = new Set(nodesIn(statement).map(nameOf));
    for (const other of statements) if (namesBrought(other).some((name) => needed.has(name))) used.add(other);
  }
  return statements.filter((statement) => !used.has(statement));
}

function without(code: string, cuts: readonly Node[]): string {
  const fromTheEnd = cuts.toSorted((a, b) => b.start - a.start);
  return fromTheEnd.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

/**
 * A kind's module with a part of its definition only, without its top-level constant `schema` and without what only the
 * other parts use, imports too: placement on the page's thread, Zod and tables for any reader.
 * @param part what the definition is for, `draw` or `place`
 */
export function definitionPart(code: string, part: string): string {
  const program = parseAst(code, { lang: 'ts' }) as unknown as Node;
  const calls = nodesIn(program).filter(
    (node) => node.type === 'CallExpression' && nameOf(node['callee']) === 'defineAnnotation',
  );
  const schemas = (program['body'] as readonly Node[]).filter(isSchema);
  const left = calls.flatMap((call) => propertiesOf(call, LEFT_OUT[part] ?? AUTHORS, code));
  const rest = without(code, [...left, ...(calls.length > 0 ? schemas : [])]);
  return calls.length > 0 ? without(rest, unusedStatements(rest)) : rest;
}

/** Whether a module is a list of definitions, or one that a list names. */
const isDefinition = (id: string, importer: string): boolean =>
  LISTS.test(id) ||
  (LISTS.test(importer) && /\/src\/(annotations|charts)\//.test(id) && !/\/(define|more-kinds)\.ts$/.test(id));

interface Context {
  readonly environment: { readonly name: string; readonly mode: string };
  resolve(id: string, importer?: string, options?: { skipSelf: boolean }): Promise<{ readonly id: string } | null>;
}

/** Modules that do nothing when they load, which tests/unit/architecture.test.ts holds: what nobody uses need not come along. */
const PURE =
  /(\/content\/stories\/[^/]+\/(annotations|charts)\/|\/src\/(story|content|geo|typography|i18n|marks|labels|annotations|charts|basemap|pictures)\/)[^?]*\.ts(\?part=\w+)?$/;

const PART = /\?part=(\w+)$/;

/** Lists of definitions, which are asked for in parts. */
const LISTS = /\/src\/(annotations\/registry|charts\/table-charts\/table-charts)\.ts/;
/** Of these the registry has none here: what uses them comes with the stories that have them. */
const FETCHED = /\/src\/charts\/table-charts\/table-charts\.ts$/;
// In a folder whose modules page and worker may share: see vite-settings.ts.
const NONE = '\0/src/charts/no-kinds';

const USERS: readonly (readonly [part: string, user: RegExp])[] = [
  ['draw', /\/src\/(annotations\/drawing|reader\/kinds\/drawn-kinds)\.ts$/],
  ['place', /\/src\/(annotations\/placing|reader\/kinds\/placed-kinds)\.ts$/],
];

/** Which part of the definitions a module asks the lists of them for. */
function partFor(importer: string): string | undefined {
  const asked = USERS.find(([, user]) => user.test(importer))?.[0];
  return asked ?? (LISTS.test(importer) ? PART.exec(importer)?.[1] : undefined);
}

/** A Vite plugin: in a build the reader's threads get the part of each definition that they use. */
export function definitionParts() {
  return {
    name: 'definition-parts',
    apply: 'build' as const,
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { readonly name: string }): boolean => name === 'client',
    async resolveId(this: Context, id: string, importer = ''): Promise<string | undefined> {
      const part = partFor(importer);
      if (part === undefined && !PART.test(importer)) return undefined;
      const found = await this.resolve(id, importer.replace(PART, ''), { skipSelf: true });
      if (found && FETCHED.test(found.id) && importer.includes('/annotations/registry.ts')) return NONE;
      return found && part !== undefined && isDefinition(found.id, importer) ? `${found.id}?part=${part}` : found?.id;
    },
    load: (id: string): string | undefined => (id === NONE ? 'export const TABLE_CHARTS = [];' : undefined),
    transform(code: string, id: string): { code: string; map: null; moduleSideEffects: false } | undefined {
      if (!PURE.test(id)) return undefined;
      const part = PART.exec(id)?.[1];
      return { code: part === undefined ? code : definitionPart(code, part), map: null, moduleSideEffects: false };
    },
  };
}

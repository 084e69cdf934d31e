import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Where the code of a unit runs: an `.astro` file is two units, its frontmatter (build) and its `<script>`s (browser). */
export type UnitContext = 'module' | 'frontmatter' | 'script';

export interface SourceUnit {
  /** Below `src/`, with slashes. */
  readonly path: string;
  readonly context: UnitContext;
  readonly text: string;
}

export interface SourceImport {
  readonly specifier: string;
  /** Names taken from the module; `*` for a namespace, `default` for a default import. Empty where only run. */
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
}

const CODE = /\.(ts|mjs|js|astro)$/;

/** Splits an `.astro` file; any other file is one unit. */
export function unitsOf(path: string, text: string): readonly SourceUnit[] {
  if (!path.endsWith('.astro')) return [{ path, context: 'module', text }];
  const frontmatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\b(is:inline|type=|define:vars)/.test(attributes))
    .map(([, , code = '']) => code);
  return [
    { path, context: 'frontmatter', text: frontmatter },
    ...scripts.map((code) => ({ path, context: 'script' as const, text: code })),
  ];
}

/** All code below a folder, in a stable order. */
export async function readUnits(folder: string): Promise<readonly SourceUnit[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const units = await Promise.all(
    files.map(async (file) => unitsOf(relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'utf8'))),
  );
  return units.flat();
}

export function parse(unit: SourceUnit): ts.SourceFile {
  return ts.createSourceFile(`${unit.path}.ts`, unit.text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** Visits a node and everything below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  const own = clause.name ? ['default'] : [];
  if (!bindings) return own;
  if (ts.isNamespaceImport(bindings)) return [...own, '*'];
  return [...own, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function importOf(node: ts.Node): SourceImport | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const isEachType =
      !!bindings && ts.isNamedImports(bindings) && bindings.elements.every((element) => element.isTypeOnly);
    const isTypeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (isEachType && !clause?.name);
    return { specifier: node.moduleSpecifier.text, names: namesOf(clause), isTypeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, names: ['*'], isTypeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    if (argument && ts.isStringLiteralLike(argument)) {
      return { specifier: argument.text, names: ['*'], isTypeOnly: false };
    }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, names: ['*'], isTypeOnly: true };
  }
  return null;
}

/** Imports, re-exports, dynamic imports and `import('…')` types. */
export function importsOf(unit: SourceUnit): readonly SourceImport[] {
  const imports: SourceImport[] = [];
  visit(parse(unit), (node) => {
    const found = importOf(node);
    if (found) imports.push(found);
  });
  return imports;
}

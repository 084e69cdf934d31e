import ts from 'typescript';
import type { Violation } from './import-rules.ts';
import { parse, type SourceUnit, visit } from './source-unit.ts';

export const MAX_LINES = 300;
export const MAX_MEDIAN_LINES = 90;
export const MAX_FUNCTION_LINES = 40;
export const MAX_NESTING = 3;
export const MAX_FILES_PER_FOLDER = 15;

/** Folders of many files of one kind, each named after the one thing it describes. */
const KIND_FOLDERS = [
  /^annotations$/,
  /^charts(\/|$)/,
  /^cli$/,
  /^content\/lint\/(rules|diagnostics)$/,
  /^i18n\/strings$/,
];

const FORBIDDEN_NAMES = /^(utils?|helpers?|common|managers?|misc|shared)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(config|d))?\.(ts|mjs|css)$/;
const PASCAL_CASE = /^([A-Z][A-Za-z0-9]*)\.astro$/;
const ROUTE = /^(\[(\.\.\.)?[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.(xml|txt|json|png|webmanifest))?\.(astro|ts)$/;

function nameProblem(path: string): string | null {
  const name = path.split('/').at(-1) ?? '';
  const words = path.split('/').map((part) => part.replace(/\..*$/, ''));
  const forbidden = words.find((word) => FORBIDDEN_NAMES.test(word) || /-(utils|helpers|manager)$/.test(word));
  if (forbidden) return `"${forbidden}" says nothing about what is inside; name it after its main export`;
  if (path.startsWith('pages/')) return ROUTE.test(name) ? null : 'routes are named in small letters and hyphens';
  if (name.endsWith('.astro')) return PASCAL_CASE.test(name) ? null : 'components are named in PascalCase';
  return KEBAB_CASE.test(name) ? null : 'modules are named in kebab-case';
}

/** Lines of a file as an editor counts them. */
export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Names and lengths of whole files. `files` are unsplit: an `.astro` file counts with its markup. */
export function checkFiles(files: readonly { readonly path: string; readonly text: string }[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const { path, text } of files) {
    const problem = nameProblem(path);
    if (problem) violations.push({ path, message: problem });
    const lines = countLines(text);
    if (lines > MAX_LINES) violations.push({ path, message: `has ${lines} lines; the most is ${MAX_LINES}` });
  }
  const middle = median(files.map(({ text }) => countLines(text)));
  if (middle <= MAX_MEDIAN_LINES) return violations;
  return [...violations, { path: '', message: `the median file has ${middle} lines; the most is ${MAX_MEDIAN_LINES}` }];
}

function isNesting(node: ts.Node): boolean {
  if (ts.isIfStatement(node)) return !(ts.isIfStatement(node.parent) && node.parent.elseStatement === node);
  return ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isTryStatement(node);
}

function deepest(node: ts.Node, depth: number): number {
  let most = depth;
  ts.forEachChild(node, (child) => {
    const isInner = ts.isFunctionLike(child);
    most = Math.max(most, deepest(child, isInner ? 0 : depth + (isNesting(child) ? 1 : 0)));
  });
  return most;
}

function functionProblem(node: ts.Node, file: ts.SourceFile): string | null {
  if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return null;
  const line = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const lines = line(node.end) - line(node.getStart(file)) + 1;
  const name = node.name?.getText(file) ?? `function at line ${line(node.getStart(file)) + 1}`;
  return lines > MAX_FUNCTION_LINES ? `${name} has ${lines} lines; the most is ${MAX_FUNCTION_LINES}` : null;
}

/** Functions that are too long or nest their conditions and loops too deep. */
export function checkFunctions(units: readonly SourceUnit[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const unit of units) {
    const file = parse(unit);
    const depth = deepest(file, 0);
    if (depth > MAX_NESTING) {
      violations.push({ path: unit.path, message: `nests ${depth} deep; the most is ${MAX_NESTING}` });
    }
    visit(file, (node) => {
      const problem = functionProblem(node, file);
      if (problem) violations.push({ path: unit.path, message: problem });
    });
  }
  return violations;
}

/** Folders that hold more files than can be taken in at a glance: they mix things that want folders of their own. */
export function checkFolders(paths: readonly string[]): readonly Violation[] {
  const folders = Map.groupBy(paths, (path) => path.split('/').slice(0, -1).join('/'));
  return [...folders]
    .filter(([folder, { length }]) => length > MAX_FILES_PER_FOLDER && !KIND_FOLDERS.some((kind) => kind.test(folder)))
    .map(([path, { length }]) => ({ path, message: `holds ${length} files; the most is ${MAX_FILES_PER_FOLDER}` }));
}

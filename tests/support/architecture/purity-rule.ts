import ts from 'typescript';
import { PURE, partOf, type Violation } from './import-rules.ts';
import { parse, type SourceUnit, visit } from './source-unit.ts';

/** Globals through which the world could leak into a result. */
const IMPURE_GLOBALS = new Set([
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'globalThis', 'self'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'process', 'performance', 'crypto', 'console'],
  ...['requestAnimationFrame', 'setTimeout', 'setInterval', 'queueMicrotask', 'matchMedia'],
]);

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}

function declaredNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visit(file, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

function impurityOf(node: ts.Node, declared: ReadonlySet<string>): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const name = `${node.expression.text}.${node.name.text}`;
    if (name === 'Math.random' || name === 'Date.now') return name;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) {
    return 'new Date()';
  }
  if (!ts.isIdentifier(node) || !IMPURE_GLOBALS.has(node.text)) return null;
  return declared.has(node.text) || isPropertyName(node) ? null : node.text;
}

/** Uses of the document, the network, the clock or chance in the parts that promise to be pure. */
export function checkPurity(units: readonly SourceUnit[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const unit of units.filter(({ path }) => PURE.includes(partOf(path)))) {
    const file = parse(unit);
    const declared = declaredNames(file);
    visit(file, (node) => {
      const impurity = impurityOf(node, declared);
      if (impurity) violations.push({ path: unit.path, message: `uses ${impurity}, but ${partOf(unit.path)} is pure` });
    });
  }
  return violations;
}

import { createRequire } from 'node:module';
import { type AnyNode, parse } from 'acorn';
import { ImportRefusal } from '../dialects/imported-story.ts';
import { scriptFault } from './parse-faults.ts';

/** What stands for a value that only running the script could tell. */
const UNKNOWN = undefined;
const MAX_TEXT = 20_000_000;
const MAX_DEPTH = 200;

export interface ScriptReading {
  /** Everything the script gives a name or exports, in order. */
  readonly values: readonly unknown[];
  /** Parts that were not read because they would have to be run. */
  readonly unread: readonly string[];
}

const require = createRequire(import.meta.url);

/** The same script without its types. The compiler is large, so it is loaded for scripts that need it. */
function withoutTypes(text: string): string {
  const ts = require('typescript') as typeof import('typescript');
  return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } })
    .outputText;
}

/** Signs of types in a script that is not JavaScript. */
const TYPED =
  /\b(interface|type|enum|namespace|declare|satisfies)\s+\w|\bas\s+(const|[A-Z]\w*)|\w\s*:\s*[A-Za-z<[{|]+[^,;\n]*\s=\s/;

function treeOf(text: string) {
  const options = {
    ecmaVersion: 'latest',
    allowReturnOutsideFunction: true,
    allowHashBang: true,
    locations: true,
  } as const;
  const asModule = (source: string) => parse(source, { ...options, sourceType: 'module' });
  try {
    return asModule(text);
  } catch (error) {
    if (error instanceof SyntaxError && TYPED.test(text)) return asModule(withoutTypes(text));
    if (!(error instanceof SyntaxError) || error instanceof RangeError) throw error;
    return parse(text, { ...options, sourceType: 'script' });
  }
}

/** Reads a script's tree as data. Nothing is executed: what is no literal, or made of literals, is not read. */
class LiteralReader {
  readonly unread: string[] = [];
  readonly #bindings = new Map<string, AnyNode>();
  readonly #valueCache = new Map<AnyNode, unknown>();
  #depth = 0;

  bind(name: string, node: AnyNode): void {
    this.#bindings.set(name, node);
  }

  /** What is added after the literal: `config.chapters.push({ … })`, `config.title = '…'`. */
  add(statement: AnyNode): void {
    if (statement.type !== 'ExpressionStatement') return;
    const { expression } = statement;
    if (expression.type === 'CallExpression' && expression.callee.type === 'MemberExpression') {
      const { object, property } = expression.callee;
      const list = property.type === 'Identifier' && property.name === 'push' ? this.read(object) : UNKNOWN;
      if (Array.isArray(list)) list.push(...expression.arguments.flatMap((one) => this.#elements(one)));
    }
    if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return;
    const { object, property, computed } = expression.left;
    const owner = this.#isBound(object) ? this.read(object) : UNKNOWN;
    if (owner === null || typeof owner !== 'object' || Array.isArray(owner)) return;
    const name = !computed && property.type === 'Identifier' ? property.name : this.read(property);
    if (typeof name === 'string') (owner as Record<string, unknown>)[name] = this.read(expression.right);
  }

  /** Whether a chain of members begins at something the script gives a name: `module.exports` does not. */
  #isBound(node: AnyNode): boolean {
    if (node.type === 'MemberExpression') return this.#isBound(node.object);
    return node.type === 'Identifier' && this.#bindings.has(node.name);
  }

  read(node: AnyNode): unknown {
    if (this.#valueCache.has(node)) return this.#valueCache.get(node);
    if (this.#depth > MAX_DEPTH) throw new ImportRefusal('The script nests its values too deep to be a story.');
    this.#valueCache.set(node, UNKNOWN);
    this.#depth += 1;
    const value = this.#evaluate(node);
    this.#depth -= 1;
    this.#valueCache.set(node, value);
    return value;
  }

  #evaluate(node: AnyNode): unknown {
    switch (node.type) {
      case 'Literal':
        return node.value instanceof RegExp || typeof node.value === 'bigint' ? this.#skip(node) : node.value;
      case 'TemplateLiteral':
        return this.#template(
          node.quasis.map(({ value }) => value.cooked ?? ''),
          node.expressions,
        );
      case 'ArrayExpression':
        return node.elements.flatMap((element) => this.#elements(element));
      case 'ObjectExpression':
        return this.#object(node.properties);
      case 'Identifier':
        return this.#name(node);
      case 'UnaryExpression':
        return this.#unary(node.operator, this.read(node.argument), node);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#sum(this.read(node.left), this.read(node.right)) : this.#skip(node);
      case 'MemberExpression':
        return this.#memberOf(node);
      case 'ParenthesizedExpression':
        return this.read(node.expression);
      default:
        return this.#skip(node);
    }
  }

  #skip(node: AnyNode): undefined {
    const words = node.type.replace(/Expression$/, '').replace(/(?!^)([A-Z])/g, ' $1');
    this.unread.push(`${words.toLowerCase()} on line ${node.loc?.start.line ?? '?'}`);
    return UNKNOWN;
  }

  #template(texts: readonly string[], expressions: readonly AnyNode[]): string {
    return texts.reduce<string>((text, part, index) => {
      const expression = expressions[index - 1];
      return this.#sum(this.#sum(text, expression === undefined ? '' : this.read(expression)), part) as string;
    }, '');
  }

  #sum(left: unknown, right: unknown): unknown {
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    const [a, b] = [left ?? '', right ?? ''].map(String);
    if ((a?.length ?? 0) + (b?.length ?? 0) > MAX_TEXT) {
      throw new ImportRefusal('The script builds a text too long to be a story.');
    }
    return `${a}${b}`;
  }

  #elements(element: AnyNode | null): readonly unknown[] {
    if (element === null) return [];
    if (element.type !== 'SpreadElement') return [this.read(element)];
    const spread = this.read(element.argument);
    return Array.isArray(spread) ? spread : [];
  }

  #object(properties: readonly AnyNode[]): object {
    const made: Record<string, unknown> = Object.create(null);
    for (const property of properties) {
      if (property.type === 'SpreadElement') Object.assign(made, this.read(property.argument));
      if (property.type !== 'Property') continue;
      const { key } = property;
      const name = !property.computed && key.type === 'Identifier' ? key.name : this.read(key);
      if (typeof name !== 'string' && typeof name !== 'number') continue;
      made[name] = property.kind === 'init' && !property.method ? this.read(property.value) : this.#skip(property);
    }
    return made;
  }

  #name(node: Extract<AnyNode, { type: 'Identifier' }>): unknown {
    if (node.name === 'undefined') return UNKNOWN;
    const bound = this.#bindings.get(node.name);
    return bound === undefined ? this.#skip(node) : this.read(bound);
  }

  #unary(operator: string, value: unknown, node: AnyNode): unknown {
    if (operator === '-' && typeof value === 'number') return -value;
    if (operator === '+' && typeof value === 'number') return value;
    if (operator === '!' && value !== UNKNOWN) return !value;
    return this.#skip(node);
  }

  #memberOf(node: Extract<AnyNode, { type: 'MemberExpression' }>): unknown {
    const owner = this.read(node.object);
    const { property } = node;
    const name = !node.computed && property.type === 'Identifier' ? property.name : this.read(property);
    const isOwned = owner !== null && typeof owner === 'object' && typeof name !== 'symbol';
    return isOwned && Object.hasOwn(owner, String(name)) ? (owner as Record<string, unknown>)[String(name)] : UNKNOWN;
  }
}

/** Names and exported values among the statements at the top of a script. */
function topLevel(body: readonly AnyNode[]): readonly { readonly name: string; readonly node: AnyNode }[] {
  return body.flatMap((statement) => {
    if (statement.type === 'ExportNamedDeclaration')
      return statement.declaration ? topLevel([statement.declaration]) : [];
    if (statement.type === 'ExportDefaultDeclaration') return [{ name: '', node: statement.declaration as AnyNode }];
    if (statement.type === 'VariableDeclaration') {
      return statement.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && init ? [{ name: id.name, node: init as AnyNode }] : [],
      );
    }
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return [];
    const { left, right } = statement.expression;
    return [{ name: left.type === 'Identifier' ? left.name : '', node: right as AnyNode }];
  });
}

/**
 * The values a script defines, read from its tree as literals.
 * @throws ImportRefusal where it is no JavaScript, or none a story could be written in
 */
export function readScript(text: string): ScriptReading {
  try {
    const statements = treeOf(text).body as readonly AnyNode[];
    const named = topLevel(statements);
    const reader = new LiteralReader();
    for (const { name, node } of named) reader.bind(name, node);
    for (const statement of statements) reader.add(statement);
    return { values: named.map(({ node }) => reader.read(node)), unread: reader.unread };
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const isTooDeep = error instanceof RangeError || /stack space/.test((error as Error).message);
    if (isTooDeep) throw new ImportRefusal('The script nests too deep to be read.');
    throw new ImportRefusal(scriptFault(text, (error as { loc?: { line: number } }).loc?.line ?? null));
  }
}

import { type Expression, parse, type SpreadElement } from 'acorn';

/** Whether an expression says itself what it is worth: it names nothing and calls nothing. */
function isLiteral(node: Expression | SpreadElement | null): boolean {
  switch (node?.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.length === 0;
    case 'UnaryExpression':
      return node.argument.type === 'Literal';
    case 'ArrayExpression':
      return node.elements.every(isLiteral);
    case 'ObjectExpression':
      return node.properties.every(
        (member) => member.type === 'Property' && !member.computed && isLiteral(member.value as Expression),
      );
    default:
      return false;
  }
}

function parsed(code: string): Expression | null {
  try {
    const [statement, ...more] = parse(`(${code}\n)`, { ecmaVersion: 'latest' }).body;
    return statement?.type === 'ExpressionStatement' && more.length === 0 ? statement.expression : null;
  } catch {
    return null;
  }
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** What stands between braces and is no more than a remark. */
export const isComment = (code: string): boolean => code.replace(COMMENT, '').trim() === '';

/** Whether code between braces is a value and nothing that would be run. */
export const isLiteralCode = (code: string): boolean => isLiteral(parsed(code));

/** The text that code between braces stands for, or null where it stands for none. */
export function literalText(code: string): string | null {
  const expression = parsed(code);
  if (expression?.type === 'Literal') {
    return typeof expression.value === 'string' || typeof expression.value === 'number'
      ? String(expression.value)
      : null;
  }
  if (expression?.type !== 'TemplateLiteral' || expression.expressions.length > 0) return null;
  return expression.quasis[0]?.value.cooked ?? null;
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const NAMES: Readonly<Record<string, string>> = { '{': 'a brace', '[': 'a bracket', '(': 'a parenthesis' };

/** Where the last bracket that nothing closes was opened; null where all are closed. Texts and remarks do not count. */
function openBracket(text: string): { readonly sign: string; readonly line: number } | null {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const pieces = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]()]/g;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (CLOSES[piece] !== undefined) open.push({ sign: piece, at: index });
    else if (piece === CLOSES[open.at(-1)?.sign ?? '']) open.pop();
  }
  const last = open.at(-1);
  return last === undefined ? null : { sign: last.sign, line: lineAt(text, last.at) };
}

/** What is wrong with a text that brackets part, in words for its author. */
function faultAt(text: string, line: number, isAtEnd: boolean): string {
  const open = openBracket(text);
  if (open !== null && isAtEnd)
    return `line ${open.line}: ${NAMES[open.sign]} is opened that nothing closes. Look for a missing ${CLOSES[open.sign]} after it.`;
  return `line ${line}: something is missing or too much here or just before, such as a comma, a bracket or a quotation mark.`;
}

/** Characters that an engine cites before the fault. */
const CITED = 10;

/** Where JSON ends being JSON: engines tell it by number, or cite what is around. */
function positionIn(text: string, message: string): number {
  const [, number] = /position (\d+)/.exec(message) ?? [];
  if (number !== undefined) return Number(number);
  const [, cut, cited] = /, (\.{3})?"([\s\S]+?)"(?:\.{3})? is not valid JSON/.exec(message) ?? [];
  const at = cited === undefined ? -1 : text.indexOf(cited);
  return at === -1 ? text.length : at + (cut === undefined ? 0 : CITED);
}

/** Why a text is not JSON. */
export function jsonFault(text: string, error: Error): string {
  const position = positionIn(text, error.message);
  const isAtEnd = /end of JSON|Unterminated/i.test(error.message) || position >= text.trimEnd().length;
  return `This JSON cannot be read, ${faultAt(text, lineAt(text, position), isAtEnd)}`;
}

/** Why a text is not JavaScript; `line` as its reader gives it. */
export function scriptFault(text: string, line: number | null): string {
  const isAtEnd = line === null || line >= text.trimEnd().split('\n').length;
  return `This JavaScript cannot be read, ${faultAt(text, line ?? 1, isAtEnd)}`;
}

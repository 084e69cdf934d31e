/** So many characters of a name and of a text: enough to know them by, and few that change with every word. */
const [OF_NAME, OF_TEXT] = [56, 24];
const LONG_NAME = new RegExp(`^( *- \\w+ "(?:[^"\\\\]|\\\\.){${OF_NAME}})(?:[^"\\\\]|\\\\.)+"`, 'u');
const LONG_TEXT = new RegExp(`^( *- \\w+: .{${OF_TEXT}}).+$`, 'u');
/** Notes are numbered through: one more would change all that follow. */
const NOTE = /- link "\p{Nd}+":?/u;
/** Where a link leads is no part of what is told; what a cell says is a part of its row's name. */
const isSpare = (line: string): boolean => /^ *- (?:\/url: |cell\b)/.test(line);

/** A snapshot of the accessibility tree by roles and names in their order; of a long text the beginning. */
export const shortTree = (snapshot: string): string =>
  snapshot
    .split('\n')
    .filter((line) => !isSpare(line))
    .map((line) => line.replace(NOTE, '- link, a note').replace(LONG_NAME, '$1…"').replace(LONG_TEXT, '$1…'))
    .join('\n')
    .concat('\n');

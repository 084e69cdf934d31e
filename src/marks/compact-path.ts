const TOKEN = /([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)/g;

/** Numbers each command takes. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** A line no longer than this is a dot. */
const DOT_PX = 0.1;

/** Dots of one row may stand so far above one another. */
const ROW_PX = 4;

interface Command {
  readonly letter: string;
  readonly numbers: readonly number[];
}

/** Commands with all repetition written out: `M0 0 1 1` is `M0 0L1 1`. */
function parse(d: string): readonly Command[] {
  const commands: Command[] = [];
  let letter = '';
  let numbers: number[] = [];
  const close = (): void => {
    if (letter !== '') commands.push({ letter, numbers });
    numbers = [];
    if (letter === 'M') letter = 'L';
    if (letter === 'm') letter = 'l';
  };
  for (const [, command, number] of d.matchAll(TOKEN)) {
    if (command !== undefined) {
      letter = command;
      if (ARITY[command.toUpperCase()] === 0) close();
    } else {
      numbers.push(Number(number));
      if (numbers.length === ARITY[letter.toUpperCase()]) close();
    }
  }
  return commands;
}

const short = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, '$1.');

/** Which axis each number of a command moves along; null for radii and flags. */
function axisOf(letter: string, index: number): 0 | 1 | null {
  if (letter === 'H') return 0;
  if (letter === 'V') return 1;
  if (letter === 'A') return index === 5 ? 0 : index === 6 ? 1 : null;
  return index % 2 === 0 ? 0 : 1;
}

interface Pen {
  readonly at: readonly [number, number];
  /** Where `Z` returns to. */
  readonly start: readonly [number, number];
}

interface Written {
  readonly letter: string;
  readonly numbers: string;
  readonly pen: Pen;
}

/** One command in relative tenths. The pen follows what is written, so rounding never adds up. */
function relative({ letter, numbers }: Command, pen: Pen): Written {
  const kind = letter.toUpperCase();
  const to: [number, number] = kind === 'Z' ? [...pen.start] : [...pen.at];
  const written = numbers.map((value, index) => {
    const axis = axisOf(kind, index);
    const tenths = Math.round(value * 10);
    if (axis === null) return short(tenths);
    to[axis] = letter === kind ? tenths : pen.at[axis] + tenths;
    return short(to[axis] - pen.at[axis]);
  });
  const joined = written.reduce(
    (text, value) => (text === '' || value.startsWith('-') ? text + value : `${text} ${value}`),
    '',
  );
  return { letter: kind.toLowerCase(), numbers: joined, pen: { at: to, start: kind === 'M' ? to : pen.start } };
}

const isImplied = (letter: string, last: string): boolean =>
  letter !== 'm' && letter !== 'z' && (letter === last || (letter === 'l' && last === 'm'));

const isDot = (move: Command | undefined, line: Command | undefined): boolean =>
  move?.letter === 'M' && line?.letter === 'h' && (line.numbers[0] ?? 1) <= DOT_PX;

/** A cloud of dots is the same cloud in any order; from neighbour to neighbour the steps are short. */
function byNearness(commands: readonly Command[]): readonly Command[] {
  const dots = Array.from({ length: commands.length / 2 }, (_, index) => commands.slice(2 * index, 2 * index + 2));
  if (commands.length % 2 !== 0 || !dots.every(([move, line]) => isDot(move, line))) return commands;
  const row = ([move]: readonly Command[]): number => Math.round((move?.numbers[1] ?? 0) / ROW_PX);
  const x = ([move]: readonly Command[]): number => move?.numbers[0] ?? 0;
  return dots.sort((a, b) => row(a) - row(b) || x(a) - x(b)).flat();
}

/** The same path to a tenth of a pixel, relative, without repeated letters: what many marks in one page should cost. */
export function compactPath(d: string): string {
  let pen: Pen = { at: [0, 0], start: [0, 0] };
  let [text, last] = ['', ''];
  for (const command of byNearness(parse(d))) {
    const written = relative(command, pen);
    const gap = written.numbers.startsWith('-') ? '' : ' ';
    text += (isImplied(written.letter, last) ? gap : written.letter) + written.numbers;
    pen = written.pen;
    last = written.letter;
  }
  return text;
}

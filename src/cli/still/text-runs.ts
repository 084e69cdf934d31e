/** One letter, or one half of a letter beyond U+FFFF, where the browser has drawn it, in pixels of the drawing. */
export interface PlacedLetter {
  readonly letter: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
}

/** Letters of a text that share all of their type. */
export interface TextPiece {
  /** Of its text within the drawing. */
  readonly text: number;
  /** Of the element that says its paint, among the text's own and its parts. */
  readonly part: number;
  readonly letters: readonly PlacedLetter[];
  /** Typefaces in the order in which they are tried. */
  readonly families: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly style: string;
  readonly tracking: number;
}

/** Letters in a row that one face sets in one direction. */
export interface TextRun<Face> {
  readonly text: string;
  readonly face: Face;
  readonly left: number;
  readonly y: number;
}

interface Ranged {
  readonly family: string;
  readonly style: string;
  readonly range: string;
}

/** Whether a `unicode-range` such as `U+0-FF, U+6??` has a character. */
export function isInRange(range: string, codePoint: number): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    const least = Number.parseInt(from.replaceAll('?', '0'), 16);
    return codePoint >= least && codePoint <= Number.parseInt(to.replaceAll('?', 'f'), 16);
  });
}

function faceOf<Face extends Ranged>(faces: readonly Face[], piece: TextPiece, letter: string): Face | null {
  const codePoint = letter.codePointAt(0) ?? 0;
  const having = piece.families.flatMap((family) =>
    faces.filter((face) => face.family === family && isInRange(face.range, codePoint)),
  );
  return having.find(({ style }) => style === piece.style) ?? having[0] ?? null;
}

/** Letters whose halves stand apart in text, as one. */
function wholeLetters(letters: readonly PlacedLetter[]): readonly PlacedLetter[] {
  return letters.flatMap((one, at) => {
    const code = one.letter.charCodeAt(0);
    if (code >= 0xdc00 && code <= 0xdfff) return [];
    const isHalf = code >= 0xd800 && code <= 0xdbff;
    return [isHalf ? { ...one, letter: one.letter + (letters[at + 1]?.letter ?? '') } : one];
  });
}

/** Kerning moves letters by less than this, in em; figures within words from the right begin farther off. */
const TOUCHING = 0.3;

/** In which direction a letter follows another: 1 to the right, -1 to the left, 0 for marks in its place; null where elsewhere. */
function turnTo(before: PlacedLetter, next: PlacedLetter, size: number): number | null {
  if (before.y !== next.y) return null;
  const [onTheRight, onTheLeft] = [Math.abs(next.left - before.right), Math.abs(before.left - next.right)];
  if (Math.min(onTheRight, onTheLeft) > size * TOUCHING) return null;
  return before.left === next.left ? 0 : Math.sign(onTheLeft - onTheRight);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Signs that belong to no direction would be set from the left again where nothing beside them is read from the right. */
const isSetTogether = (before: PlacedLetter, next: PlacedLetter, turn: number): boolean =>
  turn >= 0 || RIGHT_TO_LEFT.test(before.letter + next.letter);

/** Spaces, and signs that are seen only by what they do to others. */
const isBlank = (letter: string): boolean => /^[\s\p{Cf}]*$/u.test(letter);

/**
 * A piece in runs: a new one where the face changes, the line, or the direction in which letters follow each other.
 * @throws where no face has a letter
 */
export function runsOf<Face extends Ranged>(piece: TextPiece, faces: readonly Face[]): readonly TextRun<Face>[] {
  const runs: { face: Face; letters: PlacedLetter[]; turn: number }[] = [];
  for (const one of wholeLetters(piece.letters)) {
    const last = runs.at(-1);
    const before = last?.letters.at(-1);
    const face = isBlank(one.letter) ? (last?.face ?? null) : faceOf(faces, piece, one.letter);
    if (face === null && isBlank(one.letter)) continue;
    if (face === null) throw new Error(`No typeface of the site has the letter "${one.letter}". Leave --text out.`);
    const turn = before === undefined ? null : turnTo(before, one, piece.size);
    const follows = before !== undefined && turn !== null && isSetTogether(before, one, turn);
    const isSame = last !== undefined && last.face === face && follows && piece.tracking === 0;
    if (isSame && (last.turn === 0 || turn === 0 || turn === last.turn)) {
      last.letters.push(one);
      last.turn ||= turn;
    } else runs.push({ face, letters: [one], turn: 0 });
  }
  return runs.flatMap(({ face, letters }) => {
    const text = letters.map(({ letter }) => letter).join('');
    const left = Math.min(...letters.map((one) => Math.min(one.left, one.right)));
    return isBlank(text) ? [] : [{ text, face, left, y: letters[0]?.y ?? 0 }];
  });
}

/** Runs in a page that shows nothing but the drawing: what its texts are set in, and where each letter stands. */
export function measureTexts(): readonly TextPiece[] {
  const partsOf = (text: SVGTextElement): Element[] => [text, ...text.querySelectorAll('tspan')];
  return [...document.querySelectorAll<SVGTextElement>('svg text')].flatMap((text, index) => {
    let at = 0;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const pieces: TextPiece[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement ?? text;
      const { fontFamily, fontSize, fontWeight, fontStyle, letterSpacing } = getComputedStyle(own);
      const letters = [...(node.textContent ?? '').split('')].map((letter) => {
        const [start, end] = [text.getStartPositionOfChar(at), text.getEndPositionOfChar(at)];
        at += 1;
        return { letter, left: Math.min(start.x, end.x), right: Math.max(start.x, end.x), y: start.y };
      });
      pieces.push({
        text: index,
        part: partsOf(text).indexOf(own),
        letters,
        families: fontFamily.split(',').map((family) => family.trim().replace(/^["']|["']$/g, '')),
        size: Number.parseFloat(fontSize),
        weight: Number(fontWeight),
        style: fontStyle,
        tracking: Number.parseFloat(letterSpacing) || 0,
      });
    }
    return pieces;
  });
}

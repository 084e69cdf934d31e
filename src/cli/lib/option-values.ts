const SMALLEST = 200;
const LARGEST = 8000;

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** @throws with a sentence that says what is wrong */
export function parseSize(text: string, example: string): PixelSize {
  const [width = 0, height = 0] = (/^(\d{2,4})x(\d{2,4})$/.exec(text)?.slice(1) ?? []).map(Number);
  if ([width, height].every((side) => side >= SMALLEST && side <= LARGEST)) return { width, height };
  throw new Error(
    `--size takes two numbers of pixels between ${SMALLEST} and ${LARGEST}, such as ${example}; found "${text}".`,
  );
}

/** @throws with a sentence that says what is wrong */
export function parseNumber(name: string, text: string, [least, most]: readonly [number, number]): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`--${name} takes a number from ${least} to ${most}; found "${text}".`);
}

/** @throws with a sentence that says what is wrong */
export function oneOf<T extends string>(name: string, allowed: readonly T[], text: string): T {
  const found = allowed.find((word) => word === text);
  if (found) return found;
  throw new Error(`--${name} takes ${allowed.join(', ')}; found "${text}".`);
}

/**
 * The one story a command is about.
 * @throws with a sentence that says what is wrong
 */
export function oneStory(names: readonly string[]): string {
  const [story] = names;
  if (story === undefined) throw new Error('Which story? Name its folder in content/stories.');
  if (names.length > 1) throw new Error(`One story at a time; found ${names.join(', ')}.`);
  return story;
}

export const PAGE_THEMES = ['light', 'dark'] as const;
export type PageTheme = (typeof PAGE_THEMES)[number];

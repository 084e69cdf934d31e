import type { Viewport } from '../../../story/scene.ts';

/** A screen on which a story is tried, and how messages name it. */
export interface TestedScreen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly embed: boolean;
}

/** One screen of each layout, and the smallest phone anybody still reads on. */
export const TESTED_SCREENS: readonly TestedScreen[] = [
  { name: 'a small phone', width: 360, height: 640, embed: false },
  { name: 'a phone', width: 390, height: 844, embed: false },
  { name: 'a tablet', width: 820, height: 1180, embed: false },
  { name: 'a desktop', width: 1440, height: 900, embed: false },
  { name: 'an embed', width: 720, height: 480, embed: true },
];

export function viewportOf({ width, height, embed }: TestedScreen, dir: Viewport['dir']): Viewport {
  return { width, height, dir, embed };
}

/** "on a phone and a tablet", or "on every screen" where it is all of them. */
export function screenWords(screens: readonly TestedScreen[]): string {
  if (screens.length === TESTED_SCREENS.length) return 'on every screen';
  const names = screens.map(({ name }) => name);
  const last = names.pop() ?? '';
  return names.length === 0 ? `on ${last}` : `on ${names.join(', ')} and ${last}`;
}

import { countWords } from '../../i18n/count-words.ts';
import type { StoryFiles } from '../files/story-files.ts';
import { scanBody } from './mdx-body.ts';

const WORDS_PER_MINUTE = 220;

/** How long a story takes to read, at a calm pace. */
export interface ReadingTime {
  readonly words: number;
  readonly minutes: number;
}

export function readingTime({ mdx }: StoryFiles, locale: string): ReadingTime {
  const own = mdx.filter((section) => section.locale === locale);
  const words = own.reduce((sum, { file }) => sum + countWords(scanBody(file.body).prose), 0);
  return { words, minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)) };
}

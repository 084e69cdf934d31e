import type { OutlineFace } from './scripts.ts';

/** Files whose letters stand on pictures of shared links. Written by `npm run theme -- --write`, as `palettes.ts` is. */
export const OUTLINE_FACES: readonly OutlineFace[] = [
  { path: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2', script: 'latn' },
  { path: '@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2', script: 'latn' },
  { path: '@fontsource-variable/newsreader/files/newsreader-vietnamese-opsz-normal.woff2', script: 'latn' },
  { path: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2', script: 'arab' },
];

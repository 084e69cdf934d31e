import { confirm, isCancel, select, text } from '@clack/prompts';
import { boundsProblem, localesProblem, slugProblem, type Wishes } from './new-story-options.ts';

/** Stands for an author who has pressed Ctrl-C. */
class Gone extends Error {}

async function answered<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await asked;
  if (isCancel(answer)) throw new Gone();
  return answer as Exclude<T, symbol>;
}

const OWN_MAP = '';

const line = (message: string, placeholder: string, check: (value: string) => string | null): Promise<string> =>
  answered(text({ message, placeholder, validate: (value) => check(value ?? '') ?? undefined }));

async function askArea(wishes: Wishes, basemaps: readonly string[]): Promise<Wishes> {
  const options = [
    { value: OWN_MAP, label: 'a map of its own' },
    ...basemaps.map((name) => ({ value: name, label: name })),
  ];
  const basemap = await answered(select({ message: 'Which map does it stand on?', options }));
  if (basemap !== OWN_MAP) return { ...wishes, basemap };
  const bounds = await line(
    'Which part of the world? west,south,east,north in degrees',
    '24,21.5,37,32',
    boundsProblem,
  );
  const withBasemap = await answered(
    confirm({ message: 'Make its map now? It fetches up to 110 MB the first time.', initialValue: false }),
  );
  return { ...wishes, bounds, withBasemap };
}

/** Asks for all that a new story needs. */
export async function askWishes(wishes: Wishes, basemaps: readonly string[]): Promise<Wishes | null> {
  try {
    const slug = await line('The name of the story, which becomes its address', 'the-crossing', slugProblem);
    const title = await line('Its title', 'The crossing', (value) => (value.trim() === '' ? 'It needs one.' : null));
    const locales = await line('Its languages, the first being the one you write in', 'en', (value) =>
      localesProblem(value === '' ? 'en' : value),
    );
    const licence = await line(
      'On which terms may others use it? Leave it empty where that is not settled',
      'CC BY 4.0, or all rights reserved',
      () => null,
    );
    return await askArea({ ...wishes, slug, title, licence, locales: locales === '' ? 'en' : locales }, basemaps);
  } catch (error) {
    if (error instanceof Gone) return null;
    throw error;
  }
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { suggestName } from '../content/files/nearest.ts';
import { readFilmStory } from './film/film-story.ts';
import { findBuiltStory } from './lib/built-story.ts';
import { runCommand } from './lib/run-command.ts';
import { HELP, parseStill, type StillOptions } from './still/options.ts';
import { takeStill } from './still/still-page.ts';

/** @throws with the nearest name, where the story has no such section */
export function progressOf(sections: readonly string[], { section, at }: Pick<StillOptions, 'section' | 'at'>): number {
  const index = sections.indexOf(section);
  if (index < 0) throw new Error(`There is no section "${section}". ${suggestName(section, sections)}`);
  return (index + at) / sections.length;
}

async function run(options: StillOptions): Promise<number> {
  const built = await findBuiltStory(options);
  if (!built) return 1;
  const { story, html } = built;
  const ids = readFilmStory(html).story.sections.map(({ id }) => id);
  const progress = progressOf(ids, options);
  const bytes = await built.look(({ browser, url }) => takeStill(browser, url, html, progress, options));
  const out = resolve(options.out ?? `${story}-${options.section}.${options.format}`);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, bytes);
  console.log(`Wrote ${out} (${(bytes.length / 1000).toFixed(0)} kB).`);
  return 0;
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2), HELP, parseStill, run);

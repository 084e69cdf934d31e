import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { suggestName } from '../content/files/nearest.ts';
import { openCards } from './cards/card-page.ts';
import { type CardsOptions, HELP, parseCards } from './cards/options.ts';
import { readFilmStory } from './film/film-story.ts';
import { findBuiltStory } from './lib/built-story.ts';
import { runCommand } from './lib/run-command.ts';

/**
 * The sections asked for, in the story's order.
 * @throws with the nearest name, where the story has no such section
 */
export function chosenSections(ids: readonly string[], asked: readonly string[] | null): readonly string[] {
  const unknown = asked?.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new Error(`There is no section "${unknown}". ${suggestName(unknown, ids)}`);
  return asked === null ? ids : ids.filter((id) => asked.includes(id));
}

async function run(options: CardsOptions): Promise<number> {
  const built = await findBuiltStory(options);
  if (!built) return 1;
  const { story, locale, html } = built;
  const ids = readFilmStory(html).story.sections.map(({ id }) => id);
  const chosen = chosenSections(ids, options.sections);
  const folder = resolve(options.out ?? `${story}-cards-${locale}`);
  await mkdir(folder, { recursive: true });
  await built.look(async ({ browser, url }) => {
    const cards = await openCards(browser, url, html, options);
    for (const [done, id] of chosen.entries()) {
      const file = `${String(ids.indexOf(id) + 1).padStart(2, '0')}-${id}.png`;
      await writeFile(join(folder, file), await cards.paint(id, (ids.indexOf(id) + 0.5) / ids.length));
      console.log(`  ${done + 1} of ${chosen.length}: ${file}`);
    }
    await cards.close();
  });
  console.log(`Wrote ${chosen.length} cards of ${options.width}×${options.height} into ${folder}.`);
  return 0;
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2), HELP, parseCards, run);

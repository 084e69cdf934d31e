import type { Credit } from '../../basemap/credits.ts';
import { RELIEF } from '../../story/ground/ground.ts';
import type { Section, Story } from '../../story/story.ts';

const wordsOf = (credits: readonly Credit[]): string => credits.map(({ text, licence }) => `${text} ${licence}`).join();

/** Names of the grounds that a section lays over its map. */
function namesOf({ layers: { ground } }: Section): readonly string[] {
  if (ground === undefined) return [];
  const { show, after, relief } = ground;
  return [show, after, relief > 0 ? RELIEF : null].filter((name) => name !== null);
}

/** Names of the grounds a story shows, each once. */
const groundNames = ({ sections, grounds = {} }: Story): readonly string[] =>
  [...new Set(sections.flatMap(namesOf))].filter((name) => name in grounds);

/** Whose a ground is. */
const creditsOfGround = ({ grounds }: Story, name: string): readonly Credit[] => grounds?.[name]?.attribution ?? [];

/** Whose the grounds of a section are, each once. */
export function groundCredits(story: Story, section: Section): readonly Credit[] {
  const credits = namesOf(section).flatMap((name) => creditsOfGround(story, name));
  return [...new Map(credits.map((credit) => [wordsOf([credit]), credit])).values()];
}

/** Credits of a story's grounds, each once, with the names of the grounds it is for. */
export function groundCreditLines(story: Story) {
  const named = groundNames(story).map((name) => ({ name, credits: creditsOfGround(story, name) }));
  const groups = Map.groupBy(named, ({ credits }) => wordsOf(credits));
  return [...groups.values()].map((group) => ({
    names: group.map(({ name }) => name),
    credits: group[0]?.credits ?? [],
  }));
}

/** Those of all its sections, each once. */
export const allGroundCredits = (story: Story): readonly Credit[] =>
  groundCreditLines(story).flatMap(({ credits }) => credits);

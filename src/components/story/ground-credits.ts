import type { Credit } from '../../basemap/credits.ts';
import { RELIEF } from '../../story/ground/ground.ts';
import type { Section, Story } from '../../story/story.ts';

/** Names of the grounds that a section lays over its map. */
function namesOf({ layers: { ground } }: Section): readonly string[] {
  if (ground === undefined) return [];
  const { show, after, relief } = ground;
  return [show, after, relief > 0 ? RELIEF : null].filter((name) => name !== null);
}

/** Names of the grounds a story shows, each once. */
export const groundNames = ({ sections, grounds = {} }: Story): readonly string[] =>
  [...new Set(sections.flatMap(namesOf))].filter((name) => name in grounds);

/** Whose a ground is. */
export const creditsOfGround = ({ grounds }: Story, name: string): readonly Credit[] =>
  grounds?.[name]?.attribution ?? [];

/** Whose the grounds of a section are. */
export const groundCredits = (story: Story, section: Section): readonly Credit[] =>
  namesOf(section).flatMap((name) => creditsOfGround(story, name));

/** Those of all its sections, each once. */
export function allGroundCredits(story: Story): readonly Credit[] {
  const credits = groundNames(story).flatMap((name) => creditsOfGround(story, name));
  return [...new Map(credits.map((credit) => [`${credit.text} ${credit.licence}`, credit])).values()];
}

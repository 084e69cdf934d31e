import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';

/**
 * `main` is the project itself. `volcano` is its program with another story, which is told in a language that the program
 * does not know, and stories that nobody wrote: scaffolded and imported ones. `harbour` is its program with another
 * publisher's brand, faces and colours, and the fixture's story in ten languages.
 */
export const SITES = ['main', 'volcano', 'harbour'] as const;
export type SiteName = (typeof SITES)[number];

/** The story of the fixture site that has pictures, film and sound in it. */
export const MEDIA_STORY = 'the-ferry';

/** The one that opens with a picture in place of the map. */
export const PICTURE_FIRST_STORY = 'the-lamp';

/** The story of the fixture site that is told in ten languages. */
export const MANY_LANGUAGES = 'the-strait';

/** The one with a data layer of every kind. */
export const DATA_STORY = 'high-water';

/** The story of a site that tests mean where they say no other. */
export const STORY_OF: Readonly<Record<SiteName, string>> = {
  main: 'maaret-al-numan',
  volcano: 'eyjafjallajokull',
  harbour: MANY_LANGUAGES,
};

/** Below the project, so that the fixture finds the project's `node_modules`. */
export const fixtureRoot = (name: string): string => join(PROJECT_ROOT, 'tests', '.sites', name);

export const siteRoot = (name: SiteName): string => (name === 'main' ? PROJECT_ROOT : fixtureRoot(name));

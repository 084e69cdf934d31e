/** What names of the story's own features begin with. */
export const FILE = 'data/';

/** Whether a name is that of a feature of the story's own files, and not of the basemap. */
export const isOwn = (name: string): boolean => name.startsWith(FILE);

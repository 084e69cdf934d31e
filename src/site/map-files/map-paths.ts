import { join } from 'node:path';

/** Where files lie that a story's map shows beyond its basemap, in a built site, from its root. */
export const MAP_FOLDER = '_map/';

export const MAP_ADDRESS = `/${MAP_FOLDER}`;

/** Where they wait for the site that shows them, below the project. */
export const MADE_MAP_FOLDER = join('.cache', 'map');

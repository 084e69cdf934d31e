import type { Drawing } from '../marks/mark.ts';

/** What is drawn where the story lacks the geometry, or there is no room. */
export const NOTHING: Drawing = { marks: [], boxes: [], names: [] };

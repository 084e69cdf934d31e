import { ONCE_ID } from '../../basemap/drawing/layer-variables.ts';

/** Whether the map in the page goes round the world. */
export const isDrawnRound = (): boolean => document.querySelector(`[id^="${ONCE_ID}"]`) !== null;

import type { FallbackReason } from '../player/events.ts';

/** What device and reader allow. */
export interface Capabilities {
  /** The reader chose the light map. */
  readonly lightMap: boolean;
  /** The reader asked the browser to save data. */
  readonly saveData: boolean;
  /** Gigabytes as the browser rounds them, or null where it does not say. */
  readonly memoryGb: number | null;
  /** Whether the browser can draw with WebGL. */
  readonly webGl: boolean;
}

export type StageChoice =
  | { readonly stage: 'maplibre'; readonly reason: null }
  | { readonly stage: 'light'; readonly reason: FallbackReason };

/** MapLibre with its tiles and buffers takes some hundred megabytes; devices this small close the page for it. */
const LITTLE_MEMORY_GB = 2;

const light = (reason: FallbackReason): StageChoice => ({ stage: 'light', reason });

/** Which stage shall show the story in the end. The reader's own wish comes first, then the device's limits. */
export function chooseStage({ lightMap, saveData, memoryGb, webGl }: Capabilities): StageChoice {
  if (lightMap) return light('light-map');
  if (saveData) return light('save-data');
  if (memoryGb !== null && memoryGb <= LITTLE_MEMORY_GB) return light('low-memory');
  return webGl ? { stage: 'maplibre', reason: null } : light('no-webgl');
}

import { readSettings } from '../controls/settings.ts';
import type { Capabilities } from './choose-stage.ts';

/** Not in every browser, and so not in the standard library's types. */
interface DeviceHints {
  readonly connection?: { readonly saveData?: boolean };
  readonly deviceMemory?: number;
}

// Asked once: a browser that is asked for many contexts takes back the first of them, which is the map's.
let webGl: boolean | null = null;

function hasWebGl(): boolean {
  webGl ??= document.createElement('canvas').getContext('webgl2') !== null;
  return webGl;
}

export function readCapabilities(): Capabilities {
  const { connection, deviceMemory } = navigator as DeviceHints;
  return {
    lightMap: readSettings().map === 'light',
    saveData: connection?.saveData === true,
    memoryGb: deviceMemory ?? null,
    webGl: hasWebGl(),
  };
}

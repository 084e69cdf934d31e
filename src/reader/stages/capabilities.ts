import { readSettings } from '../controls/settings.ts';
import { savesData } from '../loading/saves-data.ts';
import type { Capabilities } from './choose-stage.ts';

/** Not in every browser, and so not in the standard library's types. */
interface DeviceHints {
  readonly deviceMemory?: number;
}

/** Whether the browser draws with WebGL. The context asked for is given back, since each takes memory of the graphics card. */
export function probeWebGl(canvas: Pick<HTMLCanvasElement, 'getContext'>): boolean {
  const context = canvas.getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

// Asked once: a browser that is asked for many contexts takes back the first of them, which is the map's.
let webGl: boolean | null = null;

function hasWebGl(): boolean {
  webGl ??= probeWebGl(document.createElement('canvas'));
  return webGl;
}

export function readCapabilities(): Capabilities {
  const { deviceMemory } = navigator as DeviceHints;
  return {
    lightMap: readSettings().map === 'light',
    saveData: savesData(),
    memoryGb: deviceMemory ?? null,
    webGl: hasWebGl(),
  };
}

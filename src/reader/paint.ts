import type { Palette } from '../basemap/themes.ts';
import { cssVariables } from '../basemap/themes.ts';

/** Writes a palette to an element as `--map-…` properties, those that changed only. */
export function createPaint(element: HTMLElement): (palette: Palette) => void {
  let before: Readonly<Record<string, string>> = {};
  return (palette) => {
    const next = cssVariables(palette);
    for (const [name, value] of Object.entries(next)) {
      if (before[name] !== value) element.style.setProperty(name, value);
    }
    before = next;
  };
}

import type { Palette } from '../basemap/themes.ts';
import { cssVariables } from '../basemap/themes.ts';

/** What the page around the stage is painted with too: the rail, and scrims under text. */
const ON_PAGE: ReadonlySet<string> = new Set(['--map-paper', '--map-ink', '--map-ink-3']);

/**
 * Writes a palette as `--map-…` properties, those that changed only. Most go to the stage, so that a tint that changes
 * while the camera travels does not have the browser style the whole page.
 */
export function createPaint(page: HTMLElement, stage: HTMLElement): (palette: Palette) => void {
  let before: Readonly<Record<string, string>> = {};
  return (palette) => {
    const next = cssVariables(palette);
    for (const [name, value] of Object.entries(next)) {
      if (before[name] !== value) (ON_PAGE.has(name) ? page : stage).style.setProperty(name, value);
    }
    before = next;
  };
}

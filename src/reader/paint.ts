import type { Palette } from '../basemap/themes.ts';
import { cssVariables } from '../basemap/themes.ts';

/** What is painted with outside the stage: the rail, and the ground of texts that stand on the map. */
const ON_PAGE: ReadonlySet<string> = new Set(['--map-paper', '--map-ink', '--map-ink-3']);

/**
 * Writes a palette as `--map-…` properties, those that changed only: to the stage, and the few that text is painted with to
 * the rail and to the sections around the reader. On the page they would have the browser style every section there is in
 * each frame of a journey.
 */
export function createPaint(
  stage: HTMLElement,
  rail: HTMLElement | null,
  sections: readonly HTMLElement[],
): (palette: Palette, index: number) => void {
  const written = new WeakMap<HTMLElement, Readonly<Record<string, string>>>();
  const write = (element: HTMLElement, next: Readonly<Record<string, string>>): void => {
    const before = written.get(element) ?? {};
    for (const [name, value] of Object.entries(next)) {
      if (before[name] !== value) element.style.setProperty(name, value);
    }
    written.set(element, next);
  };
  return (palette, index) => {
    const all = cssVariables(palette);
    const few = Object.fromEntries(Object.entries(all).filter(([name]) => ON_PAGE.has(name)));
    write(stage, all);
    const around = sections.slice(Math.max(0, index - 1), index + 2);
    for (const element of rail ? [rail, ...around] : around) write(element, few);
  };
}

import type { Palette } from '../../basemap/themes.ts';
import { cssVariables } from '../../basemap/themes.ts';

/** What the rail is painted with. */
const ON_RAIL: ReadonlySet<string> = new Set(['--map-ink', '--map-ink-3']);

/** The properties of a palette that changed. */
type Properties = Readonly<Record<string, string>>;

/**
 * Writes a palette as `--map-…` properties, those that changed only: to the stage, and what the rail is painted with to the
 * rail. Words that stand on the map get its paper as `--text-background`, around the reader only. Each is written where it
 * is used: above that, the browser would style all there is below anew in each frame of a journey.
 */
export function createPaint(
  stage: HTMLElement,
  rail: HTMLElement | null,
  sections: readonly HTMLElement[],
): (palette: Palette, index: number) => void {
  const textBlocks = sections.map((section) => [
    ...section.querySelectorAll<HTMLElement>(':scope[data-layout="over"] > .card > *'),
  ]);
  const written = new WeakMap<HTMLElement, Properties>();
  const write = (element: HTMLElement, next: Properties): void => {
    const before = written.get(element) ?? {};
    for (const [name, value] of Object.entries(next)) {
      if (before[name] !== value) element.style.setProperty(name, value);
    }
    written.set(element, next);
  };
  let last: Palette | null = null;
  let lastIndex = -1;
  return (palette, index) => {
    if (palette === last && index === lastIndex) return;
    lastIndex = index;
    const around = textBlocks.slice(Math.max(0, index - 1), index + 2).flat();
    for (const block of around) write(block, { '--text-background': palette.paper });
    if (palette === last) return;
    last = palette;
    const all = cssVariables(palette);
    write(stage, all);
    if (rail) write(rail, Object.fromEntries(Object.entries(all).filter(([name]) => ON_RAIL.has(name))));
  };
}

import { ownColors } from '../../basemap/story-palettes.ts';
import { ownStyleSheet } from '../../pictures/map-style-sheet.ts';
import type { Story } from '../../story/story.ts';

/** The map of the page with scales that are tried, over the map as it is. */
export interface TrialPicture {
  /** @param svg the whole map of the author's screen, as SVG text */
  show(story: Story, svg: string): void;
  clear(): void;
}

export function createTrialPicture(stage: HTMLElement): TrialPicture {
  const style = document.createElement('style');
  const picture = document.createElement('div');
  picture.className = 'author-trial';
  return {
    show(story, svg) {
      const colors = ownColors(story);
      style.textContent = colors ? ownStyleSheet(colors) : '';
      picture.innerHTML = svg;
      const { top, height } = stage.getBoundingClientRect();
      Object.assign(picture.style, { top: `${top}px`, height: `${height}px` });
      document.body.append(style);
      // Beside the stage and not in it: the stage holds the colours of the layer as it is.
      stage.after(picture);
    },
    clear() {
      style.remove();
      picture.remove();
    },
  };
}

import type { Scene } from '../../story/scene.ts';
import type { Mood, Story } from '../../story/story.ts';

/** The page's parts that follow the scene: progress line, place marks of the rail, mood of the bar, edge of the stage. */
export interface PageChrome {
  show(scene: Scene): void;
}

function strongestMood(moods: Readonly<Record<Mood, number>>): Mood {
  if (moods.paper >= 0.5) return 'paper';
  return moods.dusk >= moods.night ? 'dusk' : 'night';
}

function createProperty(elements: Iterable<HTMLElement>, name: string): (value: string) => void {
  let written = '';
  return (value) => {
    if (value !== written) for (const element of elements) element.style.setProperty(name, value);
    written = value;
  };
}

/** A stopped animation, which is moved on: a style written instead is worked out from all rules anew in each frame. */
function createProgressLine(line: HTMLElement | null): (progress: number) => void {
  const animation = line?.animate({ transform: ['scaleX(0)', 'scaleX(1)'] }, { duration: 1, fill: 'both' });
  animation?.pause();
  return (progress) => {
    if (animation && animation.currentTime !== progress) animation.currentTime = progress;
  };
}

export function createPageChrome(root: HTMLElement, story: Story): PageChrome {
  const bar = root.querySelector<HTMLElement>('.bar');
  const ticks = [...root.querySelectorAll<HTMLElement>('.rail > *')];
  // Each on the element that uses it: set on the root, they would have the browser style the whole page in every frame.
  const property = (name: string, selector: string) =>
    createProperty(root.querySelectorAll<HTMLElement>(selector), name);
  const progress = createProgressLine(root.querySelector('.progress'));
  const stageHeight = property('--stage-height', '.stage, .stage-edge, .stage > .attribution');
  const scrim = property('--scrim', '.scrim');
  let current: HTMLElement | undefined;
  return {
    show(scene) {
      progress(scene.progress);
      stageHeight(`${scene.stageHeightPx.toFixed(1)}px`);
      scrim(scene.scrim.toFixed(3));
      const mood = strongestMood(scene.moods);
      if (bar && bar.dataset['mood'] !== mood) bar.dataset['mood'] = mood;
      const section = story.sections[scene.section.index];
      const card = section?.card.layout ?? 'column';
      if (root.dataset['card'] !== card) root.dataset['card'] = card;
      if (root.dataset['section'] === scene.section.id) return;
      root.dataset['section'] = scene.section.id;
      root.toggleAttribute('data-bare', section?.layers.emphasis.map === 0);
      current?.removeAttribute('data-current');
      current = ticks[scene.section.index];
      current?.setAttribute('data-current', '');
    },
  };
}

import { middleOf } from '../geo/boxes.ts';
import type { Camera } from '../geo/lng-lat.ts';
import type { CameraStop } from './camera/camera.ts';
import { createTravel } from './camera/camera.ts';
import { cameraFor } from './camera/framing.ts';
import type { Layout } from './layout.ts';
import { layoutFor } from './layout.ts';
import type { Viewport } from './scene.ts';
import type { Section, Story } from './story.ts';

/** Section progress at which the camera stands on the section's frame; before and after it travels. */
export const REST = { start: 0.25, end: 0.75 } as const;

/** Section progress at which a link to the section arrives: everything with the usual timing is drawn by then. */
export const LANDING = 0.45;

/** A section solved for one viewport. */
export interface Stop {
  readonly section: Section;
  readonly layout: Layout;
  readonly camera: Camera;
}

/** A journey between two adjacent sections. */
export interface Travel {
  readonly from: Stop;
  readonly to: Stop;
  readonly cameraAt: (t: number) => Camera;
}

/** A story laid along the reader's way. Sections have equal shares of `progress`, whatever their length on screen. */
export interface Timeline {
  readonly story: Story;
  readonly count: number;
  stop(index: number, viewport: Viewport): Stop;
  travel(fromIndex: number, viewport: Viewport): Travel;
}

const keyOf = (viewport: Viewport): string =>
  `${viewport.width}x${viewport.height}${viewport.dir}${viewport.embed ? 'e' : ''}${viewport.figure ? 'f' : ''}`;

const focusOf = ({ camera, layout }: Stop): CameraStop => ({
  camera,
  focusPoint: middleOf(layout.freeBox),
});

/** Remembers the results for the viewport in use; another viewport starts afresh, so memory does not grow by resizing. */
function perViewport<T>(compute: (index: number, viewport: Viewport) => T): (index: number, viewport: Viewport) => T {
  let key = '';
  let cache = new Map<number, T>();
  return (index, viewport) => {
    if (keyOf(viewport) !== key) {
      key = keyOf(viewport);
      cache = new Map();
    }
    const found = cache.get(index) ?? compute(index, viewport);
    cache.set(index, found);
    return found;
  };
}

/** @throws RangeError for a story without sections */
export function buildTimeline(story: Story): Timeline {
  if (story.sections.length === 0) throw new RangeError(`Story "${story.slug}" has no sections`);
  const stop = perViewport((index, viewport): Stop => {
    const section = story.sections[index];
    if (!section) throw new RangeError(`Story "${story.slug}" has no section ${index}`);
    return { section, layout: layoutFor(viewport, section.card), camera: cameraFor(story, section, viewport) };
  });
  const travel = perViewport((index, viewport): Travel => {
    const from = stop(index, viewport);
    const to = stop(index + 1, viewport);
    return { from, to, cameraAt: createTravel(focusOf(from), focusOf(to), viewport) };
  });
  return { story, count: story.sections.length, stop, travel };
}

import type { Frame, Story } from '../story/story.ts';
import { buildTimeline, type Timeline } from '../story/timeline.ts';

const flat = (frame: Frame): Frame => ({ ...frame, pitch: 0, phone: frame.phone && flat(frame.phone) });

/** The timeline static maps are made from: a drawing is seen from straight above, so no frame is tilted. */
export function buildFigureTimeline(story: Story): Timeline {
  const sections = story.sections.map((section) => ({ ...section, frame: flat(section.frame) }));
  return buildTimeline({ ...story, sections });
}

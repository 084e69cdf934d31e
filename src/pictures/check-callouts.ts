import type { Basemap } from '../basemap/basemap.ts';
import { buildProblem, type Problem } from '../content/lint/diagnostics/problems.ts';
import { frameWhere, type SceneCheck } from '../content/lint/scenes/scene-check.ts';
import { screenWords, TESTED_SCREENS, type TestedScreen, viewportOf } from '../content/lint/scenes/tested-screens.ts';
import type { Box } from '../geo/lng-lat.ts';
import { drawAny } from '../labels/section/draw-annotation.ts';
import { buildMapBase, type MapBase } from '../labels/section/map-base.ts';
import { placeSection } from '../labels/section/place-section.ts';
import { plainMarks } from '../marks/plain-marks.ts';
import type { Annotation, Section } from '../story/story.ts';
import { textBox } from './text-box.ts';

/** What becomes of a section's words on one screen. */
interface Told {
  readonly lost: Readonly<Record<string, 'all' | 'body'>>;
  /** Pairs of annotations whose words cover each other, joined by a blank. */
  readonly overlaps: readonly string[];
}

interface Lettered {
  readonly id: string;
  readonly boxes: readonly Box[];
  readonly words: number;
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** Letters may touch: a pixel is a rounding. */
const SLACK_PX = 2;

const meet = (a: Box, b: Box): boolean =>
  a.left + SLACK_PX < b.right &&
  b.left + SLACK_PX < a.right &&
  a.top + SLACK_PX < b.bottom &&
  b.top + SLACK_PX < a.bottom;

function lossOf(annotation: Annotation, { words }: Lettered): 'all' | 'body' | null {
  if (annotation.kind !== 'callout') return null;
  if (words === 0) return 'all';
  return words < wordsIn(annotation.head) + wordsIn(annotation.body) ? 'body' : null;
}

function toldOn(check: SceneCheck, base: MapBase, index: number, screen: TestedScreen): Told {
  const viewport = viewportOf(screen, check.dir);
  const stop = check.timeline.stop(index, viewport);
  const rest = placeSection(check.story, base, stop, viewport);
  const lettered = stop.section.annotations.map((annotation): Lettered => {
    const { marks } = drawAny(annotation, 1, { ...rest.context, taken: rest.takenBefore[annotation.id] ?? [] });
    const texts = plainMarks(marks).flatMap((mark) => (mark.type === 'text' ? [mark] : []));
    const words = texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
    return { id: annotation.id, boxes: texts.map((text) => textBox(text, rest.context)), words };
  });
  const losses = stop.section.annotations.flatMap((annotation, at) => {
    const own = lettered[at];
    const loss = own === undefined ? null : lossOf(annotation, own);
    return loss === null ? [] : [[annotation.id, loss] as const];
  });
  const overlaps = lettered.flatMap((one, at) =>
    lettered
      .slice(at + 1)
      .filter((other) => one.boxes.some((a) => other.boxes.some((b) => meet(a, b))))
      .map((other) => `${one.id} ${other.id}`),
  );
  return { lost: Object.fromEntries(losses), overlaps };
}

function problemsOf(check: SceneCheck, section: Section, told: readonly Told[]): readonly Problem[] {
  const where = frameWhere(check, section, 'annotations');
  const screensOf = (holds: (one: Told) => boolean) =>
    screenWords(TESTED_SCREENS.filter((_, at) => holds(told[at] ?? { lost: {}, overlaps: [] })));
  const ids = [...new Set(told.flatMap(({ lost }) => Object.keys(lost)))];
  const pairs = [...new Set(told.flatMap(({ overlaps }) => overlaps))];
  return [
    ...ids.map((id) => {
      const lost = told.some((one) => one.lost[id] === 'all') ? 'all' : 'body';
      const screens = screensOf((one) => one.lost[id] === lost);
      return buildProblem('CalloutWithoutRoom', where, { id, lost, screens });
    }),
    ...pairs.map((pair) => {
      const [id = '', other = ''] = pair.split(' ');
      const screens = screensOf(({ overlaps }) => overlaps.includes(pair));
      return buildProblem('CalloutsOverlap', where, { id, other, screens });
    }),
  ];
}

/** One annotation alone covers no other, and only callouts give way. */
const hasMuchToSay = ({ annotations }: Section): boolean =>
  annotations.length > 1 || annotations[0]?.kind === 'callout';

/** Words on the map that find no room, or that stand on one another, on the screens a story is tried on. */
export function checkCallouts(check: SceneCheck, basemap: Basemap): readonly Problem[] {
  const base = buildMapBase(basemap, check.story);
  return check.story.sections.flatMap((section, index) => {
    if (!hasMuchToSay(section)) return [];
    return problemsOf(
      check,
      section,
      TESTED_SCREENS.map((screen) => toldOn(check, base, index, screen)),
    );
  });
}

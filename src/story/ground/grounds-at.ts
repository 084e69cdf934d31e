import { ramp } from '../easing.ts';
import type { Scene } from '../scene.ts';
import { REST } from '../timeline.ts';
import { type GroundUse, MAP, RELIEF } from './ground.ts';

/** Which part of the screen a ground has: all of it, or one side of a divider. */
export type GroundPart = 'all' | 'before' | 'after';

/** One ground as a section has it in a scene. */
export interface GroundState {
  readonly name: string;
  readonly sectionIndex: number;
  /** 0–1 */
  readonly opacity: number;
  readonly part: GroundPart;
  /** How much is still shown of the first of two that take each other's place, 0–1. */
  readonly share: number;
}

/** The divider stands still while the reader arrives and before they leave. */
const WIPE = { start: REST.start + 0.1, end: REST.end - 0.1 } as const;

interface Shown {
  readonly use: GroundUse;
  readonly sectionIndex: number;
  readonly weight: number;
  /** How far the reader is through the section, 0–1. */
  readonly progress: number;
}

/** The grounds of the sections a scene is painted as, each with its weight. */
function shownIn({ section: { index }, sectionProgress, paints }: Scene): readonly Shown[] {
  const first = paints.length === 1 || sectionProgress > 0.5 ? index : index - 1;
  return paints.flatMap(({ layers: { ground: use }, weight }, at) => {
    const sectionIndex = first + at;
    const progress = paints.length === 1 ? sectionProgress : 1 - at;
    return use === undefined || weight <= 0 ? [] : [{ use, sectionIndex, weight, progress }];
  });
}

const hidesMap = ({ show, after, over }: GroundUse): boolean =>
  show !== null && show !== MAP && after !== MAP && over === 1;

/**
 * How opaque a section's picture is. Between two that hide the map the one comes over the other, whole, so that the map does
 * not shine through.
 */
function opacityOf({ use, weight }: Shown, above: Shown | undefined): number {
  const isCovered = above !== undefined && hidesMap(above.use) && hidesMap(use);
  return use.over * (isCovered ? 1 : weight);
}

function statesOf(shown: Shown, above: Shown | undefined): readonly GroundState[] {
  const { use, sectionIndex, weight } = shown;
  const opacity = opacityOf(shown, above);
  const share = 1 - ramp(shown.progress, WIPE.start, WIPE.end);
  const stateOf = (name: string | null, part: GroundPart): readonly GroundState[] =>
    name === null ? [] : [{ name, sectionIndex, opacity, part, share }];
  const relief = use.relief * weight;
  return [
    ...(relief > 0 ? [{ name: RELIEF, sectionIndex, opacity: relief, part: 'all' as const, share }] : []),
    ...stateOf(use.show, use.after === null ? 'all' : 'before'),
    ...stateOf(use.after, 'after'),
  ];
}

/** What lies over the map in a scene, the lowest first. */
export function groundsAt(scene: Scene): readonly GroundState[] {
  const shown = shownIn(scene);
  return shown.flatMap((one, index) => statesOf(one, shown[index + 1]));
}

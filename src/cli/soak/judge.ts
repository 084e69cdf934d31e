import type { Camera } from '../../geo/lng-lat.ts';

/** Of the scene on screen, as `<story-map>` tells it, what is compared. */
export interface ShownScene {
  readonly progress: number;
  /** Id of the section. */
  readonly section: string;
  readonly camera: Camera;
  readonly annotations: readonly { readonly key: string; readonly t: number; readonly opacity: number }[];
}

/** What a page shows at rest. */
export interface Shown {
  readonly scene: ShownScene;
  /** Keys of the marks that are drawn, sorted. */
  readonly marks: readonly string[];
}

const TOLERANCE = 1e-6;

/** Everything in a scene that could differ, as numbers by name. */
function numbersOf({ progress, camera, annotations }: ShownScene): Readonly<Record<string, number>> {
  const [lng, lat] = camera.center;
  const { zoom, pitch, bearing } = camera;
  const drawn = annotations.flatMap(({ key, t, opacity }) => [
    [`${key} t`, t],
    [`${key} opacity`, opacity],
  ]);
  return { progress, lng, lat, zoom, pitch, bearing, ...Object.fromEntries(drawn) };
}

/** How what is shown differs from what a fresh visit shows: a line each, none where it does not. */
export function compareShown(found: Shown, fresh: Shown): readonly string[] {
  if (found.scene.section !== fresh.scene.section) {
    return [`section ${found.scene.section}, in a fresh visit ${fresh.scene.section}`];
  }
  const [a, b] = [numbersOf(found.scene), numbersOf(fresh.scene)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const numbers = names.flatMap((name) => {
    const isSame = Math.abs((a[name] ?? Number.NaN) - (b[name] ?? Number.NaN)) <= TOLERANCE;
    return isSame ? [] : [`${name} ${a[name]}, in a fresh visit ${b[name]}`];
  });
  const missing = fresh.marks.filter((key) => !found.marks.includes(key));
  const extra = found.marks.filter((key) => !fresh.marks.includes(key));
  return [
    ...numbers,
    ...missing.map((key) => `without the mark ${key}`),
    ...extra.map((key) => `a mark ${key} that a fresh visit has not`),
  ];
}

/** What a page keeps once its garbage is collected, and what stands in its documents. */
export interface Memory {
  /** Of all that its scripts keep, without their code, which the browser goes on translating. */
  readonly dataBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** How much more there may be after a stretch of reading than before, as a share. */
const MOST_GROWTH = 0.05;

const WORDS: Readonly<Record<keyof Memory, string>> = {
  dataBytes: 'bytes of memory',
  nodes: 'nodes',
  listeners: 'listeners',
};

/** What has grown beyond measure between two times at which a page shows the same: a line each. */
export function judgeMemory(before: Memory, after: Memory): readonly string[] {
  return (['dataBytes', 'nodes', 'listeners'] as const).flatMap((what) => {
    const growth = after[what] / before[what] - 1;
    const share = `${(growth * 100).toFixed(1)} %`;
    return growth > MOST_GROWTH ? [`${share} more ${WORDS[what]}: ${before[what]}, then ${after[what]}`] : [];
  });
}

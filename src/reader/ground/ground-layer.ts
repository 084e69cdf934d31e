import { groundMatrix } from '../../geo/camera/ground-matrix.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import { createProjection, toWorld } from '../../geo/mercator.ts';
import type { GroundPicture } from '../../story/ground/ground.ts';
import { type GroundPart, type GroundState, groundsAt, type WipeState } from '../../story/ground/grounds-at.ts';
import { picturesFor, toneOver } from '../../story/ground/pictures-for.ts';
import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import type { OverMap } from '../player/over-map.ts';
import type { ReaderLook } from '../player/viewport.ts';
import { createDivider, type Divider } from './divider.ts';
import { createPictureElements, type PictureElements } from './picture-elements.ts';

/** So many sections ahead, pictures are fetched. */
const AHEAD = 1;
/** From here on a picture is what names stand on. */
const IS_GROUND = 0.5;

/** CSS writes matrices column by column. */
function transformOf(
  projection: Projection,
  { bounds: [west, south, east, north], width, height }: GroundPicture,
): string {
  const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
  const [x, y, w] = groundMatrix(projection, [left, top], [(right - left) / width, (bottom - top) / height]);
  const columns = [0, 1, 2].map((at) => [x[at], y[at], w[at]]);
  const [[a, b, g], [c, d, h], [e, f, i]] = columns as [number[], number[], number[]];
  return `matrix3d(${[a, b, 0, g, c, d, 0, h, 0, 0, 1, 0, e, f, 0, i].join()})`;
}

/** What of the screen a part has, as insets from its sides. */
function clipOf(part: GroundPart, divider: number, isRightToLeft: boolean): string {
  if (part === 'all') return 'none';
  const [before, after] = [`${100 * (1 - divider)}%`, `${100 * divider}%`];
  const isRight = (part === 'before') === isRightToLeft;
  return isRight
    ? `inset(0 0 0 ${part === 'before' ? before : after})`
    : `inset(0 ${part === 'before' ? before : after} 0 0)`;
}

interface Part {
  readonly state: GroundState;
  readonly pictures: readonly GroundPicture[];
}

/** Parts that show the very same pictures as one: two sections may look at the same ground. */
function distinct(parts: readonly Part[]): readonly Part[] {
  const byPictures = new Map<string, Part>();
  for (const part of parts) {
    const key = `${part.state.part} ${part.pictures.map(({ file }) => file)}`;
    const opacity = Math.min(1, (byPictures.get(key)?.state.opacity ?? 0) + part.state.opacity);
    byPictures.set(key, { ...part, state: { ...part.state, opacity } });
  }
  return [...byPictures.values()];
}

/** Satellite pictures, scans and relief between the map and its marks; fetched by pages of stories that have any. */
export function create(
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  onChange: () => void,
  signal: AbortSignal,
): OverMap {
  const { grounds = {}, sections } = timeline.story;
  const host = document.createElement('div');
  host.className = 'grounds';
  root.querySelector('.stage > .maplibre')?.after(host);
  const elements: PictureElements = createPictureElements(root, host, onChange, (cause) => {
    // The map below it is there.
    void onDemand('ground-failed', () => Promise.reject(cause));
  });
  const divider: Divider = createDivider(root, onChange, signal);
  let shown: readonly Part[] = [];

  const partOf = (state: GroundState, look: ReaderLook): readonly Part[] => {
    const ground = grounds[state.name];
    const pictures = ground ? picturesFor(ground, sections[state.sectionIndex]?.id ?? '', look.viewport) : [];
    return pictures.length === 0 ? [] : [{ state, pictures }];
  };

  const tell = (parts: readonly Part[]): void => {
    const top = parts.findLast(({ state }) => state.opacity > IS_GROUND && grounds[state.name]?.kind === 'picture');
    const tone = top?.pictures.at(-1);
    const over = tone ? toneOver(tone) : null;
    const layer = root.querySelector<SVGElement>('.stage > .annotation-layer');
    for (const name of ['dark', 'light'] as const) layer?.classList.toggle(`over-${name}`, over?.tone === name);
    layer?.classList.toggle('over-busy', over?.isBusy === true);
    root.toggleAttribute('data-over-picture', over !== null);
    const credited = new Set(parts.filter(({ state }) => state.opacity > 0).map(({ state }) => state.name));
    for (const credit of root.querySelectorAll<HTMLElement>('.stage [data-ground-credit]'))
      credit.hidden = !credited.has(credit.dataset['groundCredit'] ?? '');
  };

  const place = (parts: readonly Part[], scene: Scene, { viewport, theme }: ReaderLook, share: number): void => {
    const projection = createProjection(scene.camera, viewport.width, viewport.height);
    host.dataset['theme'] = theme;
    elements.show(
      parts.map(({ state, pictures }) => ({
        key: `${state.name} ${state.part} ${state.sectionIndex}`,
        kind: grounds[state.name]?.kind ?? 'picture',
        opacity: state.opacity,
        clip: clipOf(state.part, share, viewport.dir === 'rtl'),
        pictures: pictures.map((picture) => ({ picture, transform: transformOf(projection, picture) })),
      })),
    );
  };

  const fetchAhead = (scene: Scene, look: ReaderLook): void => {
    for (const { id, layers } of sections.slice(scene.section.index, scene.section.index + AHEAD + 1)) {
      const { show = null, after = null, relief = 0 } = layers.ground ?? {};
      const names = [show, after, ...(relief > 0 ? ['relief'] : [])];
      for (const name of names)
        for (const picture of picturesFor(grounds[name ?? ''] ?? EMPTY, id, look.viewport)) elements.fetch(picture);
    }
  };

  return {
    show(scene, look) {
      const { grounds: states, wipe } = groundsAt(scene);
      fetchAhead(scene, look);
      shown = distinct(states.flatMap((state) => partOf(state, look)));
      place(shown, scene, look, divider.show(isWiping(wipe, states) ? wipe : null, scene, look));
      tell(shown);
    },
    isSettled: () => shown.every(({ pictures }) => pictures.every(elements.isThere)),
  };
}

const EMPTY = { kind: 'picture', attribution: [], command: '', pictures: [] } as const;

/** A divider between pictures that are only coming or going could not be taken hold of. */
const isWiping = (wipe: WipeState | null, states: readonly GroundState[]): boolean =>
  wipe !== null && states.every(({ sectionIndex }) => sectionIndex === wipe.sectionIndex);

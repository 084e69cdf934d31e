import { contains } from '../../geo/bounds.ts';
import { groundMatrix } from '../../geo/camera/ground-matrix.ts';
import type { Projection } from '../../geo/lng-lat.ts';
import { createProjection, toWorld, unproject } from '../../geo/mercator.ts';
import type { SceneMark } from '../../marks/mark.ts';
import { type IsOver, marksOver } from '../../marks/over-picture.ts';
import { type Ground, type GroundPicture, RELIEF } from '../../story/ground/ground.ts';
import { type GroundPart, type GroundState, groundsAt } from '../../story/ground/grounds-at.ts';
import { picturesFor, toneOver } from '../../story/ground/pictures-for.ts';
import type { Scene, Viewport } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import type { OverMap } from '../over-map/over-map.ts';
import { requireElement } from '../player/require-element.ts';
import type { ReaderLook } from '../player/viewport.ts';
import { Divider } from './divider.ts';
import { PictureElements } from './picture-elements.ts';

/** So many sections ahead, pictures are fetched; and as many behind, they are kept. */
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

/**
 * What of the screen a part has.
 * @param x where the divider stands, in CSS pixels from the side where reading begins
 */
function clipOf(part: GroundPart, x: number, { width, dir }: Viewport): string {
  if (part === 'all') return 'none';
  // From the side where the part is not.
  const inset = part === 'before' ? width - x : x;
  const isCutLeft = (part === 'after') === (dir === 'ltr');
  return isCutLeft ? `inset(0 0 0 ${inset.toFixed(1)}px)` : `inset(0 ${inset.toFixed(1)}px 0 0)`;
}

/** Whether a part has a point of the screen. */
function hasPoint(part: GroundPart, x: number, pointX: number, { width, dir }: Viewport): boolean {
  const fromStart = dir === 'ltr' ? pointX : width - pointX;
  return part === 'all' || (part === 'before') === fromStart < x;
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

const NOTHING: Ground = { kind: 'picture', attribution: [], command: '', pictures: [] };

/** Where two take each other's place: not while they are only coming or going, when they could not be taken hold of. */
function dividedIn(states: readonly GroundState[]): GroundState | null {
  const first = states.find(({ part }) => part === 'before');
  return first && states.every(({ sectionIndex }) => sectionIndex === first.sectionIndex) ? first : null;
}

/** Satellite pictures, scans and relief between the map and its marks. */
class GroundLayer implements OverMap {
  readonly #root: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #host = document.createElement('div');
  readonly #timeline: Timeline;
  readonly #elements: PictureElements;
  readonly #divider: Divider;
  readonly #credits: readonly (readonly [element: HTMLElement, names: readonly string[]])[];
  #shown: readonly Part[] = [];
  #isOver: IsOver | null = null;

  constructor(
    root: HTMLElement,
    timeline: Timeline,
    divider: Divider,
    onChange: () => void,
    onFailed: (cause: Error) => void,
  ) {
    this.#root = root;
    this.#stage = requireElement(root, '.stage');
    this.#timeline = timeline;
    this.#divider = divider;
    this.#credits = [...root.querySelectorAll<HTMLElement>('[data-ground-credit]')].map((credit) => [
      credit,
      credit.dataset['groundCredit']?.split(' ') ?? [],
    ]);
    this.#host.className = 'grounds';
    this.#stage.querySelector(':scope > .maplibre')?.after(this.#host);
    this.#elements = new PictureElements(root, this.#host, { onChange, onFailed });
  }

  show(scene: Scene, look: ReaderLook): void {
    const states = groundsAt(scene);
    this.#fetchAhead(scene, look);
    this.#shown = distinct(states.flatMap((state) => this.#partOf(state, look)));
    this.#place(scene, look);
    this.#divider.show(dividedIn(states), scene, look);
    this.#setMarks(scene, look);
    this.#credit();
  }

  marks(marks: readonly SceneMark[]): readonly SceneMark[] {
    return this.#isOver ? marksOver(marks, this.#isOver) : marks;
  }

  isSettled(): boolean {
    return this.#shown.every(({ pictures }) => pictures.every((picture) => this.#elements.isThere(picture)));
  }

  #groundOf(name: string | null): Ground {
    return this.#timeline.story.grounds?.[name ?? ''] ?? NOTHING;
  }

  #partOf(state: GroundState, look: ReaderLook): readonly Part[] {
    const { id = '' } = this.#timeline.story.sections[state.sectionIndex] ?? {};
    const pictures = picturesFor(this.#groundOf(state.name), id, look.viewport);
    return pictures.length === 0 ? [] : [{ state, pictures }];
  }

  #place(scene: Scene, look: ReaderLook): void {
    const { viewport, theme } = look;
    const projection = createProjection(scene.camera, viewport.width, viewport.height);
    this.#host.dataset['theme'] = theme;
    this.#elements.show(
      this.#shown.map(({ state, pictures }) => ({
        name: `${state.name} ${state.part}`,
        kind: this.#groundOf(state.name).kind,
        opacity: state.opacity,
        clip: clipOf(state.part, this.#divider.at(state, look), viewport),
        pictures: pictures.map((picture) => ({ picture, transform: transformOf(projection, picture) })),
      })),
    );
  }

  /** Names on a picture are set as it calls for. */
  #setMarks({ camera }: Scene, look: ReaderLook): void {
    const { viewport } = look;
    const hiding = this.#shown.filter(
      ({ state: { name, opacity } }) => opacity > IS_GROUND && this.#groundOf(name).kind === 'picture',
    );
    const picture = hiding.at(-1)?.pictures.at(-1);
    const over = picture ? toneOver(picture) : null;
    const projection = createProjection(camera, viewport.width, viewport.height);
    const isOver: IsOver = (point) =>
      hiding.some(
        ({ state, pictures }) =>
          hasPoint(state.part, this.#divider.at(state, look), point[0], viewport) &&
          pictures.some(({ bounds }) => contains(bounds, unproject(projection, point))),
      );
    this.#isOver = over && isOver;
    for (const tone of ['dark', 'light'] as const) this.#stage.classList.toggle(`over-${tone}`, over?.tone === tone);
    this.#stage.classList.toggle('over-busy', over?.isBusy === true);
    this.#root.toggleAttribute('data-over-picture', over !== null);
  }

  /** Whose the pictures are that are seen. */
  #credit(): void {
    const names = this.#shown.filter(({ state }) => state.opacity > 0).map(({ state }) => state.name);
    for (const [credit, own] of this.#credits) credit.hidden = !own.some((name) => names.includes(name));
  }

  #fetchAhead({ section }: Scene, look: ReaderLook): void {
    const [behind, ahead] = [
      this.#picturesIn(section.index - AHEAD, section.index, look),
      this.#picturesIn(section.index, section.index + AHEAD + 1, look),
    ];
    this.#elements.keep([...behind, ...ahead]);
    for (const picture of ahead) this.#elements.fetch(picture);
  }

  #picturesIn(from: number, to: number, { viewport }: ReaderLook): readonly GroundPicture[] {
    const { sections } = this.#timeline.story;
    return sections.slice(Math.max(0, from), to).flatMap(({ id, layers }) => {
      const { show = null, after = null, relief = 0 } = layers.ground ?? {};
      const names = [show, after, relief > 0 ? RELIEF : null];
      return names.flatMap((name) => picturesFor(this.#groundOf(name), id, viewport));
    });
  }
}

/** Fetched by pages of stories that lay any ground over their maps. */
export function create(
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  onChange: () => void,
  signal: AbortSignal,
): OverMap {
  const divider = new Divider(root, timeline, onChange, signal);
  const onFailed = (cause: Error): void => void onDemand('ground-failed', () => Promise.reject(cause));
  return new GroundLayer(root, timeline, divider, onChange, onFailed);
}

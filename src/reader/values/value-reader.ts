import { isWay, nextPoint } from '../../basemap/data/next-point.ts';
import type { Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import type { OverMap } from '../over-map/over-map.ts';
import { requireElement } from '../player/require-element.ts';
import type { ReaderLook } from '../player/viewport.ts';
import { markOf } from './mark-of.ts';
import { ValueCard } from './value-card.ts';
import { type FoundValue, ValueFinder } from './value-finder.ts';

/** How far from a dot or a line a mouse, and a finger, is still meant for it, in CSS pixels. */
const REACH_PX = { fine: 6, finger: 18 } as const;

interface Pointer {
  readonly at: ScreenPoint;
  readonly reachPx: number;
}

const NOTHING: Readonly<Record<string, number>> = {};

/** Tells what data on the map say: under the pointer, where a finger taps, and from shape to shape by arrow keys. */
class ValueReader implements OverMap {
  readonly #root: HTMLElement;
  readonly #host: HTMLElement;
  readonly #home: Comment;
  readonly #keys: HTMLElement;
  readonly #card: ValueCard;
  readonly #finder: ValueFinder;
  readonly #onDemand: OnDemand;
  readonly #failed = new Set<unknown>();
  #shown: Readonly<Record<string, number>> = NOTHING;
  #projection: Projection | null = null;
  #heightPx = 0;
  /** Where the mouse is over the map. */
  #hover: Pointer | null = null;
  /** What was tapped, or the keys have come to: it stays when the map moves. */
  #held: FoundValue | null = null;
  #frame = 0;

  constructor(root: HTMLElement, { story }: Timeline, onDemand: OnDemand, signal: AbortSignal) {
    this.#root = root;
    this.#host = requireElement(root, '.value-reader');
    this.#home = document.createComment('');
    this.#host.before(this.#home);
    this.#keys = requireElement(this.#host, '.value-keys');
    this.#card = new ValueCard(this.#host);
    this.#finder = new ValueFinder(story.mapSources ?? [], signal);
    this.#onDemand = onDemand;
    this.#listen(signal);
  }

  show(scene: Scene, { viewport }: ReaderLook): void {
    const isMap = emphasisOf(scene.layers, 'map') >= 0.5 && scene.backdrops.length === 0;
    this.#shown = isMap ? (scene.layers.shown ?? NOTHING) : NOTHING;
    this.#projection = createProjection(scene.camera, viewport.width, viewport.height, scene.middle);
    this.#heightPx = this.#isExploring ? viewport.height : scene.stageHeightPx;
    this.#keys.hidden = !this.#finder.isOn(this.#shown);
    this.#stand();
    this.#tell();
  }

  isSettled(): boolean {
    return true;
  }

  get #isExploring(): boolean {
    return this.#root.hasAttribute('data-exploring');
  }

  /** In the dialog while the reader moves the map: what is outside of it can have no focus. */
  #stand(): void {
    const dialog = this.#isExploring ? this.#root.querySelector('dialog.explore') : null;
    const isThere = this.#host.parentElement === (dialog ?? this.#home.parentElement);
    if (isThere) return;
    this.#let();
    if (dialog) dialog.append(this.#host);
    else this.#home.after(this.#host);
  }

  #listen(signal: AbortSignal): void {
    const options = { signal, passive: true } as const;
    this.#root.addEventListener('pointermove', this.#move, options);
    this.#root.addEventListener('pointerleave', () => this.#point(null), options);
    this.#root.addEventListener('click', this.#tap, options);
    this.#keys.addEventListener('keydown', (event) => void this.#press(event), { signal });
    this.#keys.addEventListener('blur', () => this.#let(), { signal });
    // Before the dialog hears of it: the first Escape takes away the card alone.
    document.addEventListener('keydown', this.#escape, { signal, capture: true });
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#card.isShown) return;
    event.preventDefault();
    event.stopPropagation();
    this.#let();
  };

  /** On the map itself, not on words or controls over it. */
  #pointOf(event: MouseEvent): ScreenPoint | null {
    const { target } = event;
    const isMap = target === this.#root || (target instanceof Element && target.matches('.explore-map'));
    const { left, top } = this.#host.getBoundingClientRect();
    const at = [event.clientX - left, event.clientY - top] as const;
    return isMap && at[1] <= this.#heightPx ? at : null;
  }

  readonly #move = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const at = event.buttons === 0 ? this.#pointOf(event) : null;
    this.#point(at && { at, reachPx: REACH_PX.fine });
  };

  /** At most once a frame. */
  #point(pointer: Pointer | null): void {
    this.#hover = pointer;
    if (pointer) this.#held = null;
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      void this.#ready(false);
      this.#tell();
    });
  }

  readonly #tap = (event: MouseEvent): void => {
    const at = this.#pointOf(event);
    if (!at || (event instanceof PointerEvent && event.pointerType === 'mouse')) return;
    const [shown, projection] = [this.#shown, this.#projection];
    void this.#ready(true).then(() => {
      this.#held = projection && this.#finder.at(shown, projection, at, REACH_PX.finger);
      this.#tell();
      this.#say();
    });
  };

  async #press(event: KeyboardEvent): Promise<void> {
    if (!isWay(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    await this.#ready(true);
    const projection = this.#projection;
    if (!projection || document.activeElement !== this.#keys) return;
    const { width } = projection;
    const seen = this.#finder
      .all(this.#shown, projection)
      .filter(({ at: [x, y] }) => x >= 0 && x <= width && y >= 0 && y <= this.#heightPx);
    const from = this.#held && this.#finder.pointOf(this.#held, projection);
    const points = seen.map(({ at }) => at);
    const next = from ? nextPoint(points, from, event.key) : nearest(points, [width / 2, this.#heightPx / 2]);
    this.#held = next === null ? this.#held : (seen[next]?.found ?? null);
    this.#hover = null;
    this.#tell();
    this.#say();
  }

  /** Fetches what the layers on show say. What did not come is asked for again by those who press or tap. */
  async #ready(isAskedFor: boolean): Promise<void> {
    const missing = this.#finder.missing(this.#shown).filter((one) => isAskedFor || !this.#failed.has(one));
    if (missing.length === 0) return;
    for (const one of missing) this.#failed.add(one);
    await this.#onDemand('values-failed', () => this.#finder.fetch(missing));
    this.#tell();
  }

  #let(): void {
    this.#held = null;
    this.#hover = null;
    this.#card.hide();
  }

  #found(projection: Projection): readonly [FoundValue, ScreenPoint] | null {
    if (this.#held) {
      const again = this.#finder.again(this.#held, this.#shown);
      return again && [again, this.#finder.pointOf(again, projection)];
    }
    if (!this.#hover) return null;
    const { at, reachPx } = this.#hover;
    const found = this.#finder.at(this.#shown, projection, at, reachPx);
    return found && [found, at];
  }

  #tell(): void {
    const projection = this.#projection;
    const found = projection && this.#found(projection);
    const words = found && this.#finder.words(found[0]);
    if (!words) {
      this.#held = null;
      this.#card.hide();
      return;
    }
    const [value, at] = found;
    const toScreen = this.#finder.toScreen(value.source, projection);
    const room = { width: projection.width, height: this.#heightPx, top: 0 };
    this.#card.show(words, at, markOf(value.shapes, toScreen), room);
  }

  #say(): void {
    const words = this.#held && this.#finder.words(this.#held);
    if (words) this.#card.say(words);
  }
}

function nearest(points: readonly ScreenPoint[], [x, y]: ScreenPoint): number | null {
  const distances = points.map(([px, py]) => Math.hypot(px - x, py - y));
  return points.length === 0 ? null : distances.indexOf(Math.min(...distances));
}

/** What tells the values of data layers; fetched by pages of stories that have any. */
export const create = (
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  _onChange: () => void,
  signal: AbortSignal,
): OverMap => new ValueReader(root, timeline, onDemand, signal);

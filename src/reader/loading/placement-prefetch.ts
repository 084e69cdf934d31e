import type { SceneMarks } from '../../labels/section/scene-marks.ts';
import type { InPieces } from '../../story/in-pieces.ts';
import type { Scene, Viewport } from '../../story/scene.ts';
import { inIdleMoments, inTasks } from './idle.ts';

/** As many as a flick of the finger passes. */
const FLICK = 8;

/** From the opening not everybody reads on, and MapLibre is starting. */
const reachFrom = (index: number): number => (index === 0 ? 1 : FLICK);

/** Where the reader is. */
export interface MarksPlace {
  readonly index: number;
  readonly viewport: Viewport;
  readonly isFlat: boolean;
}

/** A story's sections, and how places are sought for what they show. */
interface Sought extends Pick<SceneMarks, 'prepare' | 'isPlaced'> {
  readonly count: number;
}

interface Reader {
  /** Where they are now. */
  readonly place: () => MarksPlace;
  /** Called when what was missing from a scene can be shown. */
  readonly onPlaced: () => void;
  /** Called when a section's places cannot be found. */
  readonly onFailed: (index: number, cause: unknown) => void;
  /** Of the player, with which all of it is called off. */
  readonly signal: AbortSignal;
}

/**
 * Names and callouts of the sections to come find their places in idle moments: a flick leaves no time for that between its
 * frames. Who comes somewhere sooner than that, by a link or a long flick, sees the map first.
 */
export class LookAhead {
  readonly #sought: Sought;
  readonly #reader: Reader;
  /** Work on sections that was left for others. */
  readonly #begun = new Map<number, InPieces<unknown>>();
  /** Sections without places for as long as the page is open: a second try would fail as the first did. */
  readonly #failed = new Set<number>();
  #isUnderWay = false;
  #isHurried = false;
  #missing: readonly number[] = [];
  #screen: MarksPlace;

  constructor(sought: Sought, reader: Reader) {
    this.#sought = sought;
    this.#reader = reader;
    this.#screen = reader.place();
  }

  /** Seeks the places of the section being read, all else aside. */
  async begin(): Promise<void> {
    const { index } = this.#reader.place();
    const own = (): number | undefined => (this.#isSought(index) ? index : undefined);
    await inTasks(this.#pieces(own), this.#reader.signal);
    this.#screen = this.#reader.place();
  }

  /** Starts anew, or goes on from where the reader is. */
  goOn(): void {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    inIdleMoments(this.#allAhead(), this.#reader.signal);
  }

  /** The scene without what has no place yet: that is sought at once, but no frame waits for it. */
  placed(scene: Scene): Scene {
    const { viewport, isFlat } = this.#screen;
    this.#screen = this.#reader.place();
    // On another screen they are sought within the frame: names would flicker while a window is drawn wider.
    const isSameScreen = this.#screen.viewport === viewport && this.#screen.isFlat === isFlat;
    if (!isSameScreen) this.#begun.clear();
    const shown = [...scene.annotations, ...scene.labels].map(({ sectionIndex }) => sectionIndex);
    this.#missing = shown.filter((at) => this.#failed.has(at) || (isSameScreen && !this.#isPlaced(at)));
    if (this.#missing.length === 0) return scene;
    if (!this.isComplete()) this.#hurry();
    const isThere = (one: { readonly sectionIndex: number }): boolean => !this.#missing.includes(one.sectionIndex);
    return { ...scene, annotations: scene.annotations.filter(isThere), labels: scene.labels.filter(isThere) };
  }

  /** Whether nothing is missing from the last of them that can still come. */
  isComplete(): boolean {
    return this.#nextMissing() === undefined;
  }

  readonly #isPlaced = (index: number): boolean => {
    const { viewport, isFlat } = this.#reader.place();
    return this.#sought.isPlaced(index, viewport, isFlat);
  };

  readonly #isSought = (index: number): boolean => !this.#failed.has(index) && !this.#isPlaced(index);

  readonly #nextMissing = (): number | undefined => this.#missing.find(this.#isSought);

  readonly #nextAhead = (): number | undefined => {
    const { index } = this.#reader.place();
    const end = Math.min(this.#sought.count, index + 1 + reachFrom(index));
    for (let at = index; at < end; at += 1) if (this.#isSought(at)) return at;
    return undefined;
  };

  /** Takes up the next section at each step, which may be another than before. */
  *#pieces(next: () => number | undefined): InPieces<void> {
    for (let at = next(); at !== undefined; at = next()) {
      const { viewport, isFlat } = this.#reader.place();
      const work = this.#begun.get(at) ?? this.#sought.prepare(at, viewport, isFlat);
      this.#begun.set(at, work);
      this.#take(at, work);
      yield;
    }
  }

  /** One piece of the work on a section. What fails concerns that section alone. */
  #take(at: number, work: InPieces<unknown>): void {
    try {
      if (work.next().done) this.#begun.delete(at);
    } catch (error) {
      this.#begun.delete(at);
      this.#failed.add(at);
      this.#reader.onFailed(at, error);
    }
  }

  *#allAhead(): InPieces<void> {
    yield* this.#pieces(this.#nextAhead);
    this.#isUnderWay = false;
  }

  #hurry(): void {
    if (this.#isHurried) return;
    this.#isHurried = true;
    const done = (): void => {
      this.#isHurried = false;
      this.#reader.onPlaced();
    };
    // Called off with the player.
    inTasks(this.#pieces(this.#nextMissing), this.#reader.signal).then(done, () => undefined);
  }
}

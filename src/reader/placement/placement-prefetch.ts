import type { SectionPlacement } from '../../labels/section/place-section.ts';
import { type PlacementOf, placementKey } from '../../labels/section/placements.ts';
import type { Viewport } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { Placer } from './placement-service.ts';

/** As many as a flick of the finger passes. */
const FLICK = 8;

/** From the opening not everybody reads on, and MapLibre is starting. */
const reachFrom = (index: number): number => (index === 0 ? 1 : FLICK);

/** Where the reader is. */
export interface ReaderPosition {
  readonly index: number;
  readonly viewport: Viewport;
  readonly isFlat: boolean;
}

interface Reader {
  readonly position: () => ReaderPosition;
  /** Called when what was missing from a scene can be shown, or never will be. */
  readonly onPlaced: () => void;
  readonly onFailed: (index: number, cause: unknown) => void;
}

/** A section that cannot be placed shows none of its annotations and names. */
const UNPLACED: SectionPlacement = { annotations: {}, shields: [], labels: [], streets: [], locator: null, lost: {} };

/**
 * Asks for the placements of the sections to come before the reader is there, one at a time: a flick leaves no time for
 * that between its frames. A reader who gets to a section before its placement, by a link or a long flick, sees its map
 * first. On another screen the old placements stay until the new ones are there, or names would flicker while a window
 * is drawn wider.
 */
export class PlacementPrefetch {
  readonly #placer: Pick<Placer, 'place'>;
  readonly #timeline: Timeline;
  readonly #reader: Reader;
  readonly #placements = new Map<string, SectionPlacement>();
  /** The latest of each section, whatever the screen. */
  readonly #latest = new Map<number, SectionPlacement>();
  /** Sections that frames asked for in vain, on the screen of the moment. */
  readonly #missing = new Map<string, number>();
  /** How often each section was to be placed anew. */
  readonly #renewals = new Map<number, number>();
  #screen = '';
  #isUnderWay = false;

  constructor(placer: Pick<Placer, 'place'>, timeline: Timeline, reader: Reader) {
    this.#placer = placer;
    this.#timeline = timeline;
    this.#reader = reader;
  }

  /** The placement of a section, that of another screen until it is there, or null. No frame waits for it. */
  readonly placementOf: PlacementOf = (index, viewport, isFlat) => {
    this.#forgetOtherScreens();
    const key = this.#keyOf(index, { viewport, isFlat });
    const placement = this.#placements.get(key);
    if (placement) return placement;
    this.#missing.set(key, index);
    this.resume();
    return this.#latest.get(index) ?? null;
  };

  /** Goes on from where the reader is. */
  resume(): void {
    if (!this.#isUnderWay) void this.#placeAll();
  }

  /** Has a section placed anew: there is more to place. What was placed stands until then. */
  renew(index: number): void {
    this.#renewals.set(index, (this.#renewals.get(index) ?? 0) + 1);
    const position = this.#reader.position();
    for (const isFlat of [true, false]) this.#placements.delete(this.#keyOf(index, { ...position, isFlat }));
    if (!this.#latest.has(index)) return;
    this.#missing.set(this.#keyOf(index, position), index);
    this.resume();
  }

  /** Places the reader's own section. */
  async begin(): Promise<void> {
    await this.#place(this.#reader.position().index);
  }

  /** Whether nothing is missing that a frame asked for. */
  isComplete(): boolean {
    this.#forgetOtherScreens();
    return this.#missing.size === 0;
  }

  #keyOf(index: number, { viewport, isFlat }: Pick<ReaderPosition, 'viewport' | 'isFlat'>): string {
    return placementKey(this.#timeline, index, viewport, isFlat);
  }

  #forgetOtherScreens(): void {
    const screen = JSON.stringify(this.#reader.position().viewport);
    if (screen === this.#screen) return;
    this.#screen = screen;
    this.#placements.clear();
    this.#missing.clear();
  }

  #next(): number | undefined {
    this.#forgetOtherScreens();
    for (const index of this.#missing.values()) return index;
    const position = this.#reader.position();
    const end = Math.min(this.#timeline.count, position.index + 1 + reachFrom(position.index));
    const ahead = Array.from({ length: Math.max(0, end - position.index) }, (_, at) => position.index + at);
    return ahead.find((index) => !this.#placements.has(this.#keyOf(index, position)));
  }

  async #placeAll(): Promise<void> {
    this.#isUnderWay = true;
    for (let index = this.#next(); index !== undefined; index = this.#next()) await this.#place(index);
    this.#isUnderWay = false;
  }

  async #place(index: number): Promise<void> {
    this.#forgetOtherScreens();
    const { viewport, isFlat } = this.#reader.position();
    const key = this.#keyOf(index, { viewport, isFlat });
    const renewals = this.#renewals.get(index);
    const placement = await this.#placer.place({ index, viewport, isFlat }).catch((error: unknown) => {
      this.#reader.onFailed(index, error);
      return UNPLACED;
    });
    // The screen may have changed meanwhile, or there is more to place: then it is asked for anew.
    if (key !== this.#keyOf(index, this.#reader.position()) || renewals !== this.#renewals.get(index)) return;
    this.#placements.set(key, placement);
    this.#latest.set(index, placement);
    if (this.#missing.delete(key)) this.#reader.onPlaced();
  }
}

import type { Box, LngLat, Projection } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { Tone } from '../marks/mark.ts';

/** The map is sampled on a grid of this size: a point in polygons for each letter is too slow. */
const CELL_PX = 10;
/** More columns than any screen has squares. */
const COLUMNS = 65536;

/** What the resting map shows under texts, for halos that cannot be seen. */
export class Background {
  /** Colour of the map at a point. */
  readonly at: (lngLat: LngLat) => Tone;
  readonly #projection: Projection;
  readonly #tones = new Map<number, Tone>();

  constructor(projection: Projection, at: (lngLat: LngLat) => Tone) {
    this.#projection = projection;
    this.at = at;
  }

  /** Colour of most of what lies under a box: a halo of any other colour would show. */
  tone(box: Box): Tone {
    const counts = this.#count(box);
    return [...counts].reduce<readonly [Tone, number]>(
      (best, next) => (next[1] > best[1] ? next : best),
      ['land', 0],
    )[0];
  }

  /** Share of a box that lies on another colour than most of it, 0–0.5: there its halo can be seen. */
  mix(box: Box): number {
    const counts = [...this.#count(box).values()];
    const total = counts.reduce((sum, count) => sum + count, 0);
    return 1 - Math.max(...counts) / total;
  }

  /** Whether any of a box lies on a colour. */
  touches(box: Box, tone: Tone): boolean {
    return this.#count(box).has(tone);
  }

  /** How many squares under a box show each colour. */
  #count(box: Box): ReadonlyMap<Tone, number> {
    const counts = new Map<Tone, number>();
    for (let column = Math.floor(box.left / CELL_PX); column * CELL_PX < box.right; column += 1) {
      for (let row = Math.floor(box.top / CELL_PX); row * CELL_PX < box.bottom; row += 1) {
        const tone = this.#toneOf(column, row);
        counts.set(tone, (counts.get(tone) ?? 0) + 1);
      }
    }
    return counts;
  }

  #toneOf(column: number, row: number): Tone {
    const key = column * COLUMNS + row;
    const seen = this.#tones.get(key);
    if (seen !== undefined) return seen;
    const tone = this.at(unproject(this.#projection, [(column + 0.5) * CELL_PX, (row + 0.5) * CELL_PX]));
    this.#tones.set(key, tone);
    return tone;
  }
}

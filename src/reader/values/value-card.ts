import { clamp } from '../../geo/clamp.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';
import { setAttribute } from '../player/set-attribute.ts';
import type { ValueWords } from './value-finder.ts';

/** CSS pixels between the card and what it tells of, and between it and the edge of the map. */
const GAP = 14;
const MARGIN = 8;

/** What is marked on the map, in CSS pixels. */
export interface Marked {
  readonly d: string;
  /** Of lines the width that they cover. */
  readonly widthPx: number;
}

/** Where the card may stand. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

function line(words: string, tag: 'p' | 'b'): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

function figureLine({ label, text }: ValueWords['figures'][number]): HTMLElement {
  const element = document.createElement('p');
  if (text !== '') element.append(line(text, 'b'), ' ');
  element.append(label);
  return element;
}

/** As it is said aloud, and what the card is compared by. */
const spoken = ({ name, figures, time }: ValueWords): string =>
  [name, ...figures.map(({ label, text }) => [text, label].filter(Boolean).join(' ')), time].filter(Boolean).join(', ');

/** The card beside what the pointer or the keys are on, and the line round that. */
export class ValueCard {
  readonly #card: HTMLElement;
  readonly #status: HTMLElement;
  readonly #paths: readonly SVGPathElement[];
  #told = '';

  constructor(host: HTMLElement) {
    const find = <T extends Element>(selector: string): T => {
      const found = host.querySelector<T>(selector);
      if (!found) throw new Error(`The page has no ${selector}.`);
      return found;
    };
    this.#card = find('.value-card');
    this.#status = find('[role="status"]');
    this.#paths = [...host.querySelectorAll('path')];
  }

  get isShown(): boolean {
    return this.#told !== '';
  }

  /** @param at what it tells of, on the screen */
  show(words: ValueWords, at: ScreenPoint, marked: Marked, room: Room): void {
    this.#write(words);
    for (const [index, path] of this.#paths.entries()) {
      setAttribute(path, 'd', marked.d);
      path.style.strokeWidth = `${marked.widthPx + (index === 0 ? 4 : 1.5)}px`;
    }
    const { offsetWidth, offsetHeight } = this.#card;
    const x = clamp(at[0] - offsetWidth / 2, MARGIN, Math.max(MARGIN, room.width - MARGIN - offsetWidth));
    const above = at[1] - GAP - offsetHeight;
    const y = above >= room.top + MARGIN ? above : Math.min(at[1] + GAP, room.height - MARGIN - offsetHeight);
    this.#card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  /** Says what is on the card to those who do not see it. */
  say(words: ValueWords): void {
    this.#status.textContent = spoken(words);
  }

  hide(): void {
    if (this.#told === '') return;
    this.#told = '';
    this.#card.hidden = true;
    this.#status.textContent = '';
    for (const path of this.#paths) setAttribute(path, 'd', '');
  }

  #write(words: ValueWords): void {
    const told = spoken(words);
    if (told === this.#told) return;
    this.#told = told;
    const { name, time, figures } = words;
    const parts = [...(name === '' ? [] : [line(name, 'p')]), ...figures.map(figureLine)];
    this.#card.replaceChildren(...parts, ...(time === '' ? [] : [line(time, 'p')]));
    this.#card.firstElementChild?.classList.toggle('value-name', name !== '');
    this.#card.lastElementChild?.classList.toggle('value-time', time !== '');
    this.#card.hidden = false;
  }
}

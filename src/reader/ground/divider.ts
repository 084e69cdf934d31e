import { clamp01 } from '../../geo/clamp.ts';
import { intlTag } from '../../i18n/locales.ts';
import { type Across, dividerAt, shareAt } from '../../story/ground/divider-place.ts';
import type { GroundState } from '../../story/ground/grounds-at.ts';
import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import { setAttribute } from '../player/set-attribute.ts';
import type { ReaderLook } from '../player/viewport.ts';

const STEP = 0.02;
const LARGE_STEP = 0.1;

/** Where a key takes a divider, by the way the text is read; null where it is none of a slider's. */
function moved(share: number, key: string, { dir }: Across): number | null {
  const onward = dir === 'rtl' ? -STEP : STEP;
  const by: Readonly<Record<string, number>> = {
    ArrowRight: onward,
    ArrowLeft: -onward,
    ArrowUp: STEP,
    ArrowDown: -STEP,
    PageUp: LARGE_STEP,
    PageDown: -LARGE_STEP,
    Home: -1,
    End: 1,
  };
  const step = by[key];
  return step === undefined ? null : clamp01(share + step);
}

interface Held {
  readonly sectionIndex: number;
  readonly share: number;
}

interface Shown extends Held {
  readonly across: Across;
}

/** The line between two grounds, which readers move as they like: one of the page's sliders at a time. */
export class Divider {
  readonly #stage: Element | null;
  readonly #timeline: Timeline;
  readonly #onChange: () => void;
  readonly #sliders: readonly HTMLElement[];
  readonly #percent = new Intl.NumberFormat(intlTag(document.documentElement.lang), { style: 'percent' });
  /** Where the reader has left it, until another section is read. */
  #held: Held | null = null;
  #shown: Shown | null = null;

  constructor(root: HTMLElement, timeline: Timeline, onChange: () => void, signal: AbortSignal) {
    this.#stage = root.querySelector('.stage');
    this.#timeline = timeline;
    this.#onChange = onChange;
    this.#sliders = [...root.querySelectorAll<HTMLElement>('[data-ground-divider]')];
    for (const slider of this.#sliders) this.#listen(slider, signal);
  }

  /** Where it stands between two grounds, in CSS pixels from the side where reading begins: what lies before shows the first. */
  at(state: GroundState, look: ReaderLook): number {
    return dividerAt(this.#shareOf(state), this.#acrossOf(state, look));
  }

  /** @param state null where there is nothing to take hold of */
  show(state: GroundState | null, { stageHeightPx, section }: Scene, look: ReaderLook): void {
    if (this.#held && this.#held.sectionIndex !== section.index) this.#held = null;
    for (const slider of this.#sliders) slider.hidden = slider.dataset['groundDivider'] !== String(state?.sectionIndex);
    const slider = this.#sliders.find(({ hidden }) => !hidden);
    this.#shown = null;
    if (!state || !slider) return;
    const [across, share] = [this.#acrossOf(state, look), this.#shareOf(state)];
    this.#shown = { sectionIndex: state.sectionIndex, share, across };
    slider.style.setProperty('inset-inline-start', `${dividerAt(share, across).toFixed(1)}px`);
    slider.style.setProperty('--stage', `${stageHeightPx}px`);
    setAttribute(slider, 'aria-valuenow', String(Math.round(100 * share)));
    setAttribute(slider, 'aria-valuetext', `${slider.dataset['before']}: ${this.#percent.format(share)}`);
  }

  #shareOf({ sectionIndex, share }: GroundState): number {
    return this.#held?.sectionIndex === sectionIndex ? this.#held.share : share;
  }

  #acrossOf({ sectionIndex }: GroundState, { viewport }: ReaderLook): Across {
    const { freeBox } = this.#timeline.stop(sectionIndex, viewport).layout;
    return { freeBox, width: viewport.width, dir: viewport.dir };
  }

  #hold(share: number): void {
    if (this.#shown === null) return;
    this.#held = { sectionIndex: this.#shown.sectionIndex, share };
    this.#onChange();
  }

  readonly #drag = ({ clientX }: PointerEvent): void => {
    if (this.#shown === null) return;
    const { across } = this.#shown;
    const left = clientX - (this.#stage?.getBoundingClientRect().left ?? 0);
    this.#hold(shareAt(across.dir === 'rtl' ? across.width - left : left, across));
  };

  readonly #press = (event: KeyboardEvent): void => {
    const share = this.#shown && moved(this.#shown.share, event.key, this.#shown.across);
    if (share === null) return;
    event.preventDefault();
    this.#hold(share);
  };

  #listen(slider: HTMLElement, signal: AbortSignal): void {
    slider.addEventListener('keydown', this.#press, { signal });
    const take = ({ pointerId }: PointerEvent): void => {
      slider.setPointerCapture(pointerId);
      slider.addEventListener('pointermove', this.#drag, { signal });
    };
    slider.addEventListener('pointerdown', take, { signal });
    const leave = (): void => slider.removeEventListener('pointermove', this.#drag);
    slider.addEventListener('lostpointercapture', leave, { signal });
  }
}

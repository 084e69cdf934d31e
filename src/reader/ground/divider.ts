import { clamp01 } from '../../geo/clamp.ts';
import { intlTag } from '../../i18n/locales.ts';
import type { WipeState } from '../../story/ground/grounds-at.ts';
import type { Scene } from '../../story/scene.ts';
import { setAttribute } from '../player/set-attribute.ts';
import type { ReaderLook } from '../player/viewport.ts';

/** The line between two grounds, which readers move as they like. */
export interface Divider {
  /**
   * @param wipe null where there is nothing to divide
   * @returns share of the screen's width, from the side where reading begins, that shows the first
   */
  show(wipe: WipeState | null, scene: Scene, look: ReaderLook): number;
}

const STEP = 0.02;
const LARGE_STEP = 0.1;

/** Where each key takes a divider, by the way the text is read. */
function moved(share: number, key: string, isRightToLeft: boolean): number | null {
  const onward = isRightToLeft ? -STEP : STEP;
  const by: Readonly<Record<string, number>> = {
    ArrowRight: onward,
    ArrowLeft: -onward,
    ArrowUp: STEP,
    ArrowDown: -STEP,
    PageUp: LARGE_STEP,
    PageDown: -LARGE_STEP,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  const step = by[key];
  return step === undefined ? null : clamp01(share + step);
}

interface Held {
  readonly sectionIndex: number;
  readonly share: number;
}

/** The sliders stand in their sections, so that they are reached where they are read. */
export function createDivider(root: HTMLElement, onChange: () => void, signal: AbortSignal): Divider {
  const sliders = [...root.querySelectorAll<HTMLElement>('[data-ground-divider]')];
  const sliderOf = (index: number) => sliders.find(({ dataset }) => dataset['groundDivider'] === String(index));
  const percent = new Intl.NumberFormat(intlTag(document.documentElement.lang), { style: 'percent' });
  /** Where the reader has left it, until another section is read. */
  let held: Held | null = null;
  let shown: (Held & { readonly width: number; readonly isRightToLeft: boolean }) | null = null;

  const hold = (share: number): void => {
    if (shown === null) return;
    held = { sectionIndex: shown.sectionIndex, share: clamp01(share) };
    onChange();
  };
  const drag = ({ clientX }: PointerEvent): void => {
    if (shown === null) return;
    const left = clientX - (root.querySelector('.stage')?.getBoundingClientRect().left ?? 0);
    hold(shown.isRightToLeft ? 1 - left / shown.width : left / shown.width);
  };

  const listen = (slider: HTMLElement): void => {
    slider.addEventListener(
      'keydown',
      (event) => {
        const share = shown && moved(shown.share, event.key, shown.isRightToLeft);
        if (share === null) return;
        event.preventDefault();
        hold(share);
      },
      { signal },
    );
    slider.addEventListener(
      'pointerdown',
      (event) => {
        slider.setPointerCapture(event.pointerId);
        slider.addEventListener('pointermove', drag, { signal });
      },
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      slider.addEventListener(end, () => slider.removeEventListener('pointermove', drag), { signal });
  };
  for (const slider of sliders) listen(slider);

  const write = (slider: HTMLElement, share: number, stageHeightPx: number): void => {
    slider.style.setProperty('inset-inline-start', `${(100 * share).toFixed(2)}%`);
    slider.style.setProperty('--stage', `${stageHeightPx}px`);
    setAttribute(slider, 'aria-valuenow', String(Math.round(100 * share)));
    setAttribute(slider, 'aria-valuetext', `${slider.dataset['before']}: ${percent.format(share)}`);
  };

  return {
    show(wipe, { stageHeightPx, section }, { viewport }) {
      if (held && held.sectionIndex !== section.index) held = null;
      for (const slider of sliders) slider.hidden = wipe === null || slider !== sliderOf(wipe.sectionIndex);
      if (wipe === null) {
        shown = null;
        return held?.share ?? 0;
      }
      const share = held?.sectionIndex === wipe.sectionIndex ? held.share : wipe.share;
      shown = { sectionIndex: wipe.sectionIndex, share, width: viewport.width, isRightToLeft: viewport.dir === 'rtl' };
      const slider = sliderOf(wipe.sectionIndex);
      if (slider) write(slider, share, stageHeightPx);
      return share;
    },
  };
}

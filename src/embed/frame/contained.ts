import { arrowStep } from './arrow-step.ts';

const SCROLL_KEYS = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' ']);
/** A finger that goes sideways so far, and less than half of it up or down, turns to another section. */
const SWIPE_PX = 40;

const LINE_PX = 24;
/** Of the frame's height, so that the last lines read are still in sight. */
const READ_ON_SHARE = 0.6;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, summary, input') !== null;

/** What moves a caret, a choice or a thumb by the keys that scroll and step elsewhere. */
const TAKES_KEYS = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), audio, video';

const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TAKES_KEYS) !== null;

/** How far the text of the section being read goes on below the frame, above the bar at its foot. */
function textBelow(): number {
  const id = document.querySelector<HTMLElement>('story-map')?.dataset['section'] ?? '';
  const text = document.getElementById(id)?.querySelector('.card')?.lastElementChild;
  const bar = document.querySelector('.embed-bar');
  return text && bar ? text.getBoundingClientRect().bottom - bar.getBoundingClientRect().top : 0;
}

/** A card higher than the frame is read to its end before the next step leads on. */
function readOn(event: Event): void {
  const isNext = event.target instanceof Element && event.target.closest('[data-action="next"]') !== null;
  const rest = isNext ? textBelow() : 0;
  if (rest <= LINE_PX) return;
  event.stopPropagation();
  window.scrollBy({ top: Math.min(rest + LINE_PX, window.innerHeight * READ_ON_SHARE), behavior: 'smooth' });
}

/** Presses the button, whose wiring is the reader's. */
function step(by: 1 | -1): void {
  const action = by === 1 ? 'next' : 'previous';
  document.querySelector<HTMLElement>(`.embed-bar [data-action="${action}"]`)?.click();
}

function watchSwipes(onSwipe: (by: 1 | -1) => void): void {
  let start: Touch | undefined;
  document.addEventListener('touchstart', ({ touches }) => {
    start = touches.length === 1 ? touches[0] : undefined;
  });
  document.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!start || !end) return;
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    start = undefined;
    if (Math.abs(x) > SWIPE_PX && Math.abs(y) < Math.abs(x) / 2) onSwipe(x < 0 ? 1 : -1);
  });
}

/**
 * A frame that scrolls by itself, but only once the reader has taken it up with a click, a tap or a scrolling key, and
 * until they turn away from it: before and after, wheel and finger scroll the page around it.
 */
export function createContained(): void {
  const root = document.documentElement;
  const dir = root.dir === 'rtl' ? 'rtl' : 'ltr';
  const engage = (isEngaged: boolean): void => {
    root.toggleAttribute('data-engaged', isEngaged);
  };
  document.addEventListener('click', ({ target }) => {
    if (!isControl(target)) engage(true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') engage(false);
    if (takesKeys(event.target)) return;
    if (SCROLL_KEYS.has(event.key)) engage(true);
    const by = arrowStep(event, dir);
    if (by !== null) step(by);
  });
  document.addEventListener('click', readOn, { capture: true });
  window.addEventListener('blur', () => engage(false));
  root.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') engage(false);
  });
  watchSwipes((by) => step(dir === 'ltr' ? by : by === 1 ? -1 : 1));
}

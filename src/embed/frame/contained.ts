const SCROLL_KEYS = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' ']);
/** A finger that goes sideways so far, and less than half of it up or down, turns to another section. */
const SWIPE_PX = 40;

const LINE_PX = 24;
/** Of the frame's height, so that the last lines read are still in sight. */
const READ_ON_SHARE = 0.6;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, summary, input') !== null;

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
  const forward = root.dir === 'rtl' ? -1 : 1;
  const engage = (isEngaged: boolean): void => {
    root.toggleAttribute('data-engaged', isEngaged);
  };
  document.addEventListener('click', ({ target }) => {
    if (!isControl(target)) engage(true);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (SCROLL_KEYS.has(key)) engage(true);
    if (key === 'Escape') engage(false);
    if (key === 'ArrowRight') step(forward);
    if (key === 'ArrowLeft') step(forward === 1 ? -1 : 1);
  });
  document.addEventListener('click', readOn, { capture: true });
  window.addEventListener('blur', () => engage(false));
  root.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') engage(false);
  });
  watchSwipes((by) => step(forward === 1 ? by : by === 1 ? -1 : 1));
}

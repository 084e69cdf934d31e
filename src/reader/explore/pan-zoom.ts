import type { PanZoom } from '../../geo/camera/free-camera.ts';
import { distanceBetween, pointBetween } from '../../geo/lines/segments.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';

type OnPanZoom = (gesture: PanZoom) => void;

const KEY_STEP_PX = 90;
/** Zoom by one press of a button or key. */
export const PRESS_ZOOM = 0.6;
const WHEEL_ZOOM_PER_PX = 0.0025;
/** A trackpad's pinch arrives as a wheel with Ctrl, in smaller steps. */
const PINCH_ZOOM_PER_PX = 0.01;
const LINE_PX = 20;
/** Less is a click and not a drag. */
const DRAG_PX = 5;

const PANS: Readonly<Record<string, ScreenPoint>> = {
  ArrowLeft: [KEY_STEP_PX, 0],
  ArrowRight: [-KEY_STEP_PX, 0],
  ArrowUp: [0, KEY_STEP_PX],
  ArrowDown: [0, -KEY_STEP_PX],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': PRESS_ZOOM, '=': PRESS_ZOOM, '-': -PRESS_ZOOM };

const pointOf = ({ clientX, clientY }: MouseEvent): ScreenPoint => [clientX, clientY];
const middle = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => pointBetween(a, b, 0.5);

export const zoomAt = (zoomBy: number, at: ScreenPoint): PanZoom => ({ from: at, to: at, zoomBy });

export const centreOf = (map: HTMLElement): ScreenPoint => [map.clientWidth / 2, map.clientHeight / 2];

/** What a pointer does that has moved while another may hold still. */
function pointerPanZoom(before: ScreenPoint, now: ScreenPoint, other: ScreenPoint | undefined): PanZoom {
  if (!other) return { from: before, to: now, zoomBy: 0 };
  const zoomBy = Math.log2(Math.max(1, distanceBetween(now, other)) / Math.max(1, distanceBetween(before, other)));
  return { from: middle(before, other), to: middle(now, other), zoomBy };
}

/** Drag and pinch; a click brings the point clicked to the middle, for those who cannot drag. */
function watchPointers(map: HTMLElement, onPanZoom: OnPanZoom): void {
  const pointers = new Map<number, ScreenPoint>();
  let draggedPx = 0;
  map.addEventListener('pointerdown', (event) => {
    if (pointers.size === 0) draggedPx = 0;
    map.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, pointOf(event));
  });
  // Safari would take a drag for a selection of text, and scroll the story behind the map for it.
  map.addEventListener('mousedown', (event) => {
    event.preventDefault();
    map.focus({ preventScroll: true });
  });
  map.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    pointers.set(event.pointerId, now);
    draggedPx += distanceBetween(before, now);
    onPanZoom(pointerPanZoom(before, now, [...pointers].find(([id]) => id !== event.pointerId)?.[1]));
  });
  map.addEventListener('lostpointercapture', ({ pointerId }) => pointers.delete(pointerId));
  map.addEventListener('click', (event) => {
    if (draggedPx < DRAG_PX) onPanZoom({ from: pointOf(event), to: centreOf(map), zoomBy: 0 });
  });
}

/** Keys that would scroll the page behind the map. */
const SCROLLS = /^(Page|Home|End)/;

/** Reports gestures on a map that fills the window, alone in its dialog. Lives as long as the elements. */
export function watchGestures(dialog: HTMLElement, map: HTMLElement, onPanZoom: OnPanZoom): void {
  watchPointers(map, onPanZoom);
  dialog.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const px = event.deltaMode === 0 ? event.deltaY : event.deltaY * LINE_PX;
      onPanZoom(zoomAt(-px * (event.ctrlKey ? PINCH_ZOOM_PER_PX : WHEEL_ZOOM_PER_PX), pointOf(event)));
    },
    { passive: false },
  );
  dialog.addEventListener('keydown', (event) => {
    if (SCROLLS.test(event.key) || (event.key === ' ' && event.target === map)) event.preventDefault();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = centreOf(map);
    const [dx, dy] = PANS[event.key] ?? [0, 0];
    const zoomBy = ZOOMS[event.key] ?? 0;
    if (dx === 0 && dy === 0 && zoomBy === 0) return;
    event.preventDefault();
    onPanZoom({ from, to: [from[0] + dx, from[1] + dy], zoomBy });
  });
}

import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import type { OverMap } from '../over-map/over-map.ts';
import { createBackdropLayer } from './backdrop-layer.ts';

type Control = HTMLElement | SVGElement;

/** Steps a gallery on by what is seen of it. */
function stepGallery(control: Control): void {
  const list = control.closest('.gallery')?.querySelector('ul');
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  const by = Number(control.dataset['by']) * forward * (list?.clientWidth ?? 0) * 0.8;
  list?.scrollBy({ left: by, behavior: 'smooth' });
}

/** Only now is the other site asked for anything. */
function showFrame(control: Control): void {
  const frame = document.createElement('iframe');
  frame.src = control.dataset['frame'] ?? '';
  frame.title = control.dataset['title'] ?? '';
  frame.allow = 'fullscreen';
  // Without their cookies, and where the host isolates the page.
  frame.setAttribute('credentialless', '');
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
  control.replaceWith(frame);
}

/** Shows what is in place of the map though it may be distressing: the layer hears of it. */
function unveil(control: Control): void {
  const section = control.closest<HTMLElement>('.section');
  const details = section?.querySelector<HTMLDetailsElement>('.backdrop-figure .sensitive');
  if (details) details.open = true;
  section?.focus({ preventScroll: true });
  control.parentElement?.remove();
}

/** What readers do with pictures, film and sound; fetched by pages of stories that have any. */
export function create(
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  onLoad: () => void,
  signal: AbortSignal,
): OverMap {
  const openPicture = (control: Control): void =>
    void onDemand('media-failed', async () =>
      (await import('./picture-dialog.ts')).openPicture(root, control.dataset['medium'] ?? ''),
    );
  const actions: Readonly<Record<string, (control: Control) => void>> = {
    'media-picture': openPicture,
    'media-step': stepGallery,
    'media-frame': showFrame,
    'media-unveil': unveil,
  };
  root.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest<Control>('[data-action^="media-"]') : null;
      const action = actions[control?.dataset['action'] ?? ''];
      if (!control || !action || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      action(control);
    },
    { signal },
  );
  root.addEventListener(
    'input',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.dataset['compare'] === undefined) return;
      target.closest<HTMLElement>('.compare')?.style.setProperty('--at', `${target.value}%`);
    },
    { signal },
  );
  return createBackdropLayer(root, timeline, onLoad, signal);
}

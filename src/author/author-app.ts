import { defineToolbarApp } from 'astro/toolbar';
import type { PlayerInput } from '../reader/player/story-player.ts';
import { createViewDesk, type ViewDesk } from './view-desk.ts';
import './author.css';

/** The page loads anew after each change of a file; what was open stays open. */
const OPEN = 'author-mode:open';

function openDesk(): ViewDesk | null {
  const map = document.querySelector<HTMLElement>('story-map');
  const data = map?.querySelector('#story-data')?.textContent;
  return map && data ? createViewDesk(map, JSON.parse(data) as PlayerInput) : null;
}

export default defineToolbarApp({
  init(_, app) {
    let desk: ViewDesk | null = null;
    app.onToggled(({ state }) => {
      if (state) sessionStorage.setItem(OPEN, '');
      else sessionStorage.removeItem(OPEN);
      if (state) desk ??= openDesk();
      else desk?.close();
      if (!state) desk = null;
    });
    if (sessionStorage.getItem(OPEN) !== null) app.toggleState({ state: true });
  },
});

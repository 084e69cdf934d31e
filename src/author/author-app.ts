import { defineToolbarApp } from 'astro/toolbar';
import type { PlayerInput } from '../reader/player/story-player.ts';
import { createViewEditor, type ViewEditor } from './view-editor.ts';
import './author.css';
import './layers/layers.css';

/** The page loads anew after each change of a file; what was open stays open. */
const OPEN = 'author-mode:open';

function openEditor(): ViewEditor | null {
  const map = document.querySelector<HTMLElement>('story-map');
  const data = map?.querySelector('#story-data')?.textContent;
  return map && data ? createViewEditor(map, JSON.parse(data) as PlayerInput) : null;
}

export default defineToolbarApp({
  init(_, app) {
    let editor: ViewEditor | null = null;
    app.onToggled(({ state }) => {
      if (state) sessionStorage.setItem(OPEN, '');
      else sessionStorage.removeItem(OPEN);
      if (state) editor ??= openEditor();
      else editor?.close();
      if (!state) editor = null;
    });
    if (sessionStorage.getItem(OPEN) !== null) app.toggleState({ state: true });
  },
});

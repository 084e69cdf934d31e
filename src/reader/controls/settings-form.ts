import { deviceWantsStillness } from '../player/viewport.ts';
import { readSettings, type Settings, watchSettings, writeSettings } from './settings.ts';

/** Paints the browser's own controls in the chosen theme; the page's style sheets follow `data-theme`. */
function applyTheme({ theme }: Settings): void {
  document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset['theme'];
    meta.media = theme === 'auto' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
  }
}

/**
 * Wires the settings at the end of the section list. An input's name is the setting, its value the choice (one without a name is none); `data-off`
 * is what a box that is not ticked chooses. Returns a function that ends it.
 */
export function createSettingsForm(root: HTMLElement): () => void {
  const inputs = [...root.querySelectorAll<HTMLInputElement>('.settings input[name]')];
  const show = (): void => {
    const settings = readSettings();
    applyTheme(settings);
    for (const input of inputs) {
      const decided = input.name === 'motion' && deviceWantsStillness();
      input.checked = decided || settings[input.name as keyof Settings] === input.value;
      input.disabled = decided;
    }
  };
  const choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement && target.name)) return;
    writeSettings({ [target.name]: target.checked ? target.value : target.dataset['off'] });
  };
  const form = root.querySelector('.settings');
  form?.addEventListener('change', choose);
  const unwatch = watchSettings(show);
  show();
  return () => {
    form?.removeEventListener('change', choose);
    unwatch();
  };
}

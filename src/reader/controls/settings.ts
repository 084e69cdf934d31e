/** What the reader chose for every story of this site; `auto` leaves it to the device. */
export interface Settings {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly motion: 'auto' | 'reduced';
  readonly map: 'auto' | 'light';
  /** Whether single letters are shortcuts: they get in the way of speech input (WCAG 2.1.4). */
  readonly keys: 'auto' | 'off';
}

// Page.astro reads the same key before the first paint.
const KEY = 'story-map:settings';
const AUTO: Settings = { theme: 'auto', motion: 'auto', map: 'auto', keys: 'auto' };

const listeners = new Set<() => void>();
/** Where storage is closed to the page, a choice holds as long as the page. */
let unsaved: Settings | null = null;

/** Whether the page stands in a frame of somebody else's: then that page chooses the theme, and nothing is stored. */
export const isEmbed = (): boolean => document.documentElement.dataset['embed'] !== undefined;

const ofHost = (): Settings => ({
  ...AUTO,
  theme: choiceOf(document.documentElement.dataset['theme'], ['light', 'dark']),
});

const choiceOf = <T extends string>(value: unknown, choices: readonly T[]): T | 'auto' =>
  choices.find((choice) => choice === value) ?? 'auto';

function parse(text: string | null): Settings {
  const saved: Partial<Record<keyof Settings, unknown>> | null = JSON.parse(text ?? 'null');
  return {
    theme: choiceOf(saved?.theme, ['light', 'dark']),
    motion: choiceOf(saved?.motion, ['reduced']),
    map: choiceOf(saved?.map, ['light']),
    keys: choiceOf(saved?.keys, ['off']),
  };
}

export function readSettings(): Settings {
  if (unsaved) return unsaved;
  if (isEmbed()) return ofHost();
  try {
    return parse(localStorage.getItem(KEY));
  } catch {
    return AUTO;
  }
}

/** Keeps settings for the next visit, and says whether that was possible. */
function store(settings: Settings): boolean {
  if (isEmbed()) return false;
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

export function writeSettings(patch: Partial<Settings>): void {
  const next = { ...readSettings(), ...patch };
  unsaved = store(next) ? null : next;
  for (const listener of listeners) listener();
}

/** Calls `listener` after each change, also one made in another tab. Returns a function that stops it. */
export function watchSettings(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === KEY || key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

import { readSettings } from './settings.ts';

/** What the reader may ask for besides scrolling. */
export interface Commands {
  /** Goes to the section `by` places on. With `moveFocus` the keyboard goes on from there. */
  step(by: 1 | -1, moveFocus: boolean): void;
  explore(): void;
  /** Offers what others need to show the story on a page of theirs. */
  embed(): void;
  /** Hands a link on. */
  share(link: HTMLAnchorElement): void;
}

export interface Controls {
  /** Says which section is being read, so that no control leads nowhere. */
  show(index: number): void;
  destroy(): void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { next: 1, previous: -1, j: 1, k: -1 };
const TAKES_LETTERS = 'input, textarea, select, [contenteditable], dialog';

/** The letter as written; on a keyboard of another script the letter at its place. */
const letterOf = ({ key, code }: KeyboardEvent): string => (/^\w$/.test(key) ? key : code.slice(3)).toLowerCase();

function isShortcut(event: KeyboardEvent): boolean {
  const { target, defaultPrevented, ctrlKey, altKey, metaKey, shiftKey, isComposing } = event;
  if (defaultPrevented || ctrlKey || altKey || metaKey || shiftKey || isComposing) return false;
  if (target instanceof Element && target.closest(TAKES_LETTERS)) return false;
  return !document.querySelector('dialog[open]') && readSettings().keys === 'auto';
}

/** A link that is handed on rather than followed. */
function shareLink(event: Event, link: HTMLElement | null, commands: Commands): void {
  event.preventDefault();
  commands.share(link as HTMLAnchorElement);
}

/** Wires every `data-action` of the page, and the keys J and K. */
export function createControls(root: HTMLElement, count: number, commands: Commands): Controls {
  const abort = new AbortController();
  const { signal } = abort;
  const { explore, embed } = commands;
  const actions: Readonly<Record<string, () => void>> = { explore, embed, print: () => window.print() };
  root.addEventListener(
    'click',
    (event) => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
      const name = control?.dataset['action'] ?? '';
      if (name === 'share' && !(event.ctrlKey || event.metaKey || event.shiftKey)) shareLink(event, control, commands);
      const step = STEPS[name];
      if (step) commands.step(step, false);
      if (!actions[name]) return;
      control?.closest('dialog')?.close();
      actions[name]();
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const step = STEPS[letterOf(event)];
      if (step && isShortcut(event)) commands.step(step, true);
    },
    { signal },
  );
  const ends = [
    { button: root.querySelector('[data-action="previous"]'), index: 0 },
    { button: root.querySelector('[data-action="next"]'), index: count - 1 },
  ];
  return {
    show(index) {
      // Not `disabled`, which would take the focus away from the button just pressed.
      for (const end of ends) end.button?.setAttribute('aria-disabled', String(end.index === index));
    },
    destroy: () => abort.abort(),
  };
}

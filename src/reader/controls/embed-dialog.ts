import { embedSnippets, SNIPPET_NAMES } from '../../embed/snippets.ts';
import { requireElement } from '../player/require-element.ts';

/** The story's page and the loader of the site it is on, wherever that has been put. */
function addresses(): { readonly page: string; readonly loader: string } {
  const page = new URL(location.pathname, location.href);
  return { page: page.href, loader: new URL('../../embed.js', page).href };
}

/** The story as it will look, for as long as the dialog is open. */
function createPreview(dialog: HTMLDialogElement): void {
  const box = requireElement<HTMLElement>(dialog, '.embed-preview');
  const iframe = document.createElement('iframe');
  iframe.title = box.dataset['title'] ?? '';
  iframe.src = new URL('embed/index.html?mode=contained', location.href).href;
  box.replaceChildren(iframe);
}

function showWidth(dialog: HTMLDialogElement): void {
  const chosen = requireElement<HTMLInputElement>(dialog, 'input[name="width"]:checked');
  requireElement<HTMLElement>(dialog, '.embed-preview').style.inlineSize = chosen.value;
}

function showCode(dialog: HTMLDialogElement): void {
  const { title = '', standfirst = '' } = dialog.dataset;
  const snippets = embedSnippets({ title, standfirst, ...addresses() });
  const kind = requireElement<HTMLSelectElement>(dialog, 'select').value;
  const name = SNIPPET_NAMES.find((known) => known === kind) ?? 'script';
  requireElement<HTMLTextAreaElement>(dialog, 'textarea').value = snippets[name];
}

function copyCode(dialog: HTMLDialogElement, button: HTMLButtonElement): void {
  const code = requireElement<HTMLTextAreaElement>(dialog, 'textarea');
  code.select();
  const done = (): void => {
    button.textContent = dialog.dataset['copied'] ?? '';
  };
  // Where the page may not write to the clipboard the text is selected, ready for the reader's own keys.
  navigator.clipboard?.writeText(code.value).then(done, () => {});
}

function wire(dialog: HTMLDialogElement): void {
  const copy = requireElement<HTMLButtonElement>(dialog, '.copy');
  const label = copy.textContent;
  copy.addEventListener('click', () => copyCode(dialog, copy));
  dialog.addEventListener('change', () => {
    copy.textContent = label;
    showWidth(dialog);
    showCode(dialog);
  });
  dialog.addEventListener('close', () => requireElement(dialog, '.embed-preview').replaceChildren());
  dialog.dataset['wired'] = '';
}

/** Shows the snippets, and the story as others' readers will see it. */
export function showEmbedDialog(root: HTMLElement): void {
  const dialog = requireElement<HTMLDialogElement>(root, 'dialog.embed-dialog');
  if (dialog.dataset['wired'] === undefined) wire(dialog);
  showCode(dialog);
  showWidth(dialog);
  createPreview(dialog);
  dialog.showModal();
}

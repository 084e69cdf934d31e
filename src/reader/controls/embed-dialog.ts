import { embedSnippets, SNIPPET_NAMES } from '../../embed/snippets.ts';

function required<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The embed dialog lacks "${selector}"`);
  return found;
}

/** The story's page and the loader of the site it is on, wherever that has been put. */
function addresses(): { readonly page: string; readonly loader: string } {
  const page = new URL(location.pathname, location.href);
  return { page: page.href, loader: new URL('../../embed.js', page).href };
}

/** The story as it will look, for as long as the dialog is open. */
function createPreview(dialog: HTMLDialogElement): void {
  const box = required<HTMLElement>(dialog, '.embed-preview');
  const iframe = document.createElement('iframe');
  iframe.title = box.dataset['title'] ?? '';
  iframe.src = new URL('embed/index.html?mode=contained', location.href).href;
  box.replaceChildren(iframe);
}

function showWidth(dialog: HTMLDialogElement): void {
  const chosen = required<HTMLInputElement>(dialog, 'input[name="width"]:checked');
  required<HTMLElement>(dialog, '.embed-preview').style.inlineSize = chosen.value;
}

function showCode(dialog: HTMLDialogElement): void {
  const { title = '', standfirst = '' } = dialog.dataset;
  const snippets = embedSnippets({ title, standfirst, ...addresses() });
  const kind = required<HTMLSelectElement>(dialog, 'select').value;
  const name = SNIPPET_NAMES.find((known) => known === kind) ?? 'script';
  required<HTMLTextAreaElement>(dialog, 'textarea').value = snippets[name];
}

function copyCode(dialog: HTMLDialogElement, button: HTMLButtonElement): void {
  const code = required<HTMLTextAreaElement>(dialog, 'textarea');
  code.select();
  const done = (): void => {
    button.textContent = dialog.dataset['copied'] ?? '';
  };
  // Where the page may not write to the clipboard the text is selected, ready for the reader's own keys.
  navigator.clipboard?.writeText(code.value).then(done, () => {});
}

function wire(dialog: HTMLDialogElement): void {
  const copy = required<HTMLButtonElement>(dialog, '.copy');
  const label = copy.textContent;
  copy.addEventListener('click', () => copyCode(dialog, copy));
  dialog.addEventListener('change', () => {
    copy.textContent = label;
    showWidth(dialog);
    showCode(dialog);
  });
  dialog.addEventListener('close', () => required(dialog, '.embed-preview').replaceChildren());
  dialog.dataset['wired'] = '';
}

/** Shows the snippets, and the story as others' readers will see it. */
export function showEmbedDialog(root: HTMLElement): void {
  const dialog = required<HTMLDialogElement>(root, 'dialog.embed-dialog');
  if (dialog.dataset['wired'] === undefined) wire(dialog);
  showCode(dialog);
  showWidth(dialog);
  createPreview(dialog);
  dialog.showModal();
}

import { intlTag } from '../../i18n/locales.ts';
import { requireElement } from '../player/require-element.ts';

const PICTURES = 'a[data-action="media-picture"]';

/** One link a picture, in the order of the page. */
function picturesIn(root: HTMLElement): readonly HTMLAnchorElement[] {
  const links = [...root.querySelectorAll<HTMLAnchorElement>(PICTURES)];
  return [...new Map(links.map((link) => [link.dataset['medium'], link])).values()];
}

const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';

/** The picture of a link that is in sight: a drawing may have one for each theme. */
function shownIn(link: HTMLAnchorElement): HTMLImageElement | undefined {
  const images = [...link.querySelectorAll('img')];
  return images.find((image) => image.getClientRects().length > 0) ?? images[0];
}

/** Shows the picture that a link opens, with its words; one that may be distressing says so first. */
function fill(dialog: HTMLDialogElement, pictures: readonly HTMLAnchorElement[], at: number): void {
  const link = pictures[at];
  const hidden = link?.closest<HTMLDetailsElement>('details:not([open])');
  const small = link && shownIn(link);
  const image = new Image();
  image.alt = small?.alt ?? '';
  // In an edition of one file there is no larger one; a drawing for the dark theme is as large as it is.
  const isThere = link && !small?.closest('[data-when="dark"]') && !/^#?$/.test(link.getAttribute('href') ?? '');
  image.src = isThere ? link.href : (small?.currentSrc ?? '');
  const reason = requireElement<HTMLElement>(dialog, '.picture-reason');
  const large = requireElement<HTMLElement>(dialog, '.picture-large');
  reason.hidden = !hidden;
  requireElement(reason, 'p').textContent = hidden?.querySelector('summary span')?.firstChild?.textContent ?? '';
  large.replaceChildren(...(hidden ? [] : [image]));
  const words = link?.closest('figure')?.querySelector('figcaption')?.cloneNode(true).childNodes ?? [];
  requireElement(dialog, '.picture-words').replaceChildren(...words);
  const place = requireElement<HTMLElement>(dialog, '#picture-dialog-place');
  const numbers: Readonly<Record<string, number>> = { number: at + 1, total: pictures.length };
  const format = new Intl.NumberFormat(intlTag(document.documentElement.lang));
  place.textContent = (place.dataset['words'] ?? '').replace(/\{(\w+)\}/g, (_, name) =>
    format.format(numbers[name] ?? 0),
  );
  for (const button of dialog.querySelectorAll<HTMLButtonElement>('[data-by]')) {
    const next = at + Number(button.dataset['by']);
    button.setAttribute('aria-disabled', String(next < 0 || next >= pictures.length));
  }
}

interface Open {
  readonly pictures: readonly HTMLAnchorElement[];
  at: number;
}

const opened = new WeakMap<HTMLDialogElement, Open>();

function step(dialog: HTMLDialogElement, by: number): void {
  const open = opened.get(dialog);
  const next = (open?.at ?? 0) + by;
  if (!open || next < 0 || next >= open.pictures.length) return;
  open.at = next;
  fill(dialog, open.pictures, next);
}

function wire(dialog: HTMLDialogElement): void {
  dialog.addEventListener('keydown', ({ key }) => {
    const forward = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
    const back = isRightToLeft() ? 'ArrowRight' : 'ArrowLeft';
    if (key === forward || key === back) step(dialog, key === forward ? 1 : -1);
  });
  dialog.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button?.dataset['by']) step(dialog, Number(button.dataset['by']));
    if (button?.dataset['show'] === undefined) return;
    const open = opened.get(dialog);
    const details = open?.pictures[open.at]?.closest('details');
    // Asked for once, it is shown in the text, too.
    if (details) details.open = true;
    step(dialog, 0);
  });
}

/** Opens a picture of the story large, by the name of its file. */
export function openPicture(root: HTMLElement, medium: string): void {
  const dialog = requireElement<HTMLDialogElement>(root, 'dialog.picture-dialog');
  const pictures = picturesIn(root);
  const at = Math.max(
    0,
    pictures.findIndex((link) => link.dataset['medium'] === medium),
  );
  if (!opened.has(dialog)) wire(dialog);
  opened.set(dialog, { pictures, at });
  fill(dialog, pictures, at);
  dialog.showModal();
}

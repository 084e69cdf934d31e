/** Wires the section list: opens as a modal dialog, marks the current section, closes with Escape or a choice. */
export interface SectionList {
  setCurrent(id: string): void;
  destroy(): void;
}

export function createSectionList(root: HTMLElement, onChoose: (id: string) => void): SectionList {
  const dialog = root.querySelector<HTMLDialogElement>('dialog.section-list');
  const opener = root.querySelector<HTMLElement>('[data-action="open-sections"]');
  const abort = new AbortController();
  const { signal } = abort;
  const links = new Map(
    [...(dialog?.querySelectorAll('a[href^="#"]') ?? [])].map((link) => [link.getAttribute('href')?.slice(1), link]),
  );
  let current = dialog?.querySelector('[aria-current]');
  opener?.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      dialog?.showModal();
      dialog?.querySelector<HTMLElement>('[aria-current]')?.focus();
    },
    { signal },
  );
  dialog?.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]');
      if (link) {
        event.preventDefault();
        dialog.close();
        onChoose(link.hash.slice(1));
      } else if (event.target === dialog || event.target.closest('[data-action="close"]')) dialog.close();
    },
    { signal },
  );
  return {
    setCurrent(id) {
      current?.removeAttribute('aria-current');
      current = links.get(id);
      current?.setAttribute('aria-current', 'true');
    },
    destroy: () => abort.abort(),
  };
}

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
  const links = [...(dialog?.querySelectorAll<HTMLAnchorElement>('a[href^="#"]') ?? [])];
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
      for (const link of links) {
        if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    destroy: () => abort.abort(),
  };
}

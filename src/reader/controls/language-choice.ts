// The landing page without a language in its address reads the same key.
const KEY = 'story-map:language';

function remember(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is closed to the page: the address says the language all the same.
  }
}

/** A link to another language leads to the section being read there, and the choice is remembered. */
export function followLanguage(root: Document): void {
  root.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-language]') : null;
    if (!link) return;
    remember(link.dataset['language'] ?? '');
    link.hash = location.hash;
  });
}

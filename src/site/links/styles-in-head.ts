/** What marks a style of a story's own component, which stands in the text until its page is finished. */
export const OWN_STYLE = 'data-own-style';

const FOUND = new RegExp(`<style ${OWN_STYLE}[^>]*>([\\s\\S]*?)</style>`, 'g');

/** Brings the styles of a story's own components to where styles belong, each once. */
export function withStylesInHead(html: string): string {
  const styles = new Set([...html.matchAll(FOUND)].map(([, rules]) => `<style>${rules}</style>`));
  return styles.size === 0 ? html : html.replace(FOUND, '').replace('</head>', () => `${[...styles].join('')}</head>`);
}

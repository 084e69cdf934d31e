import { escapeHtml } from '../../i18n/escape-html.ts';
import { attribute, elementsOf } from './html-references.ts';
import { edited, relativeUrl, targetOf } from './reference.ts';
import { scriptReferences } from './script-references.ts';
import { type SiteFiles, textOf } from './site-files.ts';

/** These modules and those they import before they run, in the order in which they are found. */
function modulesOf(files: SiteFiles, modules: readonly string[]): readonly string[] {
  const found = new Set(modules);
  for (const path of found) {
    if (!files.has(path)) continue;
    for (const { use, url } of scriptReferences(textOf(files, path))) {
      const target = use === 'import' ? targetOf(path, url) : null;
      if (target !== null && files.has(target)) found.add(target);
    }
  }
  return [...found].filter((path) => files.has(path));
}

/**
 * A page that names at its head the modules of its scripts and those they import. A browser hears of them otherwise one
 * after the other, each when the one before has come: on a slow connection the map follows its reader that much later.
 */
export function withModulePreloads(files: SiteFiles, path: string, html: string): string {
  const elements = elementsOf(html);
  const entries = elements.flatMap((element) => {
    const isModule = element.tagName === 'script' && attribute(element, 'type') === 'module';
    const target = isModule ? targetOf(path, attribute(element, 'src') ?? '') : null;
    return target === null ? [] : [target];
  });
  const head = elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag?.startOffset;
  if (entries.length === 0 || head === undefined) return html;
  const links = modulesOf(files, entries).map(
    (target) => `<link rel="modulepreload" href="${escapeHtml(relativeUrl(path, target))}">`,
  );
  return edited(html, [{ start: head, end: head, text: links.join('') }]);
}

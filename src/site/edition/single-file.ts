import { escapeHtml } from '../../i18n/escape-html.ts';
import { attribute, type Element, elementsOf } from '../links/html-references.ts';
import { type Edit, edited, type Reference, targetOf } from '../links/reference.ts';
import { referencesOf, type SiteFiles, textOf } from '../links/site-files.ts';
import { MAP_FOLDER } from '../map-files/map-paths.ts';
import { isFilm, MEDIA_FOLDER, MEDIA_TYPES, sizedPicture } from '../media/media-paths.ts';
import type { StoryPages } from './edition.ts';
import { renderScripts, toBase64 } from './single-file-scripts.ts';

const TYPES: Readonly<Record<string, string>> = {
  ...MEDIA_TYPES,
  woff2: 'font/woff2',
  json: 'application/json',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** The pages behind the story stand after it. */
const ENCLOSED_STYLE = `<style>.enclosed{position:relative;z-index:6;border-block-start:1px solid var(--rule);background:var(--paper);color:var(--ink)}.enclosed .article{padding-block:72px}</style>`;

/** A player with nothing to play. */
const WITHOUT_FILMS = '<style>:is(video,audio):not(:has(source[src])){display:none}</style>';

function dataUrl(files: SiteFiles, path: string): string {
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return `data:${type};base64,${toBase64(files.get(path) ?? new Uint8Array())}`;
}

const idOf = (page: string): string => page.split('/').at(-2) ?? '';

const rangeOf = ({ sourceCodeLocation }: Element) =>
  sourceCodeLocation ? { start: sourceCodeLocation.startOffset, end: sourceCodeLocation.endOffset } : null;

/** Elements that fetch ahead or run a file: what they name is in the page already. */
function removed(html: string): readonly Edit[] {
  return elementsOf(html).flatMap((element) => {
    const isPreload = element.tagName === 'link' && /preload/.test(attribute(element, 'rel') ?? '');
    const isModule = element.tagName === 'script' && attribute(element, 'src') !== undefined;
    const range = isPreload || isModule ? rangeOf(element) : null;
    return range ? [{ ...range, text: '' }] : [];
  });
}

const WITHOUT: SingleFileOptions = { films: false };

export interface SingleFileOptions {
  /** Films and recordings, which make a page very large. */
  readonly films: boolean;
}

/** Of the files of a picture the one that its `<img>` names is enough. */
function plainPictures(html: string, path: string): ReadonlySet<string> {
  const named = elementsOf(html).flatMap((element) =>
    element.tagName === 'img' ? [targetOf(path, attribute(element, 'src') ?? '') ?? ''] : [],
  );
  return new Set(named);
}

/** The address of the site's root, where the page knows its own. */
function rootOf(html: string, page: string): string | null {
  const link = elementsOf(html).find((element) => attribute(element, 'rel') === 'canonical');
  const address = link ? (attribute(link, 'href') ?? '') : '';
  const folder = page.replace(/index\.html$/, '');
  return /^https?:/.test(address) && address.endsWith(folder) ? address.slice(0, -folder.length) : null;
}

/** Addresses of a page: files as data, pages of the edition as places in it, anything else gone. */
function inlined(
  files: SiteFiles,
  { page, pages }: StoryPages,
  path: string,
  { films }: SingleFileOptions,
): readonly Edit[] {
  const plain = plainPictures(textOf(files, path), path);
  const root = rootOf(textOf(files, page), page);
  const isLeftOut = (target: string): boolean =>
    (isFilm(target) && !films) || (sizedPicture(target) !== null && !plain.has(target));
  const placeOf = (target: string, url: string): string | null => {
    const hash = /#.*$/.exec(url)?.[0];
    if (target === page) return hash ?? '#';
    return pages.includes(target) ? (hash ?? `#${idOf(target)}`) : null;
  };
  const write = ({ kind, url, owner }: Reference): string | null => {
    const target = targetOf(path, url) ?? '';
    // Pictures of the map stand in the story's data, one file each.
    if (kind === 'load') return files.has(target) && !(owner && isLeftOut(target)) ? dataUrl(files, target) : null;
    if (kind === 'link' && target.startsWith(MAP_FOLDER) && files.has(target)) return dataUrl(files, target);
    if (kind === 'link' && target.startsWith(MEDIA_FOLDER)) return isFilm(target) && root ? root + target : '#';
    return kind === 'link' ? placeOf(target, url) : null;
  };
  return referencesOf(path, textOf(files, path)).flatMap((reference): readonly Edit[] => {
    if (targetOf(path, reference.url) === null) return [];
    const written = write(reference);
    if (written !== null) return [{ start: reference.start, end: reference.end, text: escapeHtml(written) }];
    return reference.owner ? [{ ...reference.owner, text: '' }] : [];
  });
}

/** What a page behind the story has in its `<main>`, and the styles the story's page has not. */
function enclosed(files: SiteFiles, edition: StoryPages, path: string, options: SingleFileOptions) {
  const html = textOf(files, path);
  const cut = (element: Element | undefined): string => {
    const location = element?.sourceCodeLocation;
    if (!location?.startTag || !location.endTag) return '';
    const [start, end] = [location.startTag.endOffset, location.endTag.startOffset];
    const inside = inlined(files, edition, path, options).filter((edit) => edit.start >= start && edit.end <= end);
    const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return edited(html.slice(start, end), shifted);
  };
  const elements = elementsOf(html);
  const main = cut(elements.find(({ tagName }) => tagName === 'main'));
  const styles = elements.filter(({ tagName }) => tagName === 'style').map(cut);
  return { body: `<section class="enclosed" id="${idOf(path)}"><div class="article">${main}</div></section>`, styles };
}

/** A story as one page that needs no other file and no network. */
export function renderSingleFile(files: SiteFiles, edition: StoryPages, options = WITHOUT): string {
  const html = textOf(files, edition.page);
  const elements = elementsOf(html);
  const parts = edition.pages.map((path) => enclosed(files, edition, path, options));
  const own = elements.filter(({ tagName }) => tagName === 'style');
  const story = elements.find(({ tagName }) => tagName === 'story-map')?.sourceCodeLocation;
  const entries = elements.flatMap((element) => {
    const isModule = element.tagName === 'script' && attribute(element, 'type') === 'module';
    return targetOf(edition.page, (isModule && attribute(element, 'src')) || '') ?? [];
  });
  const [entry] = entries;
  if (!story?.endTag || entries.length !== 1 || entry === undefined) throw new Error(`${edition.page} runs no story.`);
  const ownStyles = new Set(own.map((element) => text(html, element)));
  const foreign = [...new Set(parts.flatMap(({ styles }) => styles))].filter(
    (style) => !style.startsWith('@font-face') && !ownStyles.has(style),
  );
  const [firstStyle] = own;
  const before = firstStyle?.sourceCodeLocation?.startOffset ?? story.startOffset;
  const end = story.endTag.startOffset;
  const body = parts.map((part) => part.body).join('\n');
  return edited(html, [
    ...removed(html),
    ...inlined(files, edition, edition.page, options),
    { start: before, end: before, text: foreign.map((style) => `<style>${style}</style>`).join('') },
    {
      start: end,
      end,
      text: `${ENCLOSED_STYLE}${!options.films && /<(video|audio)\b/.test(html) ? WITHOUT_FILMS : ''}${body}`,
    },
    { start: story.endOffset, end: story.endOffset, text: renderScripts(files, entry) },
  ]);
}

function text(html: string, { sourceCodeLocation }: Element): string {
  const { startTag, endTag } = sourceCodeLocation ?? {};
  return startTag && endTag ? html.slice(startTag.endOffset, endTag.startOffset) : '';
}

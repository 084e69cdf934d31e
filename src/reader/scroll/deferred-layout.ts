import { inTasks, whenIdle } from '../loading/idle.ts';

/**
 * The part of the page that is laid out after its opening, see `data-deferred` in LiveEdition.astro and story.css.
 *
 * `content-visibility: auto` for good would do without this. It was tried: links still land exactly, but the page's
 * height is a guess until each section has been near the screen (on a phone 35,000 px at first, 26,000 px at the end of
 * the same visit, 20,000 px in truth), so that the scroll bar, a reload further down and the length that an embed asks
 * its host page for all move while somebody reads.
 */
export interface DeferredLayout {
  /** Whether there is still something without its real size. */
  isPending(): boolean;
  /** Whether the section has a size only the style sheet guessed. */
  isGuessed(section: HTMLElement): boolean;
  /** Lays out all that is left, at once. */
  finish(): void;
}

/** Longest wait for fonts, in milliseconds: without them all is laid out, and once more when they come. */
const FONTS_MS = 3000;

/** Resolves when the page is set in its own typefaces, see `DeferredFonts.astro`. */
async function fontsSettled(): Promise<void> {
  const root = document.documentElement;
  let observer: MutationObserver | undefined;
  const fontsReady = new Promise<void>((resolve) => {
    const look = (): void => {
      if (root.dataset['fallbackFonts'] === undefined) resolve();
    };
    observer = new MutationObserver(look);
    observer.observe(root, { attributeFilter: ['data-fallback-fonts'] });
    look();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, FONTS_MS);
  });
  await Promise.race([fontsReady.then(() => document.fonts.ready), timeout]);
  clearTimeout(timer);
  observer?.disconnect();
}

const loaded = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else window.addEventListener('load', () => resolve(), { once: true, signal });
  });

function layOut(section: HTMLElement): void {
  section.dataset['laidOut'] = '';
  section.getBoundingClientRect();
}

/**
 * Lays out section after section in pauses, once the fonts are there, so that text is not laid out twice.
 *
 * @param onDone called when every section has its own size, in the same task
 */
export function createDeferredLayout(
  sections: readonly HTMLElement[],
  signal: AbortSignal,
  onDone: () => void,
): DeferredLayout {
  const page = document.documentElement.dataset;
  const isPending = (): boolean => page['deferred'] !== undefined;
  const finish = (): void => {
    if (!isPending()) return;
    delete page['deferred'];
    onDone();
  };
  const layOutInTasks = async (): Promise<void> => {
    await loaded(signal);
    await fontsSettled();
    await new Promise<void>((resolve) => whenIdle(() => resolve()));
    await inTasks(sections, layOut, signal);
    finish();
  };
  // Called off with the player; what is left then needs no size.
  if (isPending()) layOutInTasks().catch(() => undefined);
  return { isPending, isGuessed: (section) => isPending() && section.dataset['laidOut'] === undefined, finish };
}

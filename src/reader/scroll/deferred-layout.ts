import { inTasks, whenIdle } from '../loading/idle.ts';

/** The part of the page that is laid out after its opening, see `data-late` in LiveEdition.astro and story.css. */
export interface LateLayout {
  /** Whether there is still something without its real size. */
  isPending(): boolean;
  /** Whether the section has a size only the style sheet guessed. */
  isGuessed(section: HTMLElement): boolean;
  /** Lays out all that is left, at once. */
  finish(): void;
}

/** Longest wait for typefaces, in milliseconds: without them all is laid out, and once more when they come. */
const FACES_MS = 3000;

/** Resolves when the page is set in its own typefaces, see LateFaces.astro. */
async function typefaces(): Promise<void> {
  const root = document.documentElement;
  let observer: MutationObserver | undefined;
  const areCome = new Promise<void>((resolve) => {
    const look = (): void => {
      if (root.dataset['standIns'] === undefined) resolve();
    };
    observer = new MutationObserver(look);
    observer.observe(root, { attributeFilter: ['data-stand-ins'] });
    look();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, FACES_MS);
  });
  await Promise.race([areCome.then(() => document.fonts.ready), late]);
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
 * Lays out section after section in pauses, once the typefaces are there, so that text is not laid out twice.
 *
 * @param onDone called when every section has its own size, in the same task
 */
export function createLateLayout(
  sections: readonly HTMLElement[],
  signal: AbortSignal,
  onDone: () => void,
): LateLayout {
  const page = document.documentElement.dataset;
  const isPending = (): boolean => page['late'] !== undefined;
  const finish = (): void => {
    if (!isPending()) return;
    delete page['late'];
    onDone();
  };
  const inPieces = async (): Promise<void> => {
    await loaded(signal);
    await typefaces();
    await new Promise<void>((resolve) => whenIdle(() => resolve()));
    await inTasks(sections, layOut, signal);
    finish();
  };
  // Called off with the player; what is left then needs no size.
  if (isPending()) inPieces().catch(() => undefined);
  return { isPending, isGuessed: (section) => isPending() && section.dataset['laidOut'] === undefined, finish };
}

import { backdropBox } from '../../story/media/backdrop-box.ts';
import type { BackdropState } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import { stackIn, writeStyle } from '../over-map/elements.ts';
import type { OverMap } from '../over-map/over-map.ts';
import type { ReaderLook } from '../player/viewport.ts';
import { type BackdropFilm, createBackdropFilm } from './backdrop-film.ts';

/** So many sections ahead, pictures are fetched. */
const AHEAD = 2;

interface Backdrop {
  readonly element: HTMLElement;
  readonly image: HTMLImageElement;
  readonly film: BackdropFilm | null;
  readonly credits: readonly Node[];
}

/** In place of a picture the blur that waits for it, of which nothing can be made out; the picture is not fetched. */
function veil(image: HTMLImageElement): void {
  for (const source of image.parentElement?.querySelectorAll('source') ?? []) source.remove();
  image.removeAttribute('srcset');
  image.src = /url\("?(data:[^")]+)/.exec(image.style.backgroundImage)?.[1] ?? '';
}

/** The figure that stands in the section for readers without the stage holds all there is to show. */
function createBackdrop(root: HTMLElement, index: number, onLoad: () => void, signal: AbortSignal): Backdrop | null {
  const figure = root.querySelector<HTMLElement>(`[data-backdrop="${index}"]`);
  const picture = figure?.querySelector('picture')?.cloneNode(true);
  const image = picture instanceof HTMLElement ? picture.querySelector('img') : null;
  if (!figure || !image || !picture) return null;
  const element = document.createElement('div');
  const isVeiled = figure.querySelector('details.sensitive:not([open])') !== null;
  element.className = isVeiled ? 'backdrop veiled' : 'backdrop';
  if (isVeiled) veil(image);
  image.loading = 'eager';
  image.alt = '';
  image.addEventListener('load', onLoad);
  image.addEventListener('error', onLoad);
  const film = isVeiled ? null : createBackdropFilm(figure, signal);
  element.append(picture, ...(film ? [film.video] : []));
  const credits = [...figure.querySelectorAll('.credit')].map((credit) => credit.cloneNode(true));
  return { element, image, film, credits };
}

/** Moves and stretches an element laid out in one size to another, which costs no layout. */
function place(
  { image, film }: Backdrop,
  box: ReturnType<typeof backdropBox>,
  size: ReturnType<typeof backdropBox>,
): void {
  const [width, height] = [size.right - size.left, size.bottom - size.top];
  const scale = (box.right - box.left) / width;
  for (const element of [image, ...(film ? [film.video] : [])]) {
    writeStyle(element, 'width', `${width.toFixed(1)}px`);
    writeStyle(element, 'height', `${height.toFixed(1)}px`);
    writeStyle(
      element,
      'transform',
      `translate(${box.left.toFixed(1)}px, ${box.top.toFixed(1)}px) scale(${scale.toFixed(5)})`,
    );
  }
}

function fade({ element }: Backdrop, opacity: number, heightPx: number): void {
  writeStyle(element, 'opacity', opacity.toFixed(3));
  writeStyle(element, 'height', `${heightPx}px`);
}

function leave({ film, element }: Backdrop): void {
  film?.stop();
  element.remove();
}

/** Chromium keeps a picture with several sources until it has been taken out of the page, even one that never stood in it. */
function giveBack(host: HTMLElement, { film, element }: Backdrop): void {
  film?.close();
  host.append(element);
  element.remove();
}

function restack(host: HTMLElement, seen: readonly Backdrop[], shown: readonly Backdrop[]): void {
  for (const gone of seen.filter((one) => !shown.includes(one))) leave(gone);
  stackIn(
    host,
    shown.map(({ element }) => element),
  );
}

/** Whose the picture on the stage is. */
function createCredit(root: HTMLElement, host: HTMLElement): (top: Backdrop | null, stageHeightPx: number) => void {
  const line = document.createElement('p');
  line.className = 'backdrop-credit';
  let credited: Backdrop | null = null;
  return (top, stageHeightPx) => {
    writeStyle(line, '--backdrop-height', `${stageHeightPx}px`);
    if (top === credited) return;
    credited = top;
    root.toggleAttribute('data-backdrop', top !== null);
    line.replaceChildren(...(top?.credits ?? []));
    if (top) host.after(line);
    else line.remove();
  };
}

/** Backdrops by section: each is made once it is near, and given up once it is far, since a phone holds few such pictures. */
function createBackdrops(
  root: HTMLElement,
  host: HTMLElement,
  { story }: Timeline,
  onLoad: () => void,
  signal: AbortSignal,
) {
  const made = new Map<number, Backdrop | null>();
  const at = (index: number): Backdrop | null => {
    if (!story.sections[index]?.backdrop) return null;
    if (!made.has(index)) made.set(index, createBackdrop(root, index, onLoad, signal));
    return made.get(index) ?? null;
  };
  const giveUp = (isGivenUp: (index: number) => boolean): void => {
    for (const [index, backdrop] of [...made].filter(([one]) => isGivenUp(one))) {
      if (backdrop) giveBack(host, backdrop);
      made.delete(index);
    }
  };
  /** Makes those that are near the reader's section, and gives up those that are not. */
  const keep = (index: number): void => {
    giveUp((other) => other < index - 1 || other > index + AHEAD);
    for (let near = index; near <= index + AHEAD; near += 1) at(near);
  };
  const onToggle = ({ target }: Event): void => {
    const figure = target instanceof HTMLDetailsElement ? target.closest<HTMLElement>('[data-backdrop]') : null;
    if (!figure) return;
    giveUp((index) => index === Number(figure.dataset['backdrop']));
    onLoad();
  };
  root.addEventListener('toggle', onToggle, { capture: true, signal });
  return { at, keep };
}

/** Between the map and its marks. */
function createHost(root: HTMLElement): HTMLElement {
  const host = document.createElement('div');
  host.className = 'backdrops';
  root.querySelector('.stage > .annotation-layer')?.before(host);
  return host;
}

/** Once the reader's own is whole, the one that came with the page would show through where it goes. */
function dismiss(opening: Element | null, shown: readonly Backdrop[]): void {
  if (opening?.isConnected && shown.every(({ image }) => image.complete)) opening.remove();
}

export function createBackdropLayer(
  root: HTMLElement,
  timeline: Timeline,
  onLoad: () => void,
  signal: AbortSignal,
): OverMap {
  const opening = root.querySelector('[data-opening-backdrop]');
  const host = createHost(root);
  const backdrops = createBackdrops(root, host, timeline, onLoad, signal);
  const showCredit = createCredit(root, host);
  let seen: readonly Backdrop[] = [];

  const showOne = ({ sectionIndex, opacity, t }: BackdropState, { viewport, motion }: ReaderLook): Backdrop | null => {
    const found = backdrops.at(sectionIndex);
    const { sections, media } = timeline.story;
    const told = sections[sectionIndex]?.backdrop;
    const medium = told && media[viewport.width < viewport.height ? told.portrait : told.src];
    if (!found || !medium) return null;
    const { freeBox, stageHeightPx } = timeline.stop(sectionIndex, viewport).layout;
    const stage = { freeBox, stageHeightPx, width: viewport.width };
    place(found, backdropBox(medium, told, stage, t), backdropBox(medium, told, stage, 0));
    fade(found, opacity, stageHeightPx);
    found.film?.show(t, opacity > 0.5 && motion === 'full');
    return found;
  };

  return {
    show(scene, look) {
      const { section, stageHeightPx } = scene;
      backdrops.keep(section.index);
      const shown = scene.backdrops.flatMap((state) => showOne(state, look) ?? []);
      restack(host, seen, shown);
      seen = shown;
      dismiss(opening, shown);
      const top = scene.backdrops.findLast(({ opacity }) => opacity > 0.5);
      showCredit(top ? backdrops.at(top.sectionIndex) : null, stageHeightPx);
    },
    isSettled: () => seen.every(({ image, film }) => image.complete && film?.isSettled() !== false),
  };
}

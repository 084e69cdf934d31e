import { savesData } from '../loading/saves-data.ts';

/** A film that fills the stage. It has no sound, and stands still for whoever wants nothing to move. */
export interface BackdropFilm {
  readonly video: HTMLVideoElement;
  /**
   * @param t the reader's place in the section, 0–1
   * @param plays whether it may move by itself now
   */
  show(t: number, plays: boolean): void;
  stop(): void;
  /** Gives back what it took to play; it is not shown again. */
  close(): void;
  isSettled(): boolean;
}

/** Two moments this near are one picture. */
const SAME_S = 1 / 60;

/** A copy of a figure's film that nobody is meant to play; null where it has none, or the reader saves data. */
function copyOf(figure: HTMLElement, follows: boolean): HTMLVideoElement | null {
  const video = figure.querySelector('video')?.cloneNode(true);
  if (!(video instanceof HTMLVideoElement) || savesData()) return null;
  return Object.assign(video, { controls: false, muted: true, tabIndex: -1, preload: follows ? 'auto' : 'none' });
}

/** @param t share of its length */
function seekTo(video: HTMLVideoElement, t: number): void {
  const moment = t * Math.max(0, video.duration - SAME_S);
  if (video.readyState > 0 && Math.abs(video.currentTime - moment) > SAME_S) video.currentTime = moment;
}

/** Has the browser give up what it has decoded. */
function unload(video: HTMLVideoElement): void {
  video.replaceChildren();
  video.load();
}

/** Of a figure with a film; its poster stands behind it, and stays where it may not or cannot play. */
export function createBackdropFilm(figure: HTMLElement, signal: AbortSignal): BackdropFilm | null {
  const follows = figure.dataset['scrub'] !== undefined;
  const video = copyOf(figure, follows);
  if (!video) return null;
  let isWanted = false;
  let wantedT = 0;
  const seek = (): void => seekTo(video, wantedT);
  const stop = (): void => {
    isWanted = false;
    video.pause();
  };
  if (follows) video.addEventListener('loadedmetadata', seek);
  // What nobody sees need not run.
  const onVisibility = (): void => {
    if (document.hidden) video.pause();
    else if (isWanted) void video.play().catch(stop);
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
  const close = (): void => {
    stop();
    document.removeEventListener('visibilitychange', onVisibility);
    unload(video);
  };
  return {
    video,
    stop,
    close,
    show(t, plays) {
      wantedT = t;
      if (follows) return seek();
      if (plays === isWanted) return;
      isWanted = plays;
      // A device that plays nothing by itself keeps the poster.
      if (plays) void video.play().catch(stop);
      else video.pause();
    },
    isSettled: () => !follows || video.readyState < 2 || !video.seeking,
  };
}

import type { Ground, GroundPicture, PictureScreens } from './ground.ts';

/** The shape of a screen, as pictures are cut for it. */
export const screensOf = ({ width, height }: { readonly width: number; readonly height: number }): PictureScreens =>
  width < height ? 'upright' : 'wide';

/**
 * The pictures that show a ground in a section, the coarsest first: that of the ways to its neighbours lies below the one it
 * was cut for.
 */
export function picturesFor(
  { pictures }: Ground,
  sectionId: string,
  screen: { readonly width: number; readonly height: number },
): readonly GroundPicture[] {
  const own = pictures.filter(({ sections }) => sections.includes(sectionId));
  const wanted = screensOf(screen);
  const atRest = own.find(({ screens }) => screens === wanted) ?? own.find(({ screens }) => screens !== 'any');
  return [...own.filter(({ screens }) => screens === 'any'), ...(atRest ? [atRest] : [])];
}

/** Names over a picture are light where it is darker than this: there white and black can be read as well as each other. */
const MIDDLE_LUMINANCE = 0.18;
/** Where most of a picture spans more than this, names need more of their own ground. */
const CALM = 0.3;

/** The ground that names and lines have over a picture. */
export interface PictureTone {
  readonly tone: 'dark' | 'light';
  readonly isBusy: boolean;
}

/** How names are set over a picture. */
export function toneOver({ luminance: { mean, dark, bright } }: GroundPicture): PictureTone {
  return { tone: mean < MIDDLE_LUMINANCE ? 'dark' : 'light', isBusy: bright - dark > CALM };
}

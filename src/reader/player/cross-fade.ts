const FADE_MS = 150;

/** Lets the picture just shown come up out of the ground it stands on. */
export function crossFade(stage: HTMLElement): void {
  stage.animate({ opacity: [1, 0] }, { duration: FADE_MS, easing: 'ease-out', pseudoElement: '::before' });
}

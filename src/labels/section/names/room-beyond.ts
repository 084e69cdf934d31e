import type { Layout } from '../../../story/layout.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { PlaceLabelsInput } from '../../towns/place-labels.ts';

/** Below the map runs the line of credits. */
const CREDITS_PX = 22;

/** Free room beyond the margins of the free box, on the sides where no text stands. */
export function roomBeyond(
  { freeBox, cardBox, stageHeightPx, barHeightPx, kind, sizeClass }: Layout,
  { width }: Viewport,
): PlaceLabelsInput['roomPx'] {
  const cardLeft = cardBox.right <= freeBox.left;
  const cardRight = cardBox.left >= freeBox.right;
  const cardAbove = cardBox.bottom <= freeBox.top;
  // An upright phone has text above and below the map, and a scrim that lets go of it in the free box itself.
  if (kind === 'over' && sizeClass === 'phone') return { left: freeBox.left, right: freeBox.left, top: 0, bottom: 0 };
  return {
    left: cardLeft ? 0 : freeBox.left,
    right: cardRight ? 0 : width - freeBox.right,
    top: cardAbove ? 0 : Math.max(0, freeBox.top - barHeightPx),
    bottom: Math.max(
      0,
      Math.min(cardBox.top > freeBox.bottom ? cardBox.top : stageHeightPx, stageHeightPx) - freeBox.bottom - CREDITS_PX,
    ),
  };
}

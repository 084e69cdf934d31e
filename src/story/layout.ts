import type { Box } from '../geo/lng-lat.ts';
import type { Viewport } from './scene.ts';
import type { Card, CardLayout } from './story.ts';

export type SizeClass = 'desktop' | 'tablet' | 'phone' | 'embed';

/** `rows`: map above, text below. `column`: cards beside the map. `over`: text stands on the map. `top`: text above a full width. */
export interface Layout {
  readonly kind: 'rows' | CardLayout;
  readonly sizeClass: SizeClass;
  /** Where text may stand. It never hides what the frame keeps visible. */
  readonly cardBox: Box;
  /** What the text leaves free, less the margins: the camera is solved for this. */
  readonly freeBox: Box;
  readonly barHeightPx: number;
  readonly stageHeightPx: number;
}

/** Share of an upright phone's height that belongs to the map. */
export const ROWS_STAGE_SHARE = 0.55;

export function sizeClassOf({ width, height, embed }: Viewport): SizeClass {
  if (width >= 1100 && height >= 560) return 'desktop';
  if (width < 700 && width <= height) return 'phone';
  return embed ? 'embed' : 'tablet';
}

/** Room at the foot of a wide screen; an embed has its bar there on any screen. */
const FOOT_PX = 44;

function barHeightOf(viewport: Viewport, sizeClass: SizeClass): number {
  if (viewport.embed) return 0;
  return sizeClass === 'phone' ? 48 : 52;
}

function mirrored(box: Box, width: number): Box {
  return { left: width - box.right, right: width - box.left, top: box.top, bottom: box.bottom };
}

function isLeft(viewport: Viewport, card: Card): boolean {
  return (card.side === 'start') === (viewport.dir === 'ltr');
}

function rows(viewport: Viewport): Layout {
  const stageHeightPx = Math.round(viewport.height * ROWS_STAGE_SHARE);
  const barHeightPx = barHeightOf(viewport, 'phone');
  return {
    kind: 'rows',
    sizeClass: 'phone',
    cardBox: { left: 0, right: viewport.width, top: stageHeightPx, bottom: viewport.height },
    freeBox: { left: 20, right: viewport.width - 20, top: barHeightPx + 16, bottom: stageHeightPx - 28 },
    barHeightPx,
    stageHeightPx,
  };
}

/** Text at the head and foot of an upright phone; the middle is free, and higher up where the bar is at the foot. */
function overOnPhone(viewport: Viewport): Layout {
  const { width, height } = viewport;
  const foot = viewport.embed ? FOOT_PX : 0;
  const down = (share: number): number => Math.round(height * share) - foot;
  return {
    kind: 'over',
    sizeClass: 'phone',
    cardBox: { left: 0, right: width, top: down(0.66), bottom: height - foot },
    freeBox: { left: 20, right: width - 20, top: down(0.26), bottom: down(0.65) },
    barHeightPx: barHeightOf(viewport, 'phone'),
    stageHeightPx: height,
  };
}

interface ColumnMetrics {
  readonly inset: number;
  readonly width: number;
  readonly gap: number;
  readonly far: number;
}

function columnMetrics(viewport: Viewport, card: Card, sizeClass: SizeClass): ColumnMetrics {
  const over = card.layout === 'over';
  if (sizeClass === 'desktop') {
    const width = over ? 600 : card.width === 'narrow' ? 420 : 540;
    return { inset: over ? 72 : 40, width: Math.min(width, viewport.width * 0.46), gap: 40, far: 32 };
  }
  if (sizeClass === 'embed') return { inset: 24, width: Math.min(292, viewport.width * 0.46), gap: 20, far: 20 };
  return { inset: 24, width: viewport.width * (card.width === 'narrow' ? 0.36 : 0.44), gap: 24, far: 24 };
}

function column(viewport: Viewport, card: Card, sizeClass: SizeClass): Layout {
  const { width, height } = viewport;
  const bar = barHeightOf(viewport, sizeClass);
  const foot = sizeClass === 'desktop' || viewport.embed ? FOOT_PX : 24;
  const { inset, width: cardWidth, gap, far } = columnMetrics(viewport, card, sizeClass);
  const cardBox: Box = { left: inset, right: inset + cardWidth, top: bar, bottom: height };
  const freeBox: Box = {
    left: cardBox.right + gap,
    right: width - far,
    top: bar + (sizeClass === 'embed' ? 20 : 24),
    bottom: height - foot - (viewport.embed ? 20 : 0),
  };
  const flip = !isLeft(viewport, card);
  return {
    kind: card.layout,
    sizeClass,
    cardBox: flip ? mirrored(cardBox, width) : cardBox,
    freeBox: flip ? mirrored(freeBox, width) : freeBox,
    barHeightPx: bar,
    stageHeightPx: height,
  };
}

function top(viewport: Viewport, sizeClass: SizeClass): Layout {
  const { width, height } = viewport;
  const bar = barHeightOf(viewport, sizeClass);
  const side = sizeClass === 'desktop' ? 72 : 24;
  const split = Math.round(bar + (height - bar) * 0.42);
  return {
    kind: 'top',
    sizeClass,
    cardBox: { left: side, right: width - side, top: bar, bottom: split },
    freeBox: { left: side, right: width - side, top: split + 16, bottom: height - FOOT_PX },
    barHeightPx: bar,
    stageHeightPx: height,
  };
}

/** A map of its own size in the text. Its type is the phone's, because a narrow column shrinks the whole picture. */
function figure(viewport: Viewport, card: Card): Layout {
  const { width, height } = viewport;
  return {
    kind: card.layout,
    sizeClass: 'phone',
    cardBox: { left: 0, right: width, top: height, bottom: height },
    freeBox: { left: 20, right: width - 20, top: 20, bottom: height - 30 },
    barHeightPx: 0,
    stageHeightPx: height,
  };
}

/** A stop of the map has no text: the map has the whole screen but the bars. */
function bare(viewport: Viewport, sizeClass: SizeClass): Layout {
  const { width, height, embed } = viewport;
  const bar = barHeightOf(viewport, sizeClass);
  const side = sizeClass === 'desktop' ? 32 : 20;
  return {
    kind: 'column',
    sizeClass,
    cardBox: { left: 0, right: width, top: height, bottom: height },
    freeBox: { left: side, right: width - side, top: bar + 20, bottom: height - FOOT_PX - (embed ? 20 : 0) },
    barHeightPx: bar,
    // The line of credits stands at the foot of an upright phone's map, and so above the bar of an embed.
    stageHeightPx: height - (embed && sizeClass === 'phone' ? FOOT_PX : 0),
  };
}

/** How text and map share this screen for this card. The one place where layout is decided; `styles/story.css` and `story-rows.css` follow it. */
export function layoutFor(viewport: Viewport, card: Card): Layout {
  if (viewport.figure) return figure(viewport, card);
  const sizeClass = sizeClassOf(viewport);
  if (card.hidden) return bare(viewport, sizeClass);
  if (sizeClass !== 'phone')
    return card.layout === 'top' ? top(viewport, sizeClass) : column(viewport, card, sizeClass);
  return card.layout === 'over' ? overOnPhone(viewport) : rows(viewport);
}

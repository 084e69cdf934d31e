/** What hosts that size their frames by themselves understand. */
export interface HeightDialects {
  readonly amp: { readonly sentinel: 'amp'; readonly type: 'embed-size'; readonly height: number };
  readonly datawrapper: { readonly 'datawrapper-height': Readonly<Record<string, number>> };
  /** Only where Pym gave the frame an id in its address. */
  readonly pym: string | null;
}

/** @param pymId the `childId` of the frame's address */
export function heightDialects(heightPx: number, pymId: string | null): HeightDialects {
  return {
    amp: { sentinel: 'amp', type: 'embed-size', height: heightPx },
    datawrapper: { 'datawrapper-height': { story: heightPx } },
    pym: pymId === null ? null : `pymxPYMx${pymId}xPYMxheightxPYMx${heightPx}`,
  };
}

/** Says the height in every dialect; hosts pass over those they do not speak. */
export function sayHeight(heightPx: number): void {
  const { amp, datawrapper, pym } = heightDialects(heightPx, new URLSearchParams(location.search).get('childId'));
  for (const message of [amp, datawrapper, pym]) if (message !== null) window.parent.postMessage(message, '*');
}

import type { EncodedSegment, FilmEncoder } from './film-encoder.ts';
import type { FilmPage } from './film-page.ts';
import type { FilmFrame } from './film-plan.ts';

export interface SegmentTools {
  readonly page: Pick<FilmPage, 'take'>;
  readonly encoder: Pick<FilmEncoder, 'begin' | 'add' | 'end'>;
  readonly keyOf: (frame: FilmFrame) => string;
  /** Called after each frame. */
  readonly onFrame: () => void;
}

/** Takes and compresses the frames of a piece; one that shows what the last one showed is not taken again. */
export async function makeSegment(frames: readonly FilmFrame[], tools: SegmentTools): Promise<EncodedSegment> {
  const { page, encoder, keyOf, onFrame } = tools;
  await encoder.begin();
  let shown = '';
  let adding: Promise<void> = Promise.resolve();
  for (const [index, frame] of frames.entries()) {
    const key = keyOf(frame);
    const png = key === shown ? null : await page.take(frame);
    shown = key;
    await adding;
    // The next picture is taken while this one is compressed.
    adding = encoder.add(png, index);
    adding.catch(() => undefined);
    onFrame();
  }
  await adding;
  return encoder.end();
}

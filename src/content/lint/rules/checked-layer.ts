import type { RawFile } from '../../files/raw.ts';
import type { StoryFiles } from '../../files/story-files.ts';
import type { LayerContext } from '../../normalize/layer-input.ts';
import type { RawLayer } from '../../schema/layers.ts';

/** A layer as rules see it. */
export interface CheckedLayer {
  readonly id: string;
  readonly layer: RawLayer;
  readonly file: RawFile;
  readonly files: StoryFiles;
  readonly context: LayerContext;
}

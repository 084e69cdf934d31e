import type { Box, LngLat, Projection } from '../geo/lng-lat.ts';
import type { Atlas } from '../story/atlas.ts';
import type { SizeClass } from '../story/layout.ts';
import type { Fact, Place, Story } from '../story/story.ts';
import type { Background } from './background.ts';

/** What a chart, which stands on the screen, may depend on. */
export interface ScreenContext {
  /** Part of the screen the text leaves free, in CSS pixels. */
  readonly freeBox: Box;
  readonly sizeClass: SizeClass;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly facts: Readonly<Record<string, Fact>>;
  readonly drawings: Story['drawings'];
  readonly media: Story['media'];
  readonly mapTexts: Story['mapTexts'];
}

/** All that placing may depend on besides the annotation itself and what holds room already. */
export interface RestContext extends ScreenContext {
  /** With the section's camera at rest. */
  readonly projection: Projection;
  readonly places: Readonly<Record<string, Place>>;
  readonly atlas: Atlas;
  /** Roads and borders that a text should not stand across where it can help it. */
  readonly avoidLines: readonly (readonly LngLat[])[];
  /** True where kilometre crosses are drawn: the scale bar then names their spacing. */
  readonly crosses: boolean;
  readonly background: Background;
}

/** All that drawing may depend on besides the annotation, its placement and how far it is drawn. */
export interface View extends ScreenContext {
  /** With the camera as it is now. */
  readonly projection: Projection;
  /** With the camera at rest in the annotation's own section, where it was placed. */
  readonly restProjection: Projection;
}

import { backgroundOf } from '../../annotations/placing.ts';
import { placeIn } from '../../geo/antimeridian.ts';
import { contains } from '../../geo/bounds.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import { crossesAreShown } from '../../marks/crosses.ts';
import type { Tone } from '../../marks/mark.ts';
import { restProjectionOf } from '../../story/camera/rest-projection.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Viewport } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { Stop } from '../../story/timeline.ts';
import { Background } from '../background.ts';
import type { RestContext } from '../rest-context.ts';
import { backgroundToneAt } from './background-tone.ts';
import { linesInView } from './lines-in-view.ts';
import type { MapBase } from './map-base.ts';
import { screenContext } from './screen-context.ts';

/** All that a section's annotations and names are placed by. */
export function sectionContext(story: Story, base: MapBase, stop: Stop, viewport: Viewport): RestContext {
  const { section } = stop;
  const projection = restProjectionOf(stop, viewport);
  const mapTone = (lngLat: LngLat): Tone =>
    contains(base.bounds, lngLat)
      ? backgroundToneAt(placeIn(base.bounds, lngLat), section.layers, base.land, base.atlas)
      : 'paper';
  const context: RestContext = {
    ...screenContext(story, stop, viewport),
    projection,
    places: story.places,
    atlas: base.atlas,
    avoidLines: linesInView(base.lines, projection),
    crosses: emphasisOf(section.layers, 'crosses') > 0 && crossesAreShown(projection),
    background: new Background(projection, mapTone),
  };
  const painted = section.annotations.flatMap((one) => backgroundOf(one, context) ?? []);
  const toneAt = (lngLat: LngLat): Tone =>
    painted.findLast(({ contains }) => contains(lngLat))?.tone ?? mapTone(lngLat);
  return { ...context, background: new Background(projection, toneAt) };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoryFiles } from '../../../src/content/files/story-files.ts';
import type { LngLatBounds } from '../../../src/geo/lng-lat.ts';
import { checkGroundPictures } from '../../../src/pictures/check-ground-pictures.ts';
import { drawStory } from '../../../src/pictures/story-drawing.ts';
import { buildMapIndex } from '../../../src/story/map-index.ts';
import type { Story } from '../../../src/story/story.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';

/** Of the raster there is no more than this. */
const RASTER: LngLatBounds = [0.9, 40.9, 1.1, 41.1];

/** Whether a frame is told of that looks at a picture of the raster which was cut for the ground that was seen. */
function isTold(bounds: LngLatBounds, picture: LngLatBounds, seen: LngLatBounds): boolean {
  const use = { show: 'satellite', over: 1, after: null, labels: ['', ''] as const, relief: 0 };
  const one = section(0, {
    frame: frame({ bounds }),
    layers: { emphasis: {}, tints: [], wash: 0, ground: { ...use } },
  });
  const luminance = { mean: 0.1, dark: 0, bright: 0.2 };
  const cut = (screens: 'wide' | 'upright') => ({
    ...{ file: `${screens}.webp`, src: '', sections: [one.id], screens, width: 8, height: 8 },
    ...{ bounds: picture, seen, luminance },
  });
  const grounds = {
    satellite: { kind: 'picture', attribution: [], command: 'npm run ground', pictures: [cut('wide'), cut('upright')] },
  } as const;
  const told: Story = { ...story([one], [place('town', 1, 41)]), bounds: [0, 40, 4, 42], focus: 'town', grounds };
  const { timeline } = drawStory(tinyBasemap, told);
  const files = { raw: { folder: 'content/stories/told', files: [] } } as unknown as StoryFiles;
  return (
    checkGroundPictures({ files, story: told, timeline, mapIndex: buildMapIndex(tinyBasemap), dir: 'ltr' }).length > 0
  );
}

const WIDE: LngLatBounds = [0, 40, 2, 42];

test('a frame that looks beyond what was cut is told of, unless the raster had no more there', () => {
  const near: LngLatBounds = [0.98, 40.98, 1.02, 41.02];
  assert.equal(isTold(near, RASTER, RASTER), false, 'within what was cut');
  assert.equal(isTold([0.2, 40.2, 1.8, 41.8], RASTER, RASTER), true, 'cut at its edge: there may be more');
  assert.equal(isTold([0.2, 40.2, 1.8, 41.8], RASTER, WIDE), false, 'the raster ended on all sides');
  const openInTheEast: LngLatBounds = [0.5, 40.5, 1.1, 41.5];
  assert.equal(isTold([0.2, 40.2, 1.8, 41.8], RASTER, openInTheEast), true, 'in the east it was cut off');
});

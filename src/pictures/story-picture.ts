import type { Basemap } from '../basemap/basemap.ts';
import { clipLine } from '../geo/clip-to-box.ts';
import { createProjection } from '../geo/mercator.ts';
import { roadWidth } from '../geo/road-width.ts';
import { smallMap } from '../labels/section/locator/small-map.ts';
import { buildMapBase } from '../labels/section/map-base.ts';
import { anchoredGroup } from '../labels/texts/text-block.ts';
import { symbolMarks } from '../labels/towns/label-symbol.ts';
import type { Mark } from '../marks/mark.ts';
import { renderMarks } from '../marks/render-marks.ts';
import { pathOf, projectLine } from '../marks/screen-path.ts';
import { cameraFor } from '../story/camera/framing.ts';
import type { Viewport } from '../story/scene.ts';
import type { Story } from '../story/story.ts';
import { renderGroundPictures } from './render-ground-map.ts';

const SIZE = { width: 400, height: 300 } as const;
const BOX = { left: 0, top: 0, right: SIZE.width, bottom: SIZE.height } as const;
const VIEWPORT: Viewport = { ...SIZE, dir: 'ltr', embed: false, figure: true };

const renderDrawing = (marks: readonly Mark[], style = ''): string =>
  `<svg class="map-svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true"${style}>${renderMarks(marks)}</svg>`;

const OVER = 'position:absolute;inset:0';

/** A map, the pictures that lie over it, and what lies over those. */
function renderOver(map: readonly Mark[], pictures: string, over: readonly Mark[]): string {
  if (pictures === '') return renderDrawing([...map, ...over]);
  const laid = `<div style="${OVER};direction:ltr">${pictures}</div>`;
  return `<div style="position:relative;overflow:hidden">${renderDrawing(map)}${laid}${renderDrawing(over, ` style="${OVER}"`)}</div>`;
}

/**
 * The first map of a story as a small picture without words, for lists of stories. It stands on its own, so that a page
 * may hold pictures of stories on different basemaps. Its colours are in `mapStyleSheet`.
 */
export function renderStoryPicture(story: Story, basemap: Basemap): string {
  const [opening] = story.sections;
  if (opening === undefined) return '';
  const base = buildMapBase(basemap, story);
  const camera = cameraFor(story, opening, VIEWPORT);
  const projection = createProjection(camera, SIZE.width, SIZE.height);
  const regions = opening.layers.tints.map(({ region, tone, opacity }) => {
    return { shape: base.atlas.area(region) ?? [], tone: tone === 'past' ? 'tint-past' : 'tint', opacity } as const;
  });
  const roads = base.roads.flatMap(({ line }) => clipLine(projectLine(line, projection), BOX));
  const focus = story.focus === null ? undefined : story.places[story.focus];
  const map: readonly Mark[] = [
    ...smallMap(BOX, regions, base, projection),
    { type: 'path', key: 'roads', d: pathOf(roads), stroke: 'red', strokeWidth: roadWidth(camera.zoom) },
  ];
  const over = focus ? anchoredGroup('focus', symbolMarks('focus'), projection.project(focus.lngLat)) : [];
  return renderOver(map, renderGroundPictures(story, opening, projection), over);
}

import { type DrawingGrid, drawingTransform } from '../basemap/drawing/drawing-transform.ts';
import { LAND_ID, LINES_ID, layerVariables, MAP_ID } from '../basemap/drawing/layer-variables.ts';
import { tintNearness } from '../basemap/themes.ts';
import { escapeHtml } from '../i18n/escape-html.ts';
import type { SceneMarks } from '../labels/section/scene-marks.ts';
import { type IsOver, marksOver } from '../marks/over-picture.ts';
import { renderMarks } from '../marks/render-marks.ts';
import type { SizeClass } from '../story/layout.ts';
import type { Scene, Viewport } from '../story/scene.ts';
import { restScene } from '../story/scenes/scene-at.ts';
import type { Section } from '../story/story.ts';
import type { Timeline } from '../story/timeline.ts';
import { type DrawnSlots, drawOwnLayers, type OwnDrawing } from './draw-own-layers.ts';

export interface StaticMapSize {
  readonly width: number;
  readonly height: number;
}

export interface StaticMapInput {
  readonly timeline: Timeline;
  readonly sceneMarks: SceneMarks;
  /** Of the drawing that stands in the same page. */
  readonly grid: DrawingGrid;
  /** What the story's own layers are drawn from, where it has any. */
  readonly own?: OwnDrawing | null;
  readonly section: Section;
  readonly dir: 'ltr' | 'rtl';
  readonly size?: StaticMapSize;
  /** Makes ids unique where a page holds two maps of one section. */
  readonly idPrefix?: string;
}

const SIZE: StaticMapSize = { width: 720, height: 480 };

const variablesText = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

const useOf = (id: string, transform: string): string =>
  `<use href="#${id}" data-drawing="" transform="${transform}"/>`;

/** The basemap's drawing with a story's own layers between its parts. */
const withOwn = (transform: string, { base, land, roads }: DrawnSlots): string =>
  `${base}${useOf(LAND_ID, transform)}${land}${useOf(LINES_ID, transform)}${roads}`;

/** Sea, drawing, wash and blank: the picture below the marks, for a static map as for the live one. */
export function renderGround(
  transform: string,
  variables: Readonly<Record<string, string>>,
  own: DrawnSlots | null = null,
): string {
  const rect = (id: string): string => `<rect class="bm-${id}" width="100%" height="100%"/>`;
  const veils = ['wash', 'blank'].filter((id) => `--o-${id}` in variables).map(rect);
  const drawing = own ? withOwn(transform, own) : useOf(MAP_ID, transform);
  return `${rect('sea')}${drawing}${veils.join('')}`;
}

/** A section's resting map on one screen. */
export interface ViewInput extends Pick<StaticMapInput, 'timeline' | 'sceneMarks' | 'grid' | 'own' | 'section'> {
  readonly viewport: Viewport;
  /** Of the picture's title, and the beginning of all ids in it. */
  readonly id: string;
  /** What lies over the map, as SVG text. */
  readonly over?: string;
}

/** An upright phone has pictures of its own, and a figure in the text is drawn as for one. */
const descriptionOf = ({ mapDescription, phoneMapDescription }: Section, sizeClass: SizeClass): string =>
  sizeClass === 'phone' && phoneMapDescription !== '' ? phoneMapDescription : mapDescription;

/** What the map a section rests at is made of, seen from straight above, as SVG text. */
export interface ViewParts {
  readonly scene: Scene;
  /**
   * The beginning of its element.
   * @param titleId of the title that describes it; empty where another element does
   * @param classes more of them, with a blank before each
   */
  readonly open: (titleId: string, classes: string) => string;
  readonly ground: string;
  readonly clip: string;
  /** @param isOver where a picture hides the map; absent where none does */
  readonly marks: (isOver?: IsOver) => string;
}

export function viewParts({ timeline, sceneMarks, grid, own, section, viewport, id }: ViewInput): ViewParts {
  const rest = restScene(timeline, section.index, viewport);
  const scene = { ...rest, camera: { ...rest.camera, pitch: 0 } };
  const { sizeClass } = timeline.stop(section.index, viewport).layout;
  const transform = drawingTransform(grid, scene.camera, viewport.width, viewport.height);
  const variables = layerVariables(scene.layers, scene.camera.zoom);
  const drawn = sceneMarks(scene, viewport, true);
  const plain = renderMarks(drawn, `${id}-home`);
  const marks = (isOver?: IsOver): string => (isOver ? renderMarks(marksOver(drawn, isOver), `${id}-home`) : plain);
  const clip = plain.includes(`#${id}-home`)
    ? `<clipPath id="${id}-home"><use href="#bm-land-home" transform="${transform}"/></clipPath>`
    : '';
  const near = tintNearness(scene.camera.zoom) >= 0.5 ? ' is-near' : '';
  const base = `map-svg size-${sizeClass}${section.mood === 'paper' ? '' : ` mood-${section.mood}`}${near}`;
  const open = (titleId: string, classes: string): string => {
    const box = `viewBox="0 0 ${viewport.width} ${viewport.height}"`;
    const style = `style="${variablesText(variables)}"`;
    const title = `<title id="${titleId}">${escapeHtml(descriptionOf(section, sizeClass))}</title>`;
    return titleId === ''
      ? `<svg class="${base}${classes}" ${box} translate="no" aria-hidden="true" ${style}>`
      : `<svg class="${base}${classes}" ${box} role="img" translate="no" aria-labelledby="${titleId}" ${style}>${title}`;
  };
  const ground = renderGround(transform, variables, own ? drawOwnLayers(own, { ...viewport, ...scene }) : null);
  return { scene, open, clip, ground, marks };
}

/** The map a section rests at, seen from straight above, as SVG text. It needs what `renderStaticMap` needs. */
export function renderView(input: ViewInput): string {
  const { open, clip, ground, marks } = viewParts(input);
  return [open(input.id, ''), clip, ground, marks(), input.over ?? '', '</svg>'].join('');
}

/** The screen a static map is drawn as for. */
export const staticViewport = ({ dir, size = SIZE }: StaticMapInput): Viewport => ({
  ...size,
  dir,
  embed: false,
  figure: true,
});

/**
 * One section's resting map as SVG text, everything drawn. It needs the page's shared drawing (`drawBasemap`) and
 * `mapStyleSheet`; theme and mood are colours in CSS.
 */
export function renderStaticMap(input: StaticMapInput): string {
  const { section, idPrefix = 'map' } = input;
  return renderView({ ...input, viewport: staticViewport(input), id: `${idPrefix}-${section.id}` });
}

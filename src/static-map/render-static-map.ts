import { tintNearness } from '../basemap/themes.ts';
import type { Viewport } from '../story/scene.ts';
import { restScene } from '../story/scene-at.ts';
import type { Section } from '../story/story.ts';
import type { Timeline } from '../story/timeline.ts';
import { type DrawingGrid, drawingTransform } from './drawing-transform.ts';
import { layerVariables } from './layer-variables.ts';
import { escapeXml, renderMarks } from './render-marks.ts';
import type { SceneMarks } from './scene-marks.ts';

export interface StaticMapSize {
  readonly width: number;
  readonly height: number;
}

export interface StaticMapInput {
  readonly timeline: Timeline;
  readonly sceneMarks: SceneMarks;
  /** Of the drawing that stands in the same page. */
  readonly grid: DrawingGrid;
  readonly section: Section;
  readonly dir: 'ltr' | 'rtl';
  /** Credits in one line; empty where they stand beside the map. */
  readonly attribution: string;
  readonly size?: StaticMapSize;
  /** Makes ids unique where a page holds two maps of one section. */
  readonly idPrefix?: string;
}

const SIZE: StaticMapSize = { width: 720, height: 480 };

const variablesText = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');

/** Sea, drawing, wash and blank: the picture below the marks, for a static map as for the live SVG stage. */
export function renderGround(transform: string, variables: Readonly<Record<string, string>>): string {
  const rect = (id: string): string => `<rect class="bm-${id}" width="100%" height="100%"/>`;
  const veils = ['wash', 'blank'].filter((id) => `--o-${id}` in variables).map(rect);
  return `${rect('sea')}<use href="#bm" data-drawing="" transform="${transform}"/>${veils.join('')}`;
}

function creditLine({ width, height }: StaticMapSize, dir: 'ltr' | 'rtl', attribution: string): string {
  const place = dir === 'ltr' ? `x="${width - 12}" text-anchor="end"` : 'x="12"';
  return `<text class="t-attribution f-ink-3" ${place} y="${height - 10}">${escapeXml(attribution)}</text>`;
}

/**
 * One section's resting map as SVG text, everything drawn. It needs the page's shared drawing (`drawBasemap`) and
 * `mapStyleSheet`; theme and mood are colours in CSS.
 */
export function renderStaticMap(input: StaticMapInput): string {
  const { timeline, section, grid, dir, size = SIZE, idPrefix = 'map' } = input;
  const viewport: Viewport = { ...size, dir, embed: false, figure: true };
  const scene = restScene(timeline, section.index, viewport);
  const { sizeClass } = timeline.stop(section.index, viewport).layout;
  const transform = drawingTransform(grid, scene.camera, size.width, size.height);
  const variables = layerVariables(scene.layers, scene.camera.zoom);
  const id = `${idPrefix}-${section.id}`;
  const marks = renderMarks(input.sceneMarks(scene, viewport), sizeClass, `${id}-home`);
  const clip = marks.includes(`#${id}-home`)
    ? `<clipPath id="${id}-home"><use href="#bm-land-home" transform="${transform}"/></clipPath>`
    : '';
  const near = tintNearness(scene.camera.zoom) >= 0.5 ? ' is-near' : '';
  const classes = `map-svg size-${sizeClass}${section.mood === 'paper' ? '' : ` mood-${section.mood}`}${near}`;
  return [
    `<svg class="${classes}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}"`,
    ` style="${variablesText(variables)}"><title id="${id}">${escapeXml(section.mapDescription)}</title>`,
    clip,
    renderGround(transform, variables),
    marks,
    input.attribution === '' ? '' : creditLine(size, dir, input.attribution),
    '</svg>',
  ].join('');
}

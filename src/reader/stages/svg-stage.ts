import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import { drawingTransform } from '../../basemap/drawing/drawing-transform.ts';
import { layerVariables } from '../../basemap/drawing/layer-variables.ts';
import { setAttribute } from '../player/set-attribute.ts';
import type { OwnMap } from './own-map.ts';
import type { Stage } from './stage.ts';

export interface SvgStage extends Stage {
  /** Takes the drawing off the screen until a scene is shown. */
  hide(): void;
}

/**
 * Shows scenes with the basemap drawing that is already in the page: one transform on a `<use>` of it, and custom
 * properties for what a scene changes. Needs no WebGL and nothing from the network. A pitched camera is shown flat.
 */
export function createSvgStage(svg: SVGSVGElement, grid: DrawingGrid): SvgStage {
  const drawing = svg.querySelector<SVGGraphicsElement>('[data-drawing]');
  let own: OwnMap | null = null;
  let written: Readonly<Record<string, string>> = {};
  const writeVariables = (next: Readonly<Record<string, string>>): void => {
    for (const name of Object.keys(written)) if (!(name in next)) svg.style.removeProperty(name);
    for (const [name, value] of Object.entries(next)) {
      if (written[name] !== value) svg.style.setProperty(name, value);
    }
    written = next;
  };
  return {
    name: 'light',
    show(scene, { viewport }) {
      setAttribute(svg, 'visibility', 'visible');
      setAttribute(svg, 'viewBox', `0 0 ${viewport.width} ${viewport.height}`);
      setAttribute(drawing, 'transform', drawingTransform(grid, scene.camera, viewport.width, viewport.height));
      const { layers, camera } = scene;
      writeVariables({ ...layerVariables(layers, camera.zoom, own?.layers), ...own?.variables(camera) });
    },
    setOwn(map) {
      own = map;
      map.drawIn(svg, grid);
    },
    hide: () => setAttribute(svg, 'visibility', 'hidden'),
    isSettled: () => true,
    destroy: () => writeVariables({}),
  };
}

import { cssVariables, mixPalette } from '../../basemap/themes.ts';
import { drawingTransform } from '../../static-map/drawing-transform.ts';
import type { DrawingGrid } from '../../static-map/drawing-transform.ts';
import { layerOpacities } from '../../static-map/layer-opacities.ts';
import type { Stage } from './stage.ts';

/**
 * Shows scenes with the basemap drawing that is already in the page: one transform on a group of `<use>` elements, and
 * opacities by layer. Needs no WebGL and nothing from the network. A pitched camera is shown flat.
 */
export function createSvgStage(svg: SVGSVGElement, grid: DrawingGrid): Stage {
  const drawing = svg.querySelector<SVGGElement>('[data-drawing]');
  const layers = new Map(
    [...svg.querySelectorAll<SVGElement>('[data-layer]')].map((element) => [element.dataset['layer'] ?? '', element]),
  );
  return {
    name: 'svg',
    show(scene, { viewport, theme }) {
      svg.setAttribute('viewBox', `0 0 ${viewport.width} ${viewport.height}`);
      drawing?.setAttribute('transform', drawingTransform(grid, scene.camera, viewport.width, viewport.height));
      for (const [name, value] of Object.entries(cssVariables(mixPalette(theme, scene.moods)))) {
        svg.style.setProperty(name, value);
      }
      for (const [id, opacity] of Object.entries(layerOpacities(scene.layers))) {
        layers.get(id)?.setAttribute('opacity', String(opacity));
      }
    },
    isSettled: () => true,
    destroy: () => undefined,
  };
}

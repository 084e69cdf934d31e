import { publishData } from '../../basemap/data/publish-data.ts';
import { whereOf } from '../../content/files/fields.ts';
import { fileNamed } from '../../content/files/story-files.ts';
import { buildProblem, type Problem } from '../../content/lint/diagnostics/problems.ts';
import type { SceneCheck } from '../../content/lint/scenes/scene-check.ts';
import { nearestZoomOn } from '../../content/normalize/used-shapes.ts';
import { MANY_SHAPES, shapeCount } from '../../data/layers/crowd.ts';
import type { DataLayer } from '../../story/data/data-layer.ts';
import { dataViews, seeThroughViews } from '../../story/data/layer-view.ts';

/** From farthest off; null where all are drawn. */
function thinnedOf({ story }: SceneCheck, layer: DataLayer) {
  const views = dataViews(story.sections).filter((view) => view.layer === layer.id);
  if (views.length === 0) return null;
  const shown = new Set(views.flatMap(({ sections }) => sections));
  const sections = story.sections.filter(({ index }) => shown.has(index));
  const zoom = Math.max(...sections.map((section) => nearestZoomOn(story, section)));
  const { thinned } = publishData(layer, views, zoom, seeThroughViews(story));
  const [farthest] = thinned.toSorted((a, b) => a.left / a.all - b.left / b.all);
  return farthest ?? null;
}

/** Data layers of more shapes than are drawn one by one, told once for all languages. */
export function checkThinning(check: SceneCheck): readonly Problem[] {
  const { files, story } = check;
  const file = fileNamed(files.raw, 'layers.yaml');
  if (file === undefined || story.locale !== story.defaultLocale) return [];
  return Object.values(story.dataLayers ?? {}).flatMap((layer) => {
    const count = shapeCount(layer);
    const thinned = count > MANY_SHAPES ? thinnedOf(check, layer) : null;
    if (thinned === null) return [];
    const found = { count, most: MANY_SHAPES, all: thinned.all, left: thinned.left };
    return [buildProblem('ThinnedShapes', whereOf(files.raw, file, layer.id), found)];
  });
}

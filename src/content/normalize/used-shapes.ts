import { cameraFor } from '../../story/camera/framing.ts';
import { isOwn } from '../../story/shapes/own-name.ts';
import type { Section, Story } from '../../story/story.ts';
import { annotationFields } from '../files/annotation-fields.ts';
import { simplifyGeometry } from '../geometry/simplify-geometry.ts';
import { TESTED_SCREENS, viewportOf } from '../lint/scenes/tested-screens.ts';

const SHAPES: readonly string[] = ['route', 'area', 'region'];

/** Names of the story's own shapes that a section shows. */
function shapesIn({ annotations, layers }: Section): readonly string[] {
  const told = annotationFields({ annotations }).flatMap(({ role, value }) => (SHAPES.includes(role) ? [value] : []));
  return [...told, ...layers.tints.map(({ region }) => region)].filter(isOwn);
}

/** How near a section comes on the screens a story is tried on. */
export const nearestZoomOn = (story: Story, section: Section): number =>
  Math.max(...TESTED_SCREENS.map((screen) => cameraFor(story, section, viewportOf(screen, 'ltr')).zoom));

/** The nearest zoom at which each of the story's own shapes is shown, by the name sections give it. */
export function zoomsOfShapes(story: Story): ReadonlyMap<string, number> {
  const zooms = new Map<string, number>();
  for (const section of story.sections) {
    const names = shapesIn(section);
    const zoom = names.length === 0 ? 0 : nearestZoomOn(story, section);
    for (const name of names) zooms.set(name, Math.max(zoom, zooms.get(name) ?? 0));
  }
  return zooms;
}

/** The zoom of a feature, by whichever of its names; undefined where no section shows it. */
export function zoomOfFeature(
  zooms: ReadonlyMap<string, number>,
  file: string,
  feature: { readonly id: string; readonly index: number },
): number | undefined {
  const known = [`data/${file}#${feature.id}`, ...(feature.index === 0 ? [`data/${file}`] : [])].flatMap(
    (name) => zooms.get(name) ?? [],
  );
  return known.length === 0 ? undefined : Math.max(...known);
}

/** The story's data with the shapes its sections show, each with the points that can be seen of it. */
export function usedShapes(story: Story): Story['data'] {
  const zooms = zoomsOfShapes(story);
  const entries = Object.entries(story.data).map(([file, data]) => {
    const features = data.features.flatMap(({ id, geometry }, index) => {
      const zoom = zoomOfFeature(zooms, file, { id, index });
      return zoom === undefined ? [] : [{ id, geometry: simplifyGeometry(geometry, zoom) }];
    });
    return [file, { ...data, features }] as const;
  });
  return Object.fromEntries(entries);
}

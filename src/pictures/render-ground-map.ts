import type { Projection } from '../geo/lng-lat.ts';
import { createProjection, toWorld, worldSize } from '../geo/mercator.ts';
import { escapeHtml } from '../i18n/escape-html.ts';
import { type Ground, type GroundPicture, type GroundUse, RELIEF } from '../story/ground/ground.ts';
import { picturesFor, toneOver } from '../story/ground/pictures-for.ts';
import type { Story } from '../story/story.ts';
import { type StaticMapInput, staticViewport, viewParts } from './render-static-map.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** One ground of a map as it is drawn. */
interface Layer {
  readonly ground: Ground;
  readonly picture: GroundPicture;
  readonly opacity: number;
}

/** A map with what lies over it; where two grounds are compared there are two such maps, each with its name. */
interface Take {
  readonly layers: readonly Layer[];
  readonly label: string;
}

function layerOf(story: Story, sectionId: string, size: Size, name: string | null, opacity: number): readonly Layer[] {
  const ground = story.grounds?.[name ?? ''];
  const picture = ground && picturesFor(ground, sectionId, size).find(({ screens }) => screens !== 'any');
  return ground && picture && opacity > 0 ? [{ ground, picture, opacity }] : [];
}

function takesOf(story: Story, sectionId: string, size: Size, use: GroundUse): readonly Take[] {
  const relief = layerOf(story, sectionId, size, RELIEF, use.relief);
  const takeOf = (name: string | null, label: string): Take => ({
    label,
    layers: [...relief, ...layerOf(story, sectionId, size, name, use.over)],
  });
  if (use.after === null) return [takeOf(use.show, '')];
  return [takeOf(use.show, use.labels[0]), takeOf(use.after, use.labels[1])];
}

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`;

/** The picture as an element that is laid in shares of the map's sides, so that it keeps its place at any size. */
function renderPicture({ ground, picture, opacity }: Layer, projection: Projection): string {
  const [west, south, east, north] = picture.bounds;
  const size = worldSize(projection.camera.zoom);
  const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
  const [x, y] = projection.project([west, north]);
  const { width, height } = projection;
  const style = [
    `left:${percent(x / width)}`,
    `top:${percent(y / height)}`,
    `width:${percent(((right - left) * size) / width)}`,
    `height:${percent(((bottom - top) * size) / height)}`,
    ...(projection.camera.bearing === 0 ? [] : [`transform:rotate(${-projection.camera.bearing}deg)`]),
    ...(opacity === 1 ? [] : [`opacity:${opacity}`]),
  ];
  const pixels = `width="${picture.width}" height="${picture.height}"`;
  return `<img class="ground-picture ${ground.kind}" src="${escapeHtml(picture.src)}" ${pixels} alt="" loading="lazy" decoding="async" data-ground-picture="${escapeHtml(picture.file)}" style="${style.join(';')}">`;
}

/** Classes that give names the ground a picture calls for. */
function classesOver(layers: readonly Pick<Layer, 'ground' | 'picture' | 'opacity'>[]): string {
  const top = layers.findLast(({ ground, opacity }) => ground.kind === 'picture' && opacity > 0.5);
  if (!top) return '';
  const { tone, isBusy } = toneOver(top.picture);
  return ` over-${tone}${isBusy ? ' over-busy' : ''}`;
}

/**
 * A section's resting map with the grounds it lays over it, as HTML text: the drawing, the pictures, and the marks over both.
 * Where two are compared, both maps one after the other. It needs what `renderStaticMap` needs, and the rules of
 * `groundStyleSheet`.
 */
export function renderGroundMap(input: StaticMapInput, use: GroundUse): string {
  const { timeline, section, idPrefix = 'map' } = input;
  const viewport = staticViewport(input);
  const takes = takesOf(timeline.story, section.id, viewport, use);
  return takes
    .map(({ layers, label }, index) => {
      const id = `${idPrefix}-${section.id}${index === 0 ? '' : '-after'}`;
      const { open, ground, clip, marks, scene } = viewParts({ ...input, viewport, id });
      const projection = createProjection(scene.camera, viewport.width, viewport.height);
      const pictures = layers.map((layer) => renderPicture(layer, projection)).join('');
      const over = open('', classesOver(layers));
      const word = label === '' ? '' : `<p class="ground-label">${escapeHtml(label)}</p>`;
      return `<div class="ground-map">${open(id, '')}${ground}</svg><div class="ground-pictures">${pictures}</div>${over}${clip}${marks}</svg>${word}</div>`;
    })
    .join('');
}

import { contains } from '../geo/bounds.ts';
import type { Projection, ScreenPoint } from '../geo/lng-lat.ts';
import { createProjection, toWorld, unproject, worldSize } from '../geo/mercator.ts';
import { escapeHtml } from '../i18n/escape-html.ts';
import type { IsOver } from '../marks/over-picture.ts';
import { type Ground, type GroundPicture, type GroundUse, RELIEF } from '../story/ground/ground.ts';
import { picturesFor, toneOver } from '../story/ground/pictures-for.ts';
import type { Section, Story } from '../story/story.ts';
import { type StaticMapInput, staticViewport, type ViewInput, viewParts } from './render-static-map.ts';

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

/** Where a picture lies on a map before it is turned with it: its north-west corner, and its sides, in the map's pixels. */
function boxOf({ bounds: [west, south, east, north] }: GroundPicture, projection: Projection) {
  const size = worldSize(projection.camera.zoom);
  const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
  const [x, y] = projection.project([west, north]);
  return { x, y, width: (right - left) * size, height: (bottom - top) * size };
}

/** The picture as an element that is laid in shares of the map's sides, so that it keeps its place at any size. */
function renderPicture({ ground, picture, opacity }: Layer, projection: Projection, more = ''): string {
  const { width, height } = projection;
  const box = boxOf(picture, projection);
  const style = [
    ...(more === '' ? [] : [more]),
    `left:${percent(box.x / width)}`,
    `top:${percent(box.y / height)}`,
    `width:${percent(box.width / width)}`,
    `height:${percent(box.height / height)}`,
    ...(projection.camera.bearing === 0 ? [] : [`transform:rotate(${-projection.camera.bearing}deg)`]),
    ...(opacity === 1 ? [] : [`opacity:${opacity}`]),
  ];
  const pixels = `width="${picture.width}" height="${picture.height}"`;
  return `<img class="ground-picture ${ground.kind}" src="${escapeHtml(picture.src)}" ${pixels} alt="" loading="lazy" decoding="async" data-ground-picture="${escapeHtml(picture.file)}" style="${style.join(';')}">`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The same in a drawing. */
function drawPicture({ picture, opacity }: Layer, projection: Projection, href: string): string {
  const { x, y, width, height } = boxOf(picture, projection);
  const { bearing } = projection.camera;
  const turn = bearing === 0 ? '' : ` rotate(${-bearing})`;
  const faded = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<image href="${href}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none" transform="translate(${round(x)} ${round(y)})${turn}"${faded}/>`;
}

type Over = Pick<Layer, 'ground' | 'picture' | 'opacity'>;

const hiding = (layers: readonly Over[]): readonly Over[] =>
  layers.filter(({ ground, opacity }) => ground.kind === 'picture' && opacity > 0.5);

/** Classes that give names the ground a picture calls for. */
function classesOver(layers: readonly Over[]): string {
  const top = hiding(layers).at(-1);
  if (!top) return '';
  const { tone, isBusy } = toneOver(top.picture);
  return ` over-${tone}${isBusy ? ' over-busy' : ''}`;
}

const overIn =
  (layers: readonly Over[], projection: Projection): IsOver =>
  (point) =>
    hiding(layers).some(({ picture }) => contains(picture.bounds, unproject(projection, point)));

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
      return `<div class="ground-map">${open(id, '')}${ground}</svg><div class="ground-pictures">${pictures}</div>${over}${clip}${marks(overIn(layers, projection))}</svg>${word}</div>`;
    })
    .join('');
}

/** In pages without the style sheet of grounds. */
const LAID = 'position:absolute;max-inline-size:none;transform-origin:0 0';

/** Pictures of a section's ground on a map, as HTML text to lie over a drawing of it; empty where it lays none. */
export function renderGroundPictures(story: Story, section: Section, projection: Projection): string {
  const use = section.layers.ground;
  const [take] = use === undefined ? [] : takesOf(story, section.id, projection, use);
  return (take?.layers ?? []).map((layer) => renderPicture(layer, projection, LAID)).join('');
}

/** The pictures that a section lays over its map on a screen of this size, each once. */
export function groundPictures(story: Story, section: Section, size: Size): readonly GroundPicture[] {
  const use = section.layers.ground;
  const takes = use === undefined ? [] : takesOf(story, section.id, size, use);
  return [...new Set(takes.flatMap(({ layers }) => layers.map(({ picture }) => picture)))];
}

/** Of the width: where the second of two grounds begins. */
const HALF = 0.5;
const LINE_PX = 3;

/**
 * The map a section rests at on a screen, with its grounds, as one drawing that stands by itself: of two that are compared
 * each has a half.
 * @param hrefOf where the drawing has a picture from
 */
export function drawGroundView(input: ViewInput, use: GroundUse, hrefOf: (picture: GroundPicture) => string): string {
  const { timeline, section, viewport, id } = input;
  const { width, height, dir } = viewport;
  const { open, ground, clip, marks, scene } = viewParts(input);
  const projection = createProjection(scene.camera, width, height);
  const takes = takesOf(timeline.story, section.id, viewport, use);
  const [first = '', second] = takes.map(({ layers }) =>
    layers.map((layer) => drawPicture(layer, projection, escapeHtml(hrefOf(layer.picture)))).join(''),
  );
  const [from, middle] = [dir === 'rtl' ? 0 : width * HALF, width * HALF];
  const compared = `<clipPath id="${id}-after"><rect x="${from}" width="${middle}" height="${height}"/></clipPath><g clip-path="url(#${id}-after)">${second}</g><rect x="${middle - LINE_PX / 2}" width="${LINE_PX}" height="${height}" fill="#fff"/>`;
  const over = takes.map(({ layers }) => classesOver(layers).trim()).find((classes) => classes !== '') ?? '';
  const [isOverFirst, isOverSecond] = takes.map(({ layers }) => overIn(layers, projection));
  const isSecond = ([x]: ScreenPoint): boolean => second !== undefined && x >= from && x < from + middle;
  const isOver: IsOver = (point) => (isSecond(point) ? isOverSecond : isOverFirst)?.(point) ?? false;
  const pictures = second === undefined ? first : `${first}${compared}`;
  return `${open(id, '')}${ground}${pictures}${clip}<g class="${over}">${marks(isOver)}</g>${input.over ?? ''}</svg>`;
}

/** The same in the text. It needs what `renderStaticMap` needs. */
export function drawGroundMap(
  input: StaticMapInput,
  use: GroundUse,
  hrefOf: (picture: GroundPicture) => string,
): string {
  const { section, idPrefix = 'map' } = input;
  return drawGroundView({ ...input, viewport: staticViewport(input), id: `${idPrefix}-${section.id}` }, use, hrefOf);
}

import type { Basemap } from '../basemap/basemap.ts';
import type { DrawingGrid } from '../basemap/drawing/drawing-transform.ts';
import { storyLayers } from '../basemap/layers/story-layers.ts';
import { mapValues } from '../content/normalize/normalize-documents.ts';
import { isWholeWorld } from '../geo/antimeridian.ts';
import type { Camera, LngLatBounds } from '../geo/lng-lat.ts';
import { buildMapBase, type MapBase, withNames } from '../labels/section/map-base.ts';
import { placedSceneMarks } from '../labels/section/placed-scene-marks.ts';
import { drawGroundView } from '../pictures/render-ground-map.ts';
import { renderView } from '../pictures/render-static-map.ts';
import type { ArrivedSource } from '../reader/sources/read-source.ts';
import { cameraFor, frameFor } from '../story/camera/framing.ts';
import type { GroundPicture } from '../story/ground/ground.ts';
import { layoutFor, sizeClassOf } from '../story/layout.ts';
import type { Viewport } from '../story/scene.ts';
import type { Frame, Section, Story } from '../story/story.ts';
import { buildTimeline } from '../story/timeline.ts';

/** Screens the views of which are shown side by side. */
export const SCREENS = [
  { name: 'desktop', width: 1440, height: 900, embed: false },
  { name: 'embed', width: 720, height: 480, embed: true },
  { name: 'phone', width: 390, height: 844, embed: false },
] as const;

/** Which of a section's frames the view on this screen comes from. */
export function frameKind(section: Section, viewport: Viewport): 'any' | 'phone' {
  const isPhone = sizeClassOf(viewport) === 'phone';
  return isPhone && section.frame.phone !== null ? 'phone' : 'any';
}

/** The story with a section's frame as it would be written. */
export function withView(story: Story, index: number, viewport: Viewport, camera: Camera, bounds: LngLatBounds): Story {
  const sections = story.sections.map((section): Section => {
    if (section.index !== index) return section;
    const { pitch, bearing } = camera;
    const subject = { places: null, radiusKm: 0, center: null, zoom: null, bounds, pitch, bearing };
    const frame: Frame = { ...frameFor(section, viewport), ...subject };
    return { ...section, frame: frameKind(section, viewport) === 'phone' ? { ...section.frame, phone: frame } : frame };
  });
  return { ...story, sections };
}

/** Less is not seen. */
const STEP_BACK_ZOOM = 0.05;

/** Why a screen will see more than the author chose, where it will; empty where it will not. */
export function stepBackWords(story: Story, index: number, viewport: Viewport, chosen: Camera): string {
  const section = story.sections[index];
  if (!section || chosen.zoom - cameraFor(story, section, viewport).zoom < STEP_BACK_ZOOM) return '';
  const names = frameFor(section, viewport).keepVisible.map((id) => story.places[id]?.names[story.locale] ?? id);
  return `The camera will step back, because keepVisible holds ${names.join(', ')}.`;
}

/** Where text stands, over the map. */
function textBox(section: Section, viewport: Viewport): string {
  const { kind, cardBox, stageHeightPx } = layoutFor(viewport, section.card);
  const top = kind === 'rows' ? stageHeightPx : cardBox.top;
  const size = `x="${cardBox.left}" y="${top}" width="${cardBox.right - cardBox.left}" height="${cardBox.bottom - top}"`;
  return `<rect class="author-text" data-kind="${kind}" ${size}/>`;
}

/** What a map is drawn from. */
export interface DrawnFrom {
  readonly basemap: Basemap;
  /** Of the drawing in the page. */
  readonly grid: DrawingGrid;
  /** What has come of that which the map shows beyond the basemap. */
  readonly own: readonly ArrivedSource[];
  /** Where a picture of the ground is. */
  readonly hrefOf: (picture: GroundPicture) => string;
}

/** With the names that came for the section, and those that came for others where it has none. */
function baseOf(story: Story, index: number, { basemap, own }: DrawnFrom): MapBase {
  const details = own.flatMap((one) => (one.type === 'detail' ? [one] : []));
  const names = details.find(({ source }) => source.sections.includes(index)) ?? details[0];
  const base = buildMapBase(basemap, story);
  return names ? withNames(base, { index, names: names.file }, story) : base;
}

/** A screen that a section's map is drawn for. */
interface DrawnScreen extends Viewport {
  /** What lies over the map, as SVG text. */
  readonly over: string;
}

/** The section's resting map on screens, as SVG text by the screen's name. */
function renderOn(
  screens: Readonly<Record<string, DrawnScreen>>,
  story: Story,
  index: number,
  from: DrawnFrom,
): Readonly<Record<string, string>> {
  const timeline = buildTimeline(story);
  const sceneMarks = placedSceneMarks(timeline, baseOf(story, index, from));
  const section = story.sections[index];
  if (!section) return {};
  const { basemap, grid } = from;
  const layers = storyLayers(story);
  const files = from.own.map(({ file }) => file);
  const own = layers.length > 0 ? { layers, files, isRound: isWholeWorld(basemap.meta.bounds) } : null;
  const use = section.layers.ground;
  return mapValues(screens, ({ over, ...viewport }, name) => {
    const view = { timeline, sceneMarks, grid, own, section, viewport, id: `author-${name}`, over };
    return use ? drawGroundView(view, use, from.hrefOf) : renderView(view);
  });
}

/** On each of the screens that are shown side by side, with the box of the text. */
export function renderScreens(story: Story, index: number, from: DrawnFrom, dir: 'ltr' | 'rtl') {
  const section = story.sections[index];
  if (!section) return {};
  const screens = SCREENS.map(({ name, ...size }) => {
    const viewport: Viewport = { ...size, dir };
    return [name, { ...viewport, over: textBox(section, viewport) }] as const;
  });
  return renderOn(Object.fromEntries(screens), story, index, from);
}

/** On the author's own screen, as SVG text; empty where there is no such section. */
export const renderPage = (story: Story, index: number, from: DrawnFrom, viewport: Viewport): string =>
  renderOn({ page: { ...viewport, over: '' } }, story, index, from)['page'] ?? '';

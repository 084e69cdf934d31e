import type { Edit } from '../content/files/edit.ts';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { Story } from '../story/story.ts';
import type { Panel, Placing } from './panel.ts';

export interface PlacingHost {
  /** Id of the section being worked on. */
  section(): string;
  projection(): Projection;
  onEdit(edit: Edit): void;
}

/** A click this near to a place means the place. */
const NEAR_PX = 14;
/** More is a drag and not a click. */
const DRAG_PX = 5;

interface Spot {
  readonly lngLat: LngLat;
  /** Id of the place clicked at, if one was. */
  readonly place: string | null;
  readonly uncertaintyMetres: number;
}

function spotAt(point: ScreenPoint, projection: Projection, story: Story): Spot {
  const [lng, lat] = unproject(projection, point);
  const near = Object.values(story.places).find(
    ({ lngLat }) => distanceBetween(projection.project(lngLat), point) < NEAR_PX,
  );
  return {
    lngLat: [Number(lng.toFixed(5)), Number(lat.toFixed(5))],
    place: near?.id ?? null,
    uncertaintyMetres: Math.max(10, Math.ceil((projection.metresPerPixel * 4) / 10) * 10),
  };
}

/** An id made of a name: small letters, digits and hyphens, and never one that is there already. */
function idOf(name: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'place';
  let count = 2;
  if (!(id in taken)) return id;
  while (`${id}-${count}` in taken) count += 1;
  return `${id}-${count}`;
}

function editFrom(placing: Placing, spot: Spot, form: FormData, story: Story, section: string): Edit {
  const field = (name: string): string => String(form.get(name) ?? '').trim();
  const { place, uncertaintyMetres } = spot;
  const lngLat: [number, number] = [...spot.lngLat];
  if (placing === 'callout') {
    return {
      kind: 'callout',
      story: story.slug,
      section,
      at: place ?? lngLat,
      head: field('head'),
      body: field('body'),
    };
  }
  const name = field('name');
  const id = idOf(name, story.places);
  return { kind: 'place', story: story.slug, id, name, lngLat, source: field('source'), uncertaintyMetres };
}

const whereWords = ({ lngLat, place }: Spot, story: Story): string =>
  place === null ? `At ${lngLat.join(', ')}` : `At ${story.places[place]?.names[story.locale] ?? place}`;

/** Lets the author click where a callout or a place is to stand, and asks for its words. */
export function watchPlacing(panel: Panel, story: Story, host: PlacingHost): void {
  let placing: Placing | null = null;
  let spot: Spot | null = null;
  let pressed: ScreenPoint = [0, 0];
  const start = (next: Placing | null): void => {
    placing = next;
    spot = null;
    panel.ask(null, '');
    panel.gestures.toggleAttribute('data-placing', next !== null);
    for (const kind of ['callout', 'place'] as const)
      panel.button(kind).setAttribute('aria-pressed', String(kind === next));
    if (next) panel.say('Click where it belongs.');
  };
  for (const kind of ['callout', 'place'] as const)
    panel.button(kind).addEventListener('click', () => start(placing === kind ? null : kind));
  panel.gestures.addEventListener('pointerdown', ({ clientX, clientY }) => {
    pressed = [clientX, clientY];
  });
  // Before the click counts as a gesture that centres the map.
  const onClick = (event: MouseEvent): void => {
    const point: ScreenPoint = [event.clientX, event.clientY];
    if (!placing || distanceBetween(point, pressed) > DRAG_PX) return;
    event.stopImmediatePropagation();
    spot = spotAt(point, host.projection(), story);
    panel.say('');
    panel.ask(placing, whereWords(spot, story));
  };
  panel.gestures.addEventListener('click', onClick, { capture: true });
  panel.form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (placing && spot) host.onEdit(editFrom(placing, spot, new FormData(panel.form), story, host.section()));
    start(null);
  });
}

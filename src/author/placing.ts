import type { Edit } from '../content/files/edit.ts';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { Projection, ScreenPoint } from '../geo/lng-lat.ts';
import type { Story } from '../story/story.ts';
import type { Panel, Placing } from './panel.ts';
import { editFrom, type Spot, spotAt, whereWords } from './spot.ts';

export interface PlacingHost {
  /** Id of the section being worked on. */
  section(): string;
  projection(): Projection;
  onEdit(edit: Edit): void;
}

/** More is a drag and not a click. */
const DRAG_PX = 5;

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
    const form = new FormData(panel.form);
    const field = (name: string): string => String(form.get(name) ?? '').trim();
    if (placing && spot) host.onEdit(editFrom(placing, spot, field, story, host.section()));
    start(null);
  });
}

import { MAX_PITCH } from '../geo/camera/pitch-limits.ts';
import type { Section, Story } from '../story/story.ts';
import { SCREENS } from './screens.ts';

/** What can be placed by a click. */
export type Placing = 'callout' | 'place';

/** The author's controls below the map, and the layer over the map that catches gestures. */
export interface Panel {
  readonly gestures: HTMLElement;
  readonly element: HTMLElement;
  readonly section: HTMLSelectElement;
  readonly pitch: HTMLInputElement;
  readonly bearing: HTMLInputElement;
  readonly form: HTMLFormElement;
  button(action: 'use' | 'reset' | 'undo' | Placing): HTMLButtonElement;
  showScreens(pictures: Readonly<Record<string, string>>): void;
  /** Fields for what is being placed; null takes them away. */
  ask(placing: Placing | null, where: string): void;
  say(words: string): void;
  /** Stands where the section's card stands, and says whether phones have a frame of their own. */
  showFor(section: Section): void;
  remove(): void;
}

const CALLOUT_FIELDS = `
  <label>Head <input name="head" required maxlength="400"></label>
  <label>Body <input name="body" maxlength="400"></label>`;
const PLACE_FIELDS = `
  <label>Name <input name="name" required maxlength="400"></label>
  <label>Where its position comes from <input name="source" required maxlength="400"></label>`;

const OWN_FRAME = 'phone, framed for itself';

const PANEL = `
  <div class="author-controls">
    <label>Section <select name="section"></select></label>
    <label>Tilt <input type="range" name="pitch" min="0" max="${MAX_PITCH}" value="0"></label>
    <label>Turn <input type="range" name="bearing" min="-180" max="180" value="0"></label>
    <button type="button" data-do="callout" aria-pressed="false">Place a callout</button>
    <button type="button" data-do="place" aria-pressed="false">Place a name</button>
    <button type="button" data-do="reset">Start again</button>
    <button type="button" data-do="undo">Undo</button>
  </div>
  <form hidden><p></p><div></div><button>Add</button></form>
  <div class="author-screens">${SCREENS.map(
    ({ name, width, height }) =>
      `<figure style="--ratio:${width / height}"><div data-screen="${name}"></div><figcaption>${name}</figcaption></figure>`,
  ).join('')}</div>
  <p class="author-said" role="status"></p>
  <button type="button" data-do="use">Use this view</button>`;

function need<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The panel lacks "${selector}"`);
  return found;
}

function createElement(tag: string, className: string, html = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.innerHTML = html;
  return element;
}

export function createPanel(story: Story): Panel {
  const gestures = createElement('div', 'author-gestures');
  gestures.tabIndex = 0;
  gestures.setAttribute('aria-label', 'The map: drag it, or use arrows, plus and minus');
  const element = createElement('aside', 'author-panel', PANEL);
  const section = need<HTMLSelectElement>(element, '[name="section"]');
  section.append(...story.sections.map(({ id, title }) => new Option(title, id)));
  const form = need<HTMLFormElement>(element, 'form');
  const button: Panel['button'] = (action) => need(element, `[data-do="${action}"]`);
  document.body.append(gestures, element);
  return {
    gestures,
    element,
    section,
    pitch: need(element, '[name="pitch"]'),
    bearing: need(element, '[name="bearing"]'),
    form,
    button,
    showScreens(pictures) {
      for (const [name, svg] of Object.entries(pictures)) need(element, `[data-screen="${name}"]`).innerHTML = svg;
    },
    ask(placing, where) {
      form.hidden = placing === null;
      need(form, 'p').textContent = where;
      need(form, 'div').innerHTML = placing === 'callout' ? CALLOUT_FIELDS : PLACE_FIELDS;
      if (placing) need<HTMLInputElement>(form, 'input').focus();
    },
    say(words) {
      need(element, '.author-said').textContent = words;
    },
    showFor({ card, frame }) {
      element.dataset['side'] = card.side;
      need(element, '[data-screen="phone"] + figcaption').textContent = frame.phone ? OWN_FRAME : 'phone';
    },
    remove() {
      gestures.remove();
      element.remove();
    },
  };
}

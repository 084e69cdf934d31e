import { DEFAULT_RAMPS, RAMPS } from '../../data/scales/ramps.ts';
import type { DataLayer } from '../../story/data/data-layer.ts';
import { FIELDS, type ScaleChoice } from './layer-trial.ts';
import { colorsOf, rampLook, rampsFor, verdictOn } from './ramp-rows.ts';

/** Kinds of scale in words. */
const KINDS: Readonly<Record<ScaleChoice['kind'], string>> = {
  jenks: 'like values together (jenks)',
  quantile: 'as many in each class (quantile)',
  equal: 'classes of one width (equal)',
  breaks: 'classes begin where you say (breaks)',
  continuous: 'a gradient (continuous)',
  diverging: 'two hues from a middle (diverging)',
  categories: 'a colour for each (categories)',
};

const OWN = 'own';

const rampRow = (name: string): string =>
  `<label data-ramp="${name}"><input type="radio" name="colors" value="${name}"><span>${name}</span><span class="author-look"></span></label>`;

export const SCALE_FORM = `
  <div class="author-scale">
    <label>Scale <select name="kind"></select></label>
    <label data-field="classes">Classes <input class="author-text-field" type="number" name="classes" min="2" max="12" step="1"></label>
    <label data-field="middle">Middle <input class="author-text-field" type="number" name="middle" step="any"></label>
    <label data-field="breaks">Classes begin at <input class="author-text-field" name="breaks" inputmode="decimal" autocomplete="off"></label>
  </div>
  <fieldset>
    <legend>Colours on light and on dark ground: the least difference between neighbours, whoever sees them, and from the land</legend>
    ${RAMPS.map(rampRow).join('')}
    <label data-ramp="${OWN}"><input type="radio" name="colors" value="${OWN}"><span>your own</span><span class="author-look"></span></label>
    <label>Colours of your own <input class="author-text-field" name="own" autocomplete="off" spellcheck="false" placeholder="#F5D8AE #E9A557 #7B2F0C"></label>
  </fieldset>`;

/** Numbers as an author lists them; null where something among them is none. */
export function numbersIn(text: string): readonly number[] | null {
  const numbers = text.split(/[\s,;]+/).flatMap((part) => (part === '' ? [] : [Number(part)]));
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}

/** Colours as an author lists them; null where there are fewer than two, or something among them is none. */
export function hexIn(text: string): readonly string[] | null {
  const colors = text.split(/[\s,;"'[\]]+/).filter(Boolean);
  return colors.length > 1 && colors.length < 13 && colors.every((color) => /^#[0-9a-f]{6}$/i.test(color))
    ? colors
    : null;
}

/** What stands in the fields of the form, by their names. */
export type Fields = Readonly<Record<string, string>>;

const usualRamp = (kind: ScaleChoice['kind']): string =>
  DEFAULT_RAMPS[kind === 'diverging' ? 'diverging' : 'sequential'];

/**
 * The fields with what a new kind needs: bounds and colours of an author's own begin with those that are shown, and a ramp
 * away from a middle makes room for one without, and the other way round.
 */
export function completed(fields: Fields, before: ScaleChoice, { scale }: DataLayer): Fields {
  const kind = fields['kind'] as ScaleChoice['kind'];
  const needsBreaks = kind === 'breaks' && before.kind !== kind && before.breaks.length === 0;
  const inner = (scale?.bounds ?? []).slice(1, -1);
  const isOtherForm = (kind === 'diverging') !== (before.kind === 'diverging') && fields['colors'] !== OWN;
  const shown = (scale?.colors ?? []).map(({ light }) => light);
  return {
    ...fields,
    ...(needsBreaks ? { breaks: (inner.length > 0 ? inner : [0]).join(' ') } : {}),
    ...(isOtherForm ? { colors: usualRamp(kind) } : {}),
    ...(fields['colors'] === OWN && fields['own'] === '' ? { own: shown.join(' ') } : {}),
  };
}

/** What the author's fields say, or in words why they say nothing. */
export function choiceIn(fields: Fields, before: ScaleChoice): ScaleChoice | string {
  const read = (name: string): string => fields[name] ?? '';
  const kind = read('kind') as ScaleChoice['kind'];
  const has = (field: 'classes' | 'breaks' | 'middle'): boolean => FIELDS[kind].includes(field);
  const classes = Number(read('classes'));
  if (has('classes') && !(Number.isInteger(classes) && classes >= 2 && classes <= 12)) return 'Classes: from 2 to 12.';
  const breaks = numbersIn(read('breaks'));
  if (has('breaks') && breaks === null) return 'Classes begin at: numbers, such as 10, 50, 100.';
  const middle = read('middle') === '' ? Number.NaN : Number(read('middle'));
  if (has('middle') && !Number.isFinite(middle)) return 'Middle: a number, such as 0.';
  const own = read('colors') === OWN ? hexIn(read('own')) : null;
  if (read('colors') === OWN && own === null) return 'Colours of your own: two or more such as #7B2F0C.';
  return {
    kind,
    classes: has('classes') ? classes : before.classes,
    breaks: has('breaks') && breaks ? breaks : before.breaks,
    middle: has('middle') ? middle : before.middle,
    colors: own ?? (read('colors') || before.colors),
  };
}

type Field = HTMLInputElement | HTMLSelectElement;

/** Of the ramps the one that is chosen. */
export function fieldsIn(form: ParentNode): Fields {
  const named = [...form.querySelectorAll<Field>('[name]')];
  const isLeft = (field: Field): boolean =>
    field instanceof HTMLInputElement && field.type === 'radio' && !field.checked;
  return Object.fromEntries(named.filter((field) => !isLeft(field)).map(({ name, value }) => [name, value]));
}

const fieldIn = (form: ParentNode, name: string): Field | null => form.querySelector<Field>(`[name="${name}"]`);

function showRamp(row: HTMLElement, form: ParentNode, { scale }: DataLayer): void {
  const name = row.dataset['ramp'] ?? '';
  const input = row.querySelector('input');
  const look = row.querySelector('.author-look');
  const own = hexIn(fieldIn(form, 'own')?.value ?? '');
  row.hidden = scale === null || (name !== OWN && !rampsFor(scale.form).includes(name) && input?.checked !== true);
  const named = name === OWN ? own : name;
  if (scale === null || !input || !look || row.hidden) return;
  const colors = named === null ? [] : colorsOf(named, scale.colors.length);
  look.innerHTML = colors.length === 0 ? '' : rampLook(colors, scale.form);
  const verdict = colors.length === 0 ? 'none yet' : verdictOn(colors, scale.form);
  input.setAttribute('aria-label', `${name === OWN ? 'your own' : name}: ${verdict}`);
  row.title = verdict;
}

/** Brings all fields to a choice, and each ramp to as many colours as the layer has now. */
export function showChoice(form: ParentNode, choice: ScaleChoice, layer: DataLayer): void {
  const isOwn = choice.colors !== null && typeof choice.colors !== 'string';
  const values: Readonly<Record<string, string>> = {
    kind: choice.kind,
    classes: String(choice.classes),
    middle: String(choice.middle),
    breaks: choice.breaks.join(', '),
    ...(isOwn ? { own: choice.colors.join(' ') } : {}),
  };
  for (const [name, value] of Object.entries(values)) {
    const field = fieldIn(form, name);
    // What is being written stays as it is written.
    if (field && field !== document.activeElement) field.value = value;
  }
  for (const label of form.querySelectorAll<HTMLElement>('[data-field]'))
    label.hidden = !FIELDS[choice.kind].some((field) => field === label.dataset['field']);
  const chosen = isOwn ? OWN : choice.kind === 'categories' ? '' : (choice.colors ?? usualRamp(choice.kind));
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="colors"]'))
    radio.checked = radio.value === chosen;
  for (const row of form.querySelectorAll<HTMLElement>('[data-ramp]')) showRamp(row, form, layer);
}

/** Offers the kinds that a layer's values allow. */
export function offerKinds(form: ParentNode, kinds: readonly ScaleChoice['kind'][]): void {
  fieldIn(form, 'kind')?.replaceChildren(...kinds.map((kind) => new Option(KINDS[kind], kind)));
}

/** The kinds that suit a layer; only its own where its geometry or sizes decide. */
export function kindsFor(layer: DataLayer, kind: ScaleChoice['kind'], isFree: boolean): readonly ScaleChoice['kind'][] {
  const hasFigures = layer.slices.some(({ features }) => features.some(({ value }) => typeof value === 'number'));
  if (!isFree || layer.kind === 'density') return [kind];
  return hasFigures ? (Object.keys(KINDS) as ScaleChoice['kind'][]) : ['categories'];
}

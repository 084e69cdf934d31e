import { stringify } from 'yaml';
import type { CalloutEdit, Edit, PlaceEdit, ScaleEdit, ViewEdit } from '../../content/files/edit.ts';
import { roleOf } from '../../content/files/raw.ts';
import { addEntry, addItem, changeFields, UneditableYaml } from './yaml-edits.ts';

/** A value as YAML on one line. */
const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

const FRONTMATTER = /^(---\r?\n)([\s\S]*?)^(---[ \t]*(?:\r?\n|$))/m;

function inFrontmatter(text: string, change: (yaml: string) => string): string {
  const found = text.startsWith('---') ? FRONTMATTER.exec(text) : null;
  if (!found) throw new UneditableYaml('The file does not begin with frontmatter.');
  const [whole, open = '', yaml = '', close = ''] = found;
  return open + change(yaml) + close + text.slice(whole.length);
}

const orNothing = (name: string, angle: number): string | null => (angle === 0 ? null : `${name}: ${angle}`);

function withView(text: string, { screen, bounds, pitch, bearing }: ViewEdit): string {
  const path = screen === 'phone' ? ['frame', 'phone'] : ['frame'];
  const subject = ['places', 'radiusKm', 'bounds', 'center', 'zoom'];
  return inFrontmatter(text, (yaml) =>
    changeFields(yaml, path, [
      { keys: subject, text: `bounds: ${inline(bounds)}` },
      { keys: ['pitch'], text: orNothing('pitch', pitch) },
      { keys: ['bearing'], text: orNothing('bearing', bearing) },
    ]),
  );
}

function withCallout(text: string, { at, head, body }: CalloutEdit, id: string): string {
  const anchor = typeof at === 'string' ? `place: ${at}` : `at: ${inline(at)}`;
  const words = [`head: ${inline(head)}`, ...(body === '' ? [] : [`body: ${inline(body)}`])];
  return inFrontmatter(text, (yaml) => addItem(yaml, 'annotations', ['kind: callout', `id: ${id}`, anchor, ...words]));
}

function withPlace(text: string, locale: string, { id, name, lngLat, source, uncertaintyMetres }: PlaceEdit): string {
  return addEntry(text, id, [
    `lngLat: ${inline(lngLat)}`,
    `names: ${inline({ [locale]: name })}`,
    'rank: 2',
    `source: ${inline(source)}`,
    `uncertaintyMetres: ${uncertaintyMetres}`,
  ]);
}

/** Fields that a kind of scale has no use for. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  breaks: ['classes', 'middle'],
  continuous: ['classes', 'breaks', 'middle'],
  categories: ['classes', 'breaks', 'middle'],
  diverging: ['breaks'],
};

function withScale(text: string, { layer, scale }: ScaleEdit): string {
  const said = Object.entries(scale).map(([key, value]) => ({ keys: [key], text: `${key}: ${inline(value)}` }));
  const unused = scale.kind === undefined ? [] : (UNUSED[scale.kind] ?? ['breaks', 'middle']);
  return changeFields(text, [layer, 'scale'], [...said, ...unused.map((key) => ({ keys: [key], text: null }))]);
}

/** A name for a callout that no annotation of the file has. */
function freeId(text: string): string {
  const isTaken = (id: string): boolean => new RegExp(`\\bid:\\s*["']?${id}["']?\\s*(?:[,}#]|$)`, 'm').test(text);
  let count = 1;
  while (isTaken(`callout-${count}`)) count += 1;
  return `callout-${count}`;
}

/** Files that edits go into whatever the section. */
export const WHOLE_FILES = { place: 'places.yaml', scale: 'layers.yaml' } as const;

/** Path, inside a story's folder, of the file an edit belongs into; null where there is no such section. */
export function fileToEdit(edit: Exclude<Edit, { kind: 'undo' }>, paths: readonly string[], locale: string) {
  if (!('section' in edit)) return paths.find((path) => path === WHOLE_FILES[edit.kind]) ?? null;
  return (
    paths.find((path) => {
      const role = roleOf(path);
      if (role.role === 'opening') return role.locale === locale && edit.section === 'opening';
      return role.role === 'section' && role.locale === locale && role.id === edit.section;
    }) ?? null
  );
}

/**
 * The file's text with the edit made, all other bytes as they were.
 * @throws UneditableYaml
 */
export function editedText(edit: Exclude<Edit, { kind: 'undo' }>, text: string, locale: string): string {
  switch (edit.kind) {
    case 'view':
      return withView(text, edit);
    case 'callout':
      return withCallout(text, edit, freeId(text));
    case 'place':
      return withPlace(text, locale, edit);
    case 'scale':
      return withScale(text, edit);
  }
}

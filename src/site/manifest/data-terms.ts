import type { RawStory } from '../../content/files/raw.ts';
import { licenceExpression } from '../../content/files/stated-licence.ts';
import { fileNamed, membersOf } from '../../content/files/story-files.ts';
import type { MediaTerms } from '../media/media-licences.ts';

const BUILT = /^_map\/([^/]+)\/(?:data|values)-(.+)\.[0-9a-f]{8}\.(?:json|csv)$/;

/** What a file of the site is made of, as `dataTerms` calls it; null for what is of no data layer. */
export function dataKey(path: string): string | null {
  const [, slug, layer] = BUILT.exec(path) ?? [];
  return slug === undefined || layer === undefined ? null : `${slug}/${layer}`;
}

const FIELDS = ['areas', 'points', 'lines'] as const;

/** Paths of the files that a layer is made of; the basemap's regions have the basemap's terms. */
function filesOf(layer: unknown): readonly string[] {
  const { join, ...fields } = membersOf(layer);
  const named = [...FIELDS.map((field) => fields[field]), membersOf(join)['table']];
  return named.flatMap((name) => (typeof name === 'string' && name !== 'regions' ? [name.replace(/#.*$/, '')] : []));
}

const firstText = (text: unknown): string =>
  typeof text === 'string' ? text : String(Object.values(membersOf(text))[0] ?? '');

/** What the data files of a story say of each data layer: all terms of the files it is made of. */
export function dataTerms(raw: RawStory): Readonly<Record<string, MediaTerms>> {
  const listed = membersOf(fileNamed(raw, 'data/sources.yaml')?.data);
  const layers = Object.entries(membersOf(fileNamed(raw, 'layers.yaml')?.data));
  return Object.fromEntries(
    layers.map(([id, layer]) => {
      const said = filesOf(layer).map((path) => {
        const [own, list] = [membersOf(fileNamed(raw, path)?.data), membersOf(listed[path.replace(/^data\//, '')])];
        const licence = licenceExpression(String(list['licence'] ?? own['licence'] ?? ''));
        return { licence, credit: firstText(list['source'] ?? own['source'] ?? '') };
      });
      const joined = (member: 'licence' | 'credit', sign: string): string =>
        [...new Set(said.map((one) => one[member]).filter((text) => text !== ''))].join(sign);
      return [`${raw.slug}/${id}`, { licence: joined('licence', ' AND '), credit: joined('credit', ', ') }] as const;
    }),
  );
}

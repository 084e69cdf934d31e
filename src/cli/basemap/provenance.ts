import type { Basemap } from '../../basemap/basemap.ts';
import { markdownTable } from './markdown-table.ts';
import type { BasemapOptions } from './options.ts';
import type { HandTables } from './sources/hand-tables.ts';
import { PACKAGES } from './sources/packages.ts';
import type { RegionProperties } from './sources/region-source.ts';

/** The command that makes this basemap again, with every default spelt out. */
export function commandFor({ name, bounds, countries, detail, out }: BasemapOptions, shown: readonly string[]): string {
  const regions = (countries ?? shown).join(',');
  const where = out === 'public/basemap' ? '' : ` --out ${out}`;
  return `npm run basemap -- --name ${name} --bounds ${bounds.join(',')} --countries ${regions} --detail ${detail}${where}`;
}

function countOf(object: {
  readonly type: string;
  readonly geometries?: readonly unknown[];
  readonly arcs?: readonly unknown[];
}) {
  return object.type === 'GeometryCollection'
    ? `${object.geometries?.length ?? 0} features`
    : `${object.arcs?.length ?? 0} lines`;
}

/** Where a basemap comes from, in Markdown. Holds no date, so that the same input gives the same file. */
export function provenance(basemap: Basemap, options: BasemapOptions, tables: HandTables): string {
  const regionCountries = [
    ...new Set(basemap.objects.regions.geometries.map(({ properties }) => (properties as RegionProperties).a3)),
  ];
  const packages = PACKAGES.map(({ name, version, provides, licence, integrity }) => [
    `\`${name}\` ${version}`,
    provides,
    licence,
    `\`${integrity}\``,
  ]);
  const counts = Object.entries(basemap.objects).map(([name, object]) => [name, countOf(object)]);
  const credits = basemap.meta.attribution.map(({ text, licence }) => `- ${text} (${licence})`);
  const files = tables.files.map((file) => `- \`${file}\``);
  return [
    `# Where \`${options.name}.topo.json\` comes from`,
    `Made by\n\n    ${commandFor(options, regionCountries)}`,
    'Simplified by Visvalingam’s method to the metres given by `--detail`; never edited by hand. Licences: LICENCES.md.',
    markdownTable([['package', 'provides', 'licence of the data', 'integrity'], ...packages]),
    files.length === 0 ? 'No tables made by hand.' : `Tables made by hand:\n\n${files.join('\n')}`,
    markdownTable([['layer', 'content'], ...counts]),
    `Credits the map must show:\n\n${credits.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

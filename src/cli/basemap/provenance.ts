import type { Basemap } from '../../basemap/basemap.ts';
import { shellWord } from '../lib/shell-word.ts';
import { markdownTable } from './markdown-table.ts';
import type { BasemapOptions } from './options.ts';
import { boundsText } from './parse-bounds.ts';
import { scaleOf } from './scale.ts';
import type { HandTables } from './sources/hand-tables.ts';
import { PACKAGES_BY_SCALE } from './sources/packages.ts';
import type { RegionProperties } from './sources/region-source.ts';

/** The command that makes this basemap again, with every default spelt out. */
export function commandFor(options: BasemapOptions, shown: readonly string[]): string {
  const { name, bounds, countries, detail, out, languages, own, credit } = options;
  const regions = (countries ?? shown).join(',');
  return [
    `npm run basemap -- --name ${name} --bounds ${boundsText(bounds)}`,
    ...(regions === '' ? [] : [`--countries ${regions}`]),
    `--detail ${detail} --names ${languages.join(',')}`,
    ...Object.entries(own).map(([layer, path]) => `--${layer} ${shellWord(path)}`),
    ...(credit === null ? [] : [`--credit ${shellWord(credit)}`]),
    ...(out === 'public/basemap' ? [] : [`--out ${out}`]),
  ].join(' ');
}

/** Where the names of each kind come from, a sentence each. */
function nameOrigins({ meta }: Basemap, { languages }: BasemapOptions): string {
  return [
    '- towns: in English GeoNames’ own name. In other languages CLDR’s, where the town is one that a time zone is called after; else GeoNames’ other names, where their letters tell the language',
    '- beside it the name in the country’s own language, where CLDR gives the country one official language; without that none',
    ...(meta.names.some(({ kind }) => kind === 'country') ? ['- countries: CLDR, as Node has it'] : []),
    ...(meta.names.some(({ kind }) => kind === 'water')
      ? ['- waters: tables written for this project, `src/basemap/sources/`']
      : []),
    '- regions: Natural Earth’s names, corrected by the tables made by hand',
    `- languages asked for: ${languages.join(', ')}`,
  ].join('\n');
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
  const packages = PACKAGES_BY_SCALE[scaleOf(options.bounds)].map(({ name, version, provides, licence, integrity }) => [
    `\`${name}\` ${version}`,
    provides,
    licence,
    `\`${integrity}\``,
  ]);
  const counts = Object.entries(basemap.objects).map(([name, object]) => [name, countOf(object)]);
  const credits = basemap.meta.attribution.map(({ text, licence }) => `- ${text} (${licence})`);
  const own = Object.entries(options.own).map(([layer, path]) => `- ${layer}: \`${path}\``);
  const files = tables.files.map((file) => `- \`${file}\``);
  return [
    `# Where \`${options.name}.topo.json\` comes from`,
    `Made by\n\n    ${commandFor(options, regionCountries)}`,
    'Simplified by Visvalingam’s method to the metres given by `--detail`; never edited by hand. Licences: LICENCES.md.',
    markdownTable([['package', 'provides', 'licence of the data', 'integrity'], ...packages]),
    ...(own.length === 0 ? [] : [`The author’s own layers, credited as “${options.credit}”:\n\n${own.join('\n')}`]),
    `Where the names come from:\n\n${nameOrigins(basemap, options)}`,
    files.length === 0 ? 'No tables made by hand.' : `Tables made by hand:\n\n${files.join('\n')}`,
    markdownTable([['layer', 'content'], ...counts]),
    `Credits the map must show:\n\n${credits.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

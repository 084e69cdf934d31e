import { canonicalTag } from '../../../i18n/language-tags.ts';
import { whereOf } from '../../files/fields.ts';
import { SLUG_PATTERN } from '../../files/raw.ts';
import { fileNamed, type MdxFile, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { MDX_COMPONENTS } from '../../prose/mdx-body.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

const EXPECTED =
  '`<language>/NN-name.mdx`, `<language>/index.mdx`, `<language>/translated.yaml`, `story.yaml`, `facts.yaml`, `places.yaml`, `data/sources.yaml`, or `data/<name>` with the ending `.geojson`, `.topojson`, `.gpx`, `.kml`, `.zip` (a Shapefile), `.csv`, `.tsv` or `.xlsx`, in small letters, digits and hyphens';

const MEDIA = /\.(jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp|pdf|mp[34]|webm|mov|wav|ogg)$/i;
const IN_MEDIA =
  'pictures, film and sound in `media/`, as in `media/quay.jpg`; other files to lead to in `public/`, and their path from there in the text, as in `[The report](/report.pdf)`';

const OTHER_SHAPES = /\.(kml|kmz|gpx|shp|dbf|shx|prj|cpg|gpkg|fgb|topojson|umap|json)$/i;
const AS_SHAPES =
  '`data/<name>` with the ending `.geojson`, `.topojson`, `.gpx` or `.kml`, or a `.zip` with the `.shp`, `.dbf` and `.prj` of a Shapefile, in small letters, digits and hyphens. Save others as GeoJSON, in QGIS or with `ogr2ogr -t_srs EPSG:4326 out.geojson in.gpkg`';

const OWN_CODE = /^(annotations|charts|components)\//;
const OWN_NAMES =
  '`annotations/<kind>.ts` or `charts/<kind>.ts` in small letters, digits and hyphens, or `components/<Name>.astro` with a capital; what they share in a folder below';

function checkNames({ raw, known }: StoryFiles): readonly Problem[] {
  const slug = SLUG_PATTERN.test(raw.slug)
    ? []
    : [
        buildProblem(
          'BadFileName',
          { file: raw.folder },
          { expected: 'small letters, digits and hyphens, since it becomes the address' },
        ),
      ];
  const expectedOf = (path: string): string => {
    if (OWN_CODE.test(path)) return OWN_NAMES;
    if (OTHER_SHAPES.test(path)) return AS_SHAPES;
    const [folder = ''] = path.split('/');
    const tag = canonicalTag(folder);
    return tag === null || tag === folder ? EXPECTED : `\`${tag}/…\`, as the language is written`;
  };
  const files = known
    .filter(({ role }) => role.role === 'unknown')
    .map(({ file }) =>
      buildProblem('BadFileName', whereOf(raw, file), {
        expected: MEDIA.test(file.path) ? IN_MEDIA : expectedOf(file.path),
      }),
    );
  const taken = known.filter(({ role }) => role.role === 'component' && MDX_COMPONENTS.includes(role.name));
  const components = taken.map(({ file }) =>
    buildProblem('BadFileName', whereOf(raw, file), { expected: 'a name that no component of the program has' }),
  );
  return [...slug, ...files, ...components];
}

function checkMissing({ raw, defaultLocale }: StoryFiles): readonly Problem[] {
  return ['story.yaml', 'facts.yaml', 'places.yaml', `${defaultLocale}/index.mdx`]
    .filter((path) => fileNamed(raw, path) === undefined)
    .map((path) => buildProblem('MissingFile', { file: `${raw.folder}/${path}` }, {}));
}

function checkFaults({ raw }: StoryFiles): readonly Problem[] {
  return raw.files.flatMap((file) => {
    if (file.fault === null) return [];
    const { problem, detail, line } = file.fault;
    const where = { ...whereOf(raw, file), line };
    return [problem === 'NotUtf8' ? buildProblem(problem, where, {}) : buildProblem(problem, where, { detail })];
  });
}

function checkDuplicateSections({ raw, mdx, locales }: StoryFiles): readonly Problem[] {
  const problemsOf = (section: MdxFile, earlier: readonly MdxFile[]): readonly Problem[] => {
    const where = whereOf(raw, section.file);
    const { id, number } = section;
    const sameId = earlier.find((other) => other.id === id);
    const sameNumber = number === null ? undefined : earlier.find((other) => other.number === number);
    return [
      ...(sameId === undefined ? [] : [buildProblem('DuplicateSectionId', where, { id, other: sameId.file.path })]),
      ...(sameNumber === undefined || number === null
        ? []
        : [buildProblem('DuplicateSectionNumber', where, { number, other: sameNumber.file.path })]),
    ];
  };
  return locales.flatMap((locale) => {
    const own = mdx.filter((section) => section.locale === locale);
    // The opening's name is taken before any section's, wherever the alphabet puts its file.
    const ordered = [...own].sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
    return ordered.flatMap((section, index) => problemsOf(section, ordered.slice(0, index)));
  });
}

function checkDuplicateAnnotations({ raw, mdx }: StoryFiles): readonly Problem[] {
  return mdx.flatMap(({ file }) => {
    const annotations = membersOf(file.data)['annotations'];
    if (!Array.isArray(annotations)) return [];
    const ids = annotations.map((annotation) => membersOf(annotation)['id'] ?? membersOf(annotation)['kind']);
    return ids.flatMap((id, index) => {
      const other = ids.indexOf(id);
      if (typeof id !== 'string' || other === index) return [];
      const where = whereOf(raw, file, `annotations.${index}.id`);
      return [buildProblem('DuplicateAnnotationId', where, { id, other: `annotations.${other}` })];
    });
  });
}

/** Sections name shapes, and charts tables, by the file's name without its ending. */
function checkSameData({ raw, known }: StoryFiles): readonly Problem[] {
  return (['data', 'table'] as const).flatMap((kind) => {
    const named = known.flatMap(({ file, role }) => (role.role === kind ? [{ file, name: role.name }] : []));
    return named.flatMap(({ file, name }) => {
      const first = named.find((one) => one.name === name)?.file ?? file;
      return first === file ? [] : [buildProblem('SameDataName', whereOf(raw, file), { other: first.path })];
    });
  });
}

/** Names, presence and readability of the files, and names used twice. */
export function checkFiles(files: StoryFiles): readonly Problem[] {
  return [
    checkNames,
    checkMissing,
    checkFaults,
    checkSameData,
    checkDuplicateSections,
    checkDuplicateAnnotations,
  ].flatMap((check) => check(files));
}

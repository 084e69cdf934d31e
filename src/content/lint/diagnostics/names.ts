import { kind, type NameFound } from './problem-kind.ts';

const unknown = (title: string, message: (name: string) => string, remedy: string) =>
  kind<NameFound>(
    title,
    ({ name }) => message(name),
    ({ suggestion }) => `${suggestion} ${remedy}`.trim(),
  );

/** Names that lead nowhere. */
export const NAME_PROBLEMS = {
  UnknownAnnotation: unknown(
    'A translation of an annotation that does not exist',
    (name) => `is \`${name}\`, but the section in the default language has no annotation with that id.`,
    '',
  ),
  UnknownAnnotationKind: unknown(
    'An annotation kind that does not exist',
    (name) => `is \`${name}\`, and there is no such kind of annotation.`,
    '',
  ),
  UnknownArea: unknown(
    'An area that does not exist',
    (name) => `names the area \`${name}\`, which no file in data/ draws.`,
    'Areas are called `data/<file>#<feature id>`.',
  ),
  UnknownBasemap: unknown(
    'A basemap that does not exist',
    (name) => `names the basemap \`${name}\`, but there is no \`public/basemap/${name}.topo.json\`.`,
    'Or make it with `npm run basemap`.',
  ),
  UnknownComponent: unknown(
    'A component that does not exist',
    (name) => `uses \`<${name}>\`, which is not a component for stories.`,
    '',
  ),
  UnknownDrawing: unknown(
    'A drawing that does not exist',
    (name) => `names the drawing \`${name}\`, which does not exist.`,
    '',
  ),
  UnknownFact: unknown(
    'A fact that is not in the ledger',
    (name) => `names the fact \`${name}\`, which facts.yaml does not have.`,
    'Otherwise add it to facts.yaml, with its source.',
  ),
  UnknownPlace: unknown(
    'A place that is not in the gazetteer',
    (name) => `names the place \`${name}\`, which places.yaml does not have.`,
    'Otherwise add it to places.yaml.',
  ),
  UnknownRegion: unknown(
    'A region that does not exist',
    (name) => `names the region \`${name}\`, which neither the basemap nor a file in data/ has.`,
    '',
  ),
  UnknownRoute: unknown(
    'A route that does not exist',
    (name) => `names the route \`${name}\`, which neither the basemap nor a file in data/ has.`,
    'Routes are called `basemap:<road>` or `data/<file>#<feature id>`.',
  ),
  UnknownSource: unknown(
    'A source that does not exist',
    (name) => `names the source \`${name}\`, which story.yaml does not list.`,
    'Otherwise add it to `sources` in story.yaml.',
  ),
  UnknownMapPart: unknown(
    'A part of the map that does not exist',
    (name) => `names \`${name}\`, which is not a part of the map.`,
    '',
  ),
  UnknownTheme: unknown(
    'A theme that does not exist',
    (name) => `names the theme \`${name}\`, but there is no \`content/themes/${name}/theme.yaml\`.`,
    '',
  ),
  MissingGlyph: kind<{ readonly character: string; readonly code: string; readonly family: string }>(
    'A character that the site’s typeface does not have',
    ({ character, code, family }) =>
      `has “${character}” (${code}), which \`${family}\` does not have: readers see it in whatever letters their device has.`,
    ({ family }) =>
      `Write another, or give \`${family}\` the part that has it (\`subsets\` in theme.yaml; content/guide/theme.md).`,
    'warning',
  ),
  MissingTypeface: kind<{ readonly family: string; readonly script: string; readonly cure: string }>(
    'A typeface whose letters are not to be had',
    ({ family, script }) => `names \`${family}\` for the script \`${script}\`, and there are no letters for it.`,
    ({ cure }) => cure,
  ),
};

import type { FieldRole } from '../../../annotations/fields.ts';
import { atlasNames } from '../../../story/atlas.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import { MAP_PARTS, type StoryData } from '../../../story/story.ts';
import { annotationFields } from '../../files/annotation-fields.ts';
import { type Field, fieldsOf, whereInBody, whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import { parseData } from '../../schema/data.ts';
import { buildProblem, type Problem, type ProblemName } from '../diagnostics/problems.ts';
import { unknownName } from './unknown-name.ts';

type NameProblem = Extract<
  ProblemName,
  'UnknownPlace' | 'UnknownFact' | 'UnknownSource' | 'UnknownRegion' | 'UnknownRoute' | 'UnknownArea' | 'UnknownDrawing'
>;

/** Every name a story may use, by the problem that using another one makes; null where nobody can know. */
export type Names = Readonly<Record<NameProblem, readonly string[] | null>>;

/** Which fields hold which names. */
const REFERENCES: readonly (readonly [NameProblem, RegExp])[] = [
  ['UnknownPlace', /^frame\.(phone\.)?(places|keepVisible)\.\d+$/],
  ['UnknownRegion', /^layers\.tints\.\d+\.region$/],
];

/** What is named by these is asked of other files: see `check-media.ts` and `check-bound.ts`. */
type NamedHere = Exclude<FieldRole, 'words' | 'media' | 'table' | 'column' | 'entry'>;

const OF_ROLE: Readonly<Record<NamedHere, NameProblem>> = {
  place: 'UnknownPlace',
  fact: 'UnknownFact',
  region: 'UnknownRegion',
  route: 'UnknownRoute',
  area: 'UnknownArea',
  drawing: 'UnknownDrawing',
};

const FACT_SOURCES: readonly (readonly [NameProblem, RegExp])[] = [['UnknownSource', /^[^.]+\.sources\.\d+$/]];
const MEDIA_SOURCES: readonly (readonly [NameProblem, RegExp])[] = [['UnknownSource', /\.source$/]];
const STORY_PLACES: readonly (readonly [NameProblem, RegExp])[] = [['UnknownPlace', /^focus$/]];

/** Geometries of the data files that are of the right form. */
export function dataOf({ known }: StoryFiles): Readonly<Record<string, StoryData>> {
  const entries = known.flatMap(({ file, role }) => {
    if (role.role !== 'data') return [];
    const { success, features } = parseData(file.data);
    if (!success) return [];
    return [[role.name, { features, source: '', licence: '', schematic: false, untranslated: [] }] as const];
  });
  return Object.fromEntries(entries);
}

/** Data files that cannot be read: nobody can tell which names in them exist, and they have a problem of their own. */
function unreadableData({ known }: StoryFiles): readonly string[] {
  return known.flatMap(({ file, role }) =>
    role.role === 'data' && !parseData(file.data).success ? [`data/${role.name}`] : [],
  );
}

function keysOf(files: StoryFiles, path: string): readonly string[] | null {
  const file = fileNamed(files.raw, path);
  return file === undefined || file.fault !== null ? null : Object.keys(membersOf(file.data));
}

export function namesIn(files: StoryFiles, mapIndex: MapIndex | null, drawings: readonly string[] | null): Names {
  const story = fileNamed(files.raw, 'story.yaml');
  const atlas = mapIndex === null ? null : atlasNames(mapIndex, dataOf(files));
  return {
    UnknownPlace: keysOf(files, 'places.yaml'),
    UnknownFact: keysOf(files, 'facts.yaml'),
    UnknownSource:
      story === undefined || story.fault !== null ? null : Object.keys(membersOf(membersOf(story.data)['sources'])),
    UnknownRegion: atlas?.areas ?? null,
    UnknownRoute: atlas?.routes ?? null,
    UnknownArea: atlas?.areas.filter((name) => name.startsWith('data/')) ?? null,
    UnknownDrawing: drawings,
  };
}

/** A field that holds a name, and the problem that a name that is not there makes. */
interface Reference extends Field {
  readonly problem: NameProblem;
}

const referencesIn = (data: unknown, patterns: typeof REFERENCES): readonly Reference[] => [
  ...fieldsOf(data).flatMap((field) => {
    const problem = patterns.find(([, pattern]) => pattern.test(field.field))?.[0];
    return problem === undefined ? [] : [{ ...field, problem }];
  }),
  ...annotationFields(data).flatMap(({ role, ...field }) => {
    const problem = (OF_ROLE as Readonly<Partial<Record<FieldRole, NameProblem>>>)[role];
    return problem === undefined ? [] : [{ ...field, problem }];
  }),
];

function checkFile(files: StoryFiles, file: RawFile, references: typeof REFERENCES, names: Names): readonly Problem[] {
  const unreadable = unreadableData(files);
  return referencesIn(file.data, references).flatMap(({ field, value, problem }) => {
    const allowed = names[problem];
    if (allowed === null || typeof value !== 'string' || allowed.includes(value)) return [];
    if (unreadable.includes(value.split('#')[0] ?? '')) return [];
    return [unknownName(problem, whereOf(files.raw, file, field), value, allowed)];
  });
}

function checkMapParts(files: StoryFiles, file: RawFile): readonly Problem[] {
  const emphasis = membersOf(membersOf(membersOf(file.data)['layers'])['emphasis']);
  return Object.keys(emphasis)
    .filter((name) => !(MAP_PARTS as readonly string[]).includes(name))
    .map((name) => unknownName('UnknownMapPart', whereOf(files.raw, file, `layers.emphasis.${name}`), name, MAP_PARTS));
}

const COMPONENT_NAMES: Readonly<Record<string, readonly [attribute: string, problem: NameProblem]>> = {
  Fact: ['id', 'UnknownFact'],
  Numeral: ['fact', 'UnknownFact'],
  Quote: ['source', 'UnknownSource'],
};

function checkBody(files: StoryFiles, file: RawFile, names: Names): readonly Problem[] {
  return scanBody(file.body).components.flatMap(({ name, attributes, index }) => {
    const where = whereInBody(files.raw, file, index);
    const [attribute, problem] = COMPONENT_NAMES[name] ?? [];
    if (attribute === undefined || problem === undefined) return [];
    const value = attributes[attribute];
    const expected = problem === 'UnknownFact' ? 'the id of a fact' : 'the id of a source';
    const field = `<${name} ${attribute}>`;
    if (value === undefined) return [buildProblem('MissingField', { ...where, field }, { expected })];
    const allowed = names[problem];
    if (allowed === null || allowed.includes(value)) return [];
    return [unknownName(problem, { ...where, field }, value, allowed)];
  });
}

/** Names that lead nowhere: in frontmatter, in the ledger and in the text. */
export function checkNames(files: StoryFiles, names: Names): readonly Problem[] {
  const { raw, mdx } = files;
  const story = fileNamed(raw, 'story.yaml');
  const facts = fileNamed(raw, 'facts.yaml');
  const media = fileNamed(raw, 'media/media.yaml');
  return [
    ...(story === undefined ? [] : checkFile(files, story, STORY_PLACES, names)),
    ...(facts === undefined ? [] : checkFile(files, facts, FACT_SOURCES, names)),
    ...(media === undefined ? [] : checkFile(files, media, MEDIA_SOURCES, names)),
    ...mdx.flatMap(({ file }) => [
      ...checkFile(files, file, REFERENCES, names),
      ...checkMapParts(files, file),
      ...checkBody(files, file, names),
    ]),
  ];
}

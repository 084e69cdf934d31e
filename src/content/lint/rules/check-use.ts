import type { MapIndex } from '../../../story/map-index.ts';
import { annotationFields } from '../../files/annotation-fields.ts';
import { fieldsOf, whereInBody, whereOf } from '../../files/fields.ts';
import { UNSTATED } from '../../files/stated-licence.ts';
import { fileNamed, mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { textFieldsOf } from '../../files/text-fields.ts';
import { isMediaAddress } from '../../media/media-names.ts';
import { figuresOf } from '../../prose/figures.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import { numbersNamed } from '../../prose/numerals/numerals.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

/** A figure in a title or on the map is a use of the fact it comes from. */
function figuresIn({ mdx }: StoryFiles): ReadonlySet<number> {
  return new Set(
    mdx.flatMap(({ file, locale }) => [
      ...textFieldsOf(file.data).flatMap(({ value }) => numbersNamed(value, locale)),
      ...fieldsOf(membersOf(file.data)['annotations']).flatMap(({ value }) =>
        typeof value === 'number' ? [value] : [],
      ),
    ]),
  );
}

function checkFacts(files: StoryFiles): readonly Problem[] {
  const ledger = fileNamed(files.raw, 'facts.yaml');
  if (ledger === undefined) return [];
  const used = new Set(
    files.mdx.flatMap(({ file }) => [
      ...scanBody(file.body).components.map(({ attributes }) => attributes['id'] ?? attributes['fact']),
      ...annotationFields(file.data).flatMap(({ role, value }) => (role === 'fact' ? [value] : [])),
    ]),
  );
  const figures = figuresIn(files);
  return Object.entries(membersOf(ledger.data))
    .filter(([id, fact]) => !used.has(id) && !figuresOf(fact).some((figure) => figures.has(figure)))
    .map(([id]) => buildProblem('UnusedFact', whereOf(files.raw, ledger, id), { id }));
}

function checkSources(files: StoryFiles): readonly Problem[] {
  const story = fileNamed(files.raw, 'story.yaml');
  if (story === undefined) return [];
  const ofFacts = Object.values(membersOf(fileNamed(files.raw, 'facts.yaml')?.data)).flatMap((fact) => {
    const { sources } = membersOf(fact);
    return Array.isArray(sources) ? sources : [];
  });
  const ofMedia = Object.values(membersOf(fileNamed(files.raw, 'media/media.yaml')?.data)).map(
    (entry) => membersOf(entry)['source'],
  );
  const ofQuotes = files.mdx.flatMap(({ file }) =>
    scanBody(file.body).components.map(({ attributes }) => attributes['source']),
  );
  const used = new Set<unknown>([...ofFacts, ...ofMedia, ...ofQuotes]);
  return Object.keys(membersOf(membersOf(story.data)['sources']))
    .filter((id) => !used.has(id))
    .map((id) => buildProblem('UnusedSource', whereOf(files.raw, story, `sources.${id}`), { id }));
}

/** What the map of a section shows, as its frontmatter has it. */
function sceneWords(data: unknown): string {
  const { frame, layers, mood, annotations, backdrop, ground, relief } = membersOf(data);
  const listed = Array.isArray(annotations) ? annotations : [];
  return JSON.stringify([
    frame,
    layers ?? null,
    mood ?? 'paper',
    listed,
    backdrop ?? null,
    ground ?? null,
    relief ?? 0,
  ]);
}

function checkScenes(files: StoryFiles): readonly Problem[] {
  const sections = [...mapFiles(files)].sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
  return sections.flatMap(({ file }, index) => {
    const before = sections[index - 1]?.file;
    if (before === undefined || membersOf(file.data)['frame'] === undefined) return [];
    if (sceneWords(before.data) !== sceneWords(file.data)) return [];
    return [buildProblem('SameScene', whereOf(files.raw, file, 'frame'), { other: before.path })];
  });
}

/** What each annotation of a section is known by to the section after it. */
const calledIn = (data: unknown): readonly string[] => {
  const { annotations } = membersOf(data);
  return (Array.isArray(annotations) ? annotations : []).map((one) => {
    const { id, kind } = membersOf(one);
    return JSON.stringify([id ?? kind, kind]);
  });
};

function checkCarried(files: StoryFiles): readonly Problem[] {
  const sections = [...mapFiles(files)].sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
  return sections.flatMap(({ file }, index) => {
    const { annotations } = membersOf(file.data);
    const before = calledIn(sections[index - 1]?.file.data);
    const own = calledIn(file.data);
    return (Array.isArray(annotations) ? annotations : []).flatMap((one, at) => {
      if (membersOf(one)['carried'] !== true || before.includes(own[at] ?? '')) return [];
      const { id, kind } = membersOf(one);
      const where = whereOf(files.raw, file, `annotations.${at}.carried`);
      return [buildProblem('NothingCarried', where, { id: String(id ?? kind), kind: String(kind) })];
    });
  });
}

const MARKDOWN_IMAGE = /!\[([^\]]*)\][([]\s*<?([^\s)\]>]*)/g;
const TAG_IMAGE = /<(?:img|Image)\b[^>]*>/g;

function checkImages(files: StoryFiles): readonly Problem[] {
  const { raw } = files;
  return files.mdx.flatMap(({ file }) => {
    const problem = (index: number, image: string) =>
      buildProblem('MissingAltText', whereInBody(raw, file, index), { image });
    const markdown = [...file.body.matchAll(MARKDOWN_IMAGE)].filter(
      ([, alt = '', address = '']) => alt.trim() === '' && !isMediaAddress(address),
    );
    const tags = [...file.body.matchAll(TAG_IMAGE)].filter(([tag]) => !/\balt\s*=\s*(["'{])\s*[^\s"'}]/.test(tag));
    return [
      ...markdown.map(({ 2: image = '', index }) => problem(index, image)),
      ...tags.map(([tag], at) => problem(tags[at]?.index ?? 0, /src\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? tag)),
    ];
  });
}

function checkLicence({ raw }: StoryFiles): readonly Problem[] {
  const story = fileNamed(raw, 'story.yaml');
  if (story === undefined || story.fault !== null) return [];
  const { licence } = membersOf(story.data);
  const isStated = typeof licence === 'string' && licence.trim() !== '' && licence !== UNSTATED;
  if (isStated) return [];
  const what = 'Nobody says on which terms the text, facts and drawn data of this story may be used';
  const cure = 'Add `licence`, such as `CC BY 4.0`, or `all rights reserved`.';
  return [buildProblem('UnstatedLicence', whereOf(raw, story), { what, cure })];
}

function checkCredits(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const { raw } = files;
  const story = fileNamed(raw, 'story.yaml');
  const places = fileNamed(raw, 'places.yaml');
  const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
  const ofMap =
    story === undefined || mapIndex === null || mapIndex.isCredited
      ? []
      : [
          buildProblem('MissingAttribution', whereOf(raw, story, 'basemap'), {
            what: `names ${mapIndex.name}, a map without attribution`,
          }),
        ];
  const ofPlaces = Object.entries(membersOf(places?.data)).flatMap(([id, place]) =>
    places === undefined || !isBlank(membersOf(place)['source'])
      ? []
      : [buildProblem('MissingAttribution', whereOf(raw, places, `${id}.source`), { what: 'is empty' })],
  );
  const ofSources = Object.entries(membersOf(membersOf(story?.data)['sources'])).flatMap(([id, source]) =>
    story === undefined || !isBlank(membersOf(source)['cite'])
      ? []
      : [buildProblem('MissingAttribution', whereOf(raw, story, `sources.${id}.cite`), { what: 'is empty' })],
  );
  return [...ofMap, ...ofPlaces, ...ofSources, ...checkLicence(files)];
}

/** Languages of the story in which the map names nothing, each told once. */
function checkMapNames(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const story = fileNamed(files.raw, 'story.yaml');
  if (story === undefined || mapIndex === null || mapIndex.languages.length === 0) return [];
  const { locales } = membersOf(story.data);
  const languages = (Array.isArray(locales) ? locales : []).filter((locale) => typeof locale === 'string');
  const command = `npm run basemap -- … --names ${languages.join(',')}`;
  return languages
    .filter(
      (locale) => !mapIndex.languages.includes(locale) && !mapIndex.languages.includes(locale.split('-')[0] ?? ''),
    )
    .map((language) =>
      buildProblem('MapWithoutNames', whereOf(files.raw, story, 'locales'), { language, map: mapIndex.name, command }),
    );
}

/** What is there without need, and what is needed and is not there. */
export function checkUse(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const isRead = files.mdx.every(({ file }) => file.fault === null && scanBody(file.body).isRead);
  return [
    ...(isRead ? [...checkFacts(files), ...checkSources(files)] : []),
    ...checkScenes(files),
    ...checkCarried(files),
    ...checkMapNames(files, mapIndex),
    ...checkImages(files),
    ...checkCredits(files, mapIndex),
  ];
}

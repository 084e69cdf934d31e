import { whereOf } from '../../files/fields.ts';
import { suggestName } from '../../files/nearest.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import type { MediaFacts, MediaKind } from '../../media/media-facts.ts';
import { betterMediaName, isGoodMediaName, MEDIA_FOLDER, mediaNameIn } from '../../media/media-names.ts';
import { backdropIn, type MediaUse, mediaUses } from '../../media/media-uses.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

/** A file of the folder `media/`. */
interface MediaFile {
  readonly file: RawFile;
  readonly name: string;
  /** Null where nobody has looked into it. */
  readonly facts: MediaFacts | null;
}

const allFiles = ({ known }: StoryFiles): readonly MediaFile[] =>
  known.flatMap(({ file, role }) =>
    role.role === 'media' ? [{ file, name: role.name, facts: file.media ?? null }] : [],
  );

/** Those that can be called by their names. */
const mediaFiles = (files: StoryFiles): readonly MediaFile[] =>
  allFiles(files).filter(({ name }) => isGoodMediaName(name));

function checkNames(files: StoryFiles): readonly Problem[] {
  const media = allFiles(files);
  return media.flatMap(({ file, name }, index) => {
    const where = whereOf(files.raw, file);
    const same = media.find((other, at) => at !== index && other.name.toLowerCase() === name.toLowerCase());
    if (same !== undefined) {
      return same.name > name ? [] : [buildProblem('SameMediaName', where, { other: same.file.path })];
    }
    if (isGoodMediaName(name)) return [];
    const expected = `small letters, digits and single hyphens, such as \`${MEDIA_FOLDER}${betterMediaName(name)}\``;
    return [buildProblem('BadFileName', where, { expected })];
  });
}

const checkFaults = (files: StoryFiles): readonly Problem[] =>
  mediaFiles(files).flatMap(({ file, facts }) =>
    (facts?.faults ?? []).map(({ problem, line, ...found }) =>
      buildProblem(problem, { ...whereOf(files.raw, file), line }, found),
    ),
  );

/** Megabytes a file may have. Of pictures it is the original: what readers get is made from it. */
const BUDGET_MB: Readonly<Record<MediaKind, number>> = {
  picture: 40,
  drawing: 0.5,
  video: 15,
  audio: 10,
  captions: 1,
};

function checkBudgets(files: StoryFiles, entries: Readonly<Record<string, unknown>>): readonly Problem[] {
  return mediaFiles(files).flatMap(({ file, name, facts }) => {
    if (facts === null) return [];
    const own = membersOf(entries[name])['budgetMB'];
    const budget = typeof own === 'number' ? own : BUDGET_MB[facts.kind];
    if (facts.bytes <= budget * 1e6) return [];
    const megabytes = (facts.bytes / 1e6).toFixed(1);
    return [buildProblem('MediaOverBudget', whereOf(files.raw, file), { megabytes, budget: String(budget) })];
  });
}

const KIND_WORDS: Readonly<Record<MediaKind, string>> = {
  picture: 'a picture',
  drawing: 'an SVG drawing',
  video: 'a film',
  audio: 'a recording',
  captions: 'captions',
};

function checkUse({ name, allows, where }: MediaUse, media: readonly MediaFile[]): readonly Problem[] {
  const found = media.find((file) => file.name === name);
  if (found === undefined) {
    const suggestion = suggestName(
      name,
      media.map((file) => file.name),
    );
    return [buildProblem('UnknownMedia', where, { name, suggestion })];
  }
  const { facts } = found;
  if (facts === null || allows.includes(facts.kind)) return [];
  const expected = allows.map((kind) => KIND_WORDS[kind]).join(' or ');
  return [buildProblem('WrongMedia', where, { name, is: KIND_WORDS[facts.kind], expected })];
}

/** What is no picture, film or recording that can be shown: only another file cures that. */
const isRefused = ({ facts }: MediaFile): boolean =>
  facts?.faults.some(({ problem }) => problem === 'UnreadableMedia' || problem === 'UnsupportedMedia') ?? false;

function checkUses(files: StoryFiles, entries: Readonly<Record<string, unknown>>): readonly Problem[] {
  const media = mediaFiles(files);
  const { shown, parts } = mediaUses(files);
  const all = [...shown, ...parts];
  const used = new Set(all.map(({ name }) => name));
  const unused = media.filter((file) => !used.has(file.name) && !isRefused(file));
  const list = fileNamed(files.raw, 'media/media.yaml');
  const names = media.map(({ name }) => name);
  const unknown = Object.keys(entries).filter((name) => !names.includes(name));
  return [
    ...all.flatMap((use) => checkUse(use, media)),
    ...unused.map(({ file, name }) => buildProblem('UnusedMedia', whereOf(files.raw, file), { name })),
    ...unknown.flatMap((name) =>
      list === undefined
        ? []
        : [
            buildProblem('UnknownMedia', whereOf(files.raw, list, name), {
              name,
              suggestion: suggestName(name, names),
            }),
          ],
    ),
  ];
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Recordings whose words stand between the tags of a component, by name. */
function transcribed({ mdx }: StoryFiles): ReadonlySet<string> {
  const names = mdx.flatMap(({ file }) =>
    scanBody(file.body).components.flatMap(({ name, attributes, hasContent }) =>
      name === 'Audio' && hasContent ? [attributes['src'] ?? ''] : [],
    ),
  );
  return new Set(names.map(mediaNameIn));
}

function checkEntry(files: StoryFiles, { file, name, facts }: MediaFile, entry: unknown): readonly Problem[] {
  const list = fileNamed(files.raw, 'media/media.yaml');
  if (list === undefined || entry === undefined) {
    const fields = ['credit', 'licence', 'alt', ...(facts?.kind === 'video' ? ['poster'] : [])];
    const entry = `${name}: { ${fields.map((field) => `${field}: …`).join(', ')} }`;
    return [buildProblem('UndescribedMedia', whereOf(files.raw, file), { name, entry })];
  }
  const at = (field: string) => whereOf(files.raw, list, `${name}.${field}`);
  const { alt, captions, speech, poster } = membersOf(entry);
  const missing = (['credit', 'licence'] as const).filter((what) => isBlank(membersOf(entry)[what]));
  const isSpoken = facts?.hasSound === true && speech !== false;
  const hasWords = Object.keys(membersOf(captions)).length > 0 || transcribed(files).has(name);
  const noPoster = facts?.kind === 'video' && poster === undefined;
  return [
    ...missing.map((what) => buildProblem('MissingMediaCredit', at(what), { what })),
    // An empty text says that it shows nothing the story does not say.
    ...(alt === undefined || alt === null ? [buildProblem('MissingAltText', at('alt'), { image: name })] : []),
    ...(isSpoken && !hasWords
      ? [buildProblem('MissingCaptions', at('captions'), { what: `\`${name}\` has sound and no captions` })]
      : []),
    ...(noPoster
      ? [
          buildProblem('MissingField', at('poster'), {
            expected: 'the picture that stands for the film until it plays',
          }),
        ]
      : []),
  ];
}

function checkEntries(files: StoryFiles, entries: Readonly<Record<string, unknown>>): readonly Problem[] {
  const parts = new Set(mediaUses(files).parts.map(({ name }) => name));
  return mediaFiles(files)
    .filter(({ facts }) => facts?.kind !== 'captions')
    .filter((media) => entries[media.name] !== undefined || !(parts.has(media.name) || isRefused(media)))
    .flatMap((media) => checkEntry(files, media, entries[media.name]));
}

const CAN_SCRUB = 'ffmpeg -i in.mp4 -g 1 -an -pix_fmt yuv420p -movflags +faststart out.mp4';

function checkBackdrop(files: StoryFiles, file: RawFile): readonly Problem[] {
  const backdrop = backdropIn(file.data);
  if (backdrop === null) return [];
  const { annotations } = membersOf(file.data);
  const name = mediaNameIn(String(backdrop['src'] ?? ''));
  const facts = mediaFiles(files).find((media) => media.name === name)?.facts ?? null;
  const where = whereOf(files.raw, file, 'backdrop.scrub');
  const cure = `Make each of its pictures a key frame: \`${CAN_SCRUB}\`.`;
  const why = facts?.kind === 'video' ? 'not every picture of it stands by itself' : 'it is no film';
  const isStuck = backdrop['scrub'] === true && facts !== null && !(facts.kind === 'video' && facts.isAllKeyFrames);
  const onMap = (Array.isArray(annotations) ? annotations : []).map(membersOf);
  return [
    ...(isStuck ? [buildProblem('NotScrubbable', where, { name, why, cure })] : []),
    ...onMap.map(({ id, kind }) =>
      buildProblem('BackdropHidesMap', whereOf(files.raw, file, 'annotations'), { id: String(id ?? kind) }),
    ),
  ];
}

/** Pictures, film and sound: their files, what media.yaml tells of them, and where they are shown. */
export function checkMedia(files: StoryFiles): readonly Problem[] {
  const list = fileNamed(files.raw, 'media/media.yaml');
  const entries = membersOf(list?.data);
  const isListed = list?.fault === null || list === undefined;
  return [
    ...checkNames(files),
    ...checkFaults(files),
    ...checkBudgets(files, entries),
    ...checkUses(files, entries),
    ...(isListed ? checkEntries(files, entries) : []),
    ...mapFiles(files).flatMap(({ file }) => checkBackdrop(files, file)),
  ];
}

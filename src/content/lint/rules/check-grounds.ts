import { MAP, PICTURE_BUDGET, RELIEF } from '../../../story/ground/ground.ts';
import { whereOf } from '../../files/fields.ts';
import { suggestName } from '../../files/nearest.ts';
import type { RawFile } from '../../files/raw.ts';
import { UNSTATED } from '../../files/stated-licence.ts';
import { mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { groundFileSchema } from '../../schema/ground.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

interface NamedFile {
  readonly file: RawFile;
  readonly name: string;
}

const filesOf = ({ known }: StoryFiles, wanted: 'ground-list' | 'ground-picture'): readonly NamedFile[] =>
  known.flatMap(({ file, role }) => (role.role === wanted ? [{ file, name: role.name }] : []));

const commandFor = ({ raw }: StoryFiles, name: string): string =>
  `npm run ground -- ${raw.slug} --from <file> ${name === RELIEF ? '--relief' : `--as ${name}`}`;

/** What is wrong with the list of one ground, in clauses. */
function faultsOf(data: unknown, pictures: ReadonlySet<string>): readonly string[] {
  const read = groundFileSchema.safeParse(data);
  if (!read.success) {
    const field = read.error.issues[0]?.path.join('.') ?? '';
    return [`has a list that cannot be read${field === '' ? '' : ` (\`${field}\`)`}`];
  }
  const missing = read.data.pictures.filter(({ file }) => !pictures.has(file));
  const isUnstated = read.data.attribution.some(({ licence }) => licence === UNSTATED);
  return [
    ...missing.map(({ file }) => `names \`${file}\`, and there is no such file beside it`),
    ...(isUnstated ? ['does not say on which terms it may be shown'] : []),
  ];
}

function checkFiles(files: StoryFiles): readonly Problem[] {
  const pictures = filesOf(files, 'ground-picture');
  const names = new Set(pictures.map(({ name }) => name));
  const damaged = filesOf(files, 'ground-list').flatMap(({ file, name }) => {
    const said = membersOf(file.data)['command'];
    const command = typeof said === 'string' && said !== '' ? said : commandFor(files, name);
    return faultsOf(file.data, names).map((detail) =>
      buildProblem('DamagedGround', whereOf(files.raw, file), { detail, command }),
    );
  });
  const heavy = pictures.flatMap(({ file }) => {
    const bytes = file.media?.bytes ?? 0;
    if (bytes <= PICTURE_BUDGET) return [];
    const found = { kilobytes: Math.ceil(bytes / 1000), budget: PICTURE_BUDGET / 1000 };
    return [buildProblem('GroundOverBudget', whereOf(files.raw, file), found)];
  });
  return [...damaged, ...heavy];
}

interface Use {
  readonly file: RawFile;
  readonly field: string;
  readonly name: string;
}

/** Pictures among the two that are compared: one of them may be the map itself. */
const comparedIn = (compare: readonly unknown[]): readonly (readonly [field: string, name: unknown])[] =>
  compare.flatMap((name, index) =>
    name === MAP && compare.some((one) => one !== MAP) ? [] : [[`ground.compare.${index}`, name]],
  );

/** Grounds that a section's frontmatter names. */
function usesIn(file: RawFile): readonly Use[] {
  const { ground, relief } = membersOf(file.data);
  const { show, compare } = membersOf(ground);
  const named = [
    ['ground', ground],
    ['ground.show', show],
    ...(Array.isArray(compare) ? comparedIn(compare) : []),
    ...(typeof relief === 'number' && relief > 0 ? [['relief', RELIEF] as const] : []),
  ] as const;
  return named.flatMap(([field, name]) => (typeof name === 'string' && name !== '' ? [{ file, field, name }] : []));
}

/** Pictures that no list names are sent to nobody. */
function strayPictures(files: StoryFiles): readonly NamedFile[] {
  const listed = filesOf(files, 'ground-list').flatMap(({ file }) => {
    const read = groundFileSchema.safeParse(file.data);
    return read.success ? read.data.pictures.map((picture) => picture.file) : [];
  });
  return filesOf(files, 'ground-picture').filter(({ name }) => !listed.includes(name));
}

function checkUses(files: StoryFiles): readonly Problem[] {
  const lists = filesOf(files, 'ground-list');
  const names = lists.map(({ name }) => name);
  const uses = mapFiles(files).flatMap(({ file }) => usesIn(file));
  const used = new Set(uses.map(({ name }) => name));
  const isWhole = lists.every(({ file }) => groundFileSchema.safeParse(file.data).success);
  return [
    ...uses
      .filter(({ name }) => !names.includes(name))
      .map(({ file, field, name }) =>
        buildProblem('UnknownGround', whereOf(files.raw, file, field), {
          name,
          suggestion: suggestName(name, names),
          command: commandFor(files, name),
        }),
      ),
    ...lists
      .filter(({ name }) => !used.has(name))
      .map(({ file, name }) =>
        buildProblem('UnusedGround', whereOf(files.raw, file), { what: `The ground \`${name}\` is shown nowhere.` }),
      ),
    ...(isWhole ? strayPictures(files) : []).map(({ file, name }) =>
      buildProblem('UnusedGround', whereOf(files.raw, file), { what: `No list names the picture \`${name}\`.` }),
    ),
  ];
}

/** Satellite pictures, scans and relief: whether those that are named are there and whole, and those that are there named. */
export const checkGrounds = (files: StoryFiles): readonly Problem[] => [...checkFiles(files), ...checkUses(files)];

import { fieldsOf, whereInBody, whereOf } from '../../../content/files/fields.ts';
import type { RawFile, RawStory } from '../../../content/files/raw.ts';
import { roleOf } from '../../../content/files/raw.ts';
import { textFieldsOf } from '../../../content/files/text-fields.ts';
import { buildProblem, type Problem, type Where } from '../../../content/lint/diagnostics/problems.ts';
import { scanBody } from '../../../content/prose/mdx-body.ts';
import { charactersOf, SCRIPT_BLOCKS, type Script } from '../../../theme/scripts.ts';
import type { SiteTheme } from '../../theme/define-theme.ts';
import { type Face, type FontFile, uprightFiles } from '../../theme/fonts/font-files.ts';
import { openFont } from '../../theme/fonts/font-shaper.ts';

/** What is drawn: no spaces, marks that join with a letter, or signs that cannot be seen. */
const IS_DRAWN = /^[\p{L}\p{N}\p{P}\p{S}]$/u;
/** Punctuation of Chinese, Japanese and Korean, whose letters are always those of the reader's device. */
const OF_THE_DEVICE = /^[\u3000-\u30ff\uff00-\uffef]$/;

const held = new Map<string, Promise<ReadonlySet<string>>>();

/** The characters of its blocks that a file holds. */
function charactersIn({ path, blocks }: FontFile): Promise<ReadonlySet<string>> {
  const key = `${path} ${JSON.stringify(blocks)}`;
  const found = held.get(key) ?? openFont(path, charactersOf(blocks)).then(({ characters }) => new Set(characters));
  held.set(key, found);
  return found;
}

function scriptOf(character: string): Script | null {
  const code = character.codePointAt(0) ?? 0;
  const isIn = ([, { blocks }]: (typeof SCRIPTS)[number]): boolean =>
    blocks.some(([first, last]) => code >= first && code <= last);
  return SCRIPTS.find(isIn)?.[0] ?? null;
}
const SCRIPTS = Object.entries(SCRIPT_BLOCKS) as [Script, (typeof SCRIPT_BLOCKS)[Script]][];

/** Families of a theme that should have a character and do not; empty where the device's letters are meant. */
type Lacking = (character: string) => readonly string[];

async function lackingIn({ type: { faces } }: SiteTheme): Promise<Lacking> {
  const all = [...faces.text, ...faces.names];
  const files = (face: Face) => uprightFiles(face).map(charactersIn);
  const opened = await Promise.all(all.map(async (face) => ({ face, holds: await Promise.all(files(face)) })));
  return (character) => {
    if (OF_THE_DEVICE.test(character)) return [];
    const script = scriptOf(character);
    if (script === null) return /^\p{Script=Common}$/u.test(character) ? [all[0]?.family ?? ''] : [];
    const own = opened.filter(({ face }) => face.script === script);
    const without = own.filter(({ holds }) => !holds.some((characters) => characters.has(character)));
    return [...new Set(without.map(({ face }) => face.family))];
  };
}

interface Words {
  readonly text: string;
  readonly where: (index: number) => Where;
}

/** All words for readers in a file. */
function wordsIn(raw: RawStory, file: RawFile): readonly Words[] {
  const { role } = roleOf(file.path);
  const at = (field: string) => () => whereOf(raw, file, field);
  if (role === 'section' || role === 'opening') {
    const fields = textFieldsOf(file.data).map(({ field, value }) => ({ text: value, where: at(field) }));
    const where = (index: number): Where => whereInBody(raw, file, index);
    return [...fields, { text: scanBody(file.body).prose, where }];
  }
  if (role !== 'facts' && role !== 'places' && role !== 'media-list') return [];
  return fieldsOf(file.data).flatMap(({ field, value }) =>
    typeof value === 'string' ? [{ text: value, where: at(field) }] : [],
  );
}

function problemsOf(raw: RawStory, file: RawFile, lacking: Lacking): readonly Problem[] {
  const told = new Set<string>();
  return wordsIn(raw, file).flatMap(({ text, where }) =>
    [...text.normalize('NFC').matchAll(/./gu)].flatMap(({ 0: character, index }) => {
      if (told.has(character) || !IS_DRAWN.test(character)) return [];
      told.add(character);
      const [family] = lacking(character);
      if (family === undefined) return [];
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return [buildProblem('MissingGlyph', where(index), { character, code, family })];
    }),
  );
}

/** Characters of a story that the site's typefaces should have and do not: each once a file, where it stands first. */
export async function checkGlyphs(raw: RawStory, theme: SiteTheme): Promise<readonly Problem[]> {
  const lacking = await lackingIn(theme);
  return raw.files.filter(({ fault }) => fault === null).flatMap((file) => problemsOf(raw, file, lacking));
}

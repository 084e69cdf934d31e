import { whereInBody } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import { mediaNameIn } from '../../media/media-names.ts';
import { namesInList } from '../../media/media-uses.ts';
import { type Component, scanBody } from '../../prose/mdx-body.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';

/** Attributes without which a component shows nothing, and what they must be. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Figure: { src: 'a picture in media/' },
  Gallery: { of: 'the names of two to twelve pictures in media/' },
  Video: { src: 'a film in media/' },
  Audio: { src: 'a recording in media/' },
  Compare: { before: 'a picture in media/', after: 'a picture in media/' },
  Embed: { href: 'an address', title: 'the title of the page it leads to' },
};

/** Fewer are a figure, and more are an album. */
const GALLERY = { least: 2, most: 12 } as const;

function checkAttributes({ name, attributes }: Component, where: Where): readonly Problem[] {
  return Object.entries(REQUIRED[name] ?? {}).flatMap(([attribute, expected]) => {
    const value = attributes[attribute]?.trim() ?? '';
    const at = { ...where, field: `<${name} ${attribute}>` };
    if (value === '') return [buildProblem('MissingField', at, { expected })];
    const { length } = namesInList(value);
    const isMany = attribute === 'of' && (length < GALLERY.least || length > GALLERY.most);
    return isMany ? [buildProblem('InvalidValue', at, { found: `a list of ${length}`, expected })] : [];
  });
}

function hostOf(address: string): string | null {
  return URL.canParse(address) && new URL(address).protocol === 'https:' ? new URL(address).host : null;
}

function checkEmbed({ name, attributes }: Component, where: Where, allowed: readonly unknown[]): readonly Problem[] {
  if (name !== 'Embed') return [];
  const addresses = (['href', 'frame'] as const).flatMap((attribute) => {
    const value = attributes[attribute];
    return value === undefined || value.trim() === '' ? [] : [{ attribute, value, host: hostOf(value) }];
  });
  return addresses.flatMap(({ attribute, value, host }) => {
    const at = { ...where, field: `<Embed ${attribute}>` };
    const expected = 'an address that begins with `https://`';
    if (host === null) return [buildProblem('InvalidValue', at, { found: `\`${value}\``, expected })];
    return attribute === 'href' || allowed.includes(host) ? [] : [buildProblem('FrameNotAllowed', at, { host })];
  });
}

/** Shapes that differ by less look the same beside each other. */
const SAME_SHAPE = 1.02;

function checkCompare({ name, attributes }: Component, where: Where, { known }: StoryFiles): readonly Problem[] {
  if (name !== 'Compare') return [];
  const [before, after] = (['before', 'after'] as const).map((attribute) => {
    const wanted = mediaNameIn(attributes[attribute] ?? '');
    return known.find(({ role }) => role.role === 'media' && role.name === wanted)?.file.media ?? null;
  });
  if (!before?.height || !after?.height) return [];
  const ratio = before.width / before.height / (after.width / after.height);
  if (Math.max(ratio, 1 / ratio) < SAME_SHAPE) return [];
  const sizeOf = ({ width, height }: MediaFacts) => `${width} × ${height}`;
  return [buildProblem('UnlikePictures', where, { before: sizeOf(before), after: sizeOf(after) })];
}

/** What the components for pictures, film and sound are told in a text. */
export function checkMediaText(files: StoryFiles): readonly Problem[] {
  const { allowFrames } = membersOf(fileNamed(files.raw, 'story.yaml')?.data);
  const allowed: readonly unknown[] = Array.isArray(allowFrames) ? allowFrames : [];
  const problemsIn = (file: RawFile) =>
    scanBody(file.body).components.flatMap((component) => {
      const where = whereInBody(files.raw, file, component.index);
      return [
        ...checkAttributes(component, where),
        ...checkEmbed(component, where, allowed),
        ...checkCompare(component, where, files),
      ];
    });
  return files.mdx.flatMap(({ file }) => problemsIn(file));
}

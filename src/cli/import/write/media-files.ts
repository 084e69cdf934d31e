import { parseDocument } from 'yaml';
import { UNSTATED } from '../../../content/files/stated-licence.ts';
import type { Gathered, GatheredFile } from '../media/gather-media.ts';
import { inYaml } from './yaml-text.ts';

/** What stands where the other tool named nobody: readers see it. */
const NOBODY_NAMED = '–';

/** A plain field with a sign for playing: what stands for a film until its author chooses a picture of it. */
function posterOf({ facts }: GatheredFile): string {
  const [width, height] = [facts.width || 1280, facts.height || 720];
  const [x, y, r] = [width / 2, height / 2, Math.min(width, height) / 8];
  const triangle = `M${x - r * 0.35} ${y - r * 0.5}L${x + r * 0.55} ${y}L${x - r * 0.35} ${y + r * 0.5}Z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#3a3a38"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#f4f1ea" stroke-width="${r / 14}"/><path d="${triangle}" fill="#f4f1ea"/></svg>\n`;
}

const posterName = ({ name }: GatheredFile): string => `${name.replace(/\.[^.]+$/, '')}-poster.svg`;

function entryOf(file: GatheredFile): object {
  const { wanted, facts } = file;
  const isFilm = facts.kind === 'video';
  return {
    credit: wanted.credit || NOBODY_NAMED,
    licence: UNSTATED,
    alt: wanted.alt || wanted.caption,
    ...(wanted.caption === '' ? {} : { caption: wanted.caption }),
    ...(isFilm ? { poster: posterName(file) } : {}),
    ...((isFilm && facts.hasSound) || facts.kind === 'audio' ? { speech: false } : {}),
  };
}

const SPEECH = ' Is anything said in it? Then name its captions, and take `speech: false` out.';

/** Files of `media/` by their paths, with `media.yaml`. */
export function mediaFilesOf({ files }: Gathered): Readonly<Record<string, string | Uint8Array>> {
  if (files.length === 0) return {};
  const document = parseDocument(inYaml(Object.fromEntries(files.map((file) => [file.name, entryOf(file)]))));
  for (const { name, facts } of files) {
    const entry = document.get(name, true);
    if (facts.hasSound && entry !== null && typeof entry === 'object' && 'commentBefore' in entry)
      entry.commentBefore = SPEECH;
  }
  const posters = files.filter(({ facts }) => facts.kind === 'video');
  return {
    'media/media.yaml': document.toString({ lineWidth: 0 }),
    ...Object.fromEntries(files.map(({ name, bytes }) => [`media/${name}`, bytes])),
    ...Object.fromEntries(posters.map((file) => [`media/${posterName(file)}`, posterOf(file)])),
  };
}

/** What is left to do for the media that came along, in lines for the author. */
export function mediaTasks({ files }: Gathered): readonly string[] {
  const unnamed = files.filter(({ wanted }) => wanted.credit === '').map(({ name }) => name);
  const undescribed = files.filter(({ wanted }) => wanted.alt === '').map(({ name }) => name);
  const spoken = files.filter(({ facts }) => facts.hasSound).map(({ name }) => name);
  const films = files.filter(({ facts }) => facts.kind === 'video').map(({ name }) => name);
  const listed = (names: readonly string[]): string =>
    names.slice(0, 12).join(', ') + (names.length > 12 ? `, and ${names.length - 12} more` : '');
  return [
    ...(unnamed.length > 0 ? [`Say in \`media/media.yaml\` who made these: ${listed(unnamed)}.`] : []),
    ...(undescribed.length > 0
      ? [`Describe these for those who cannot see them (\`alt\`): ${listed(undescribed)}.`]
      : []),
    ...(spoken.length > 0 ? [`Say whether anybody speaks in these, and name their captions: ${listed(spoken)}.`] : []),
    ...(films.length > 0 ? [`Choose a picture that stands for these films (\`poster\`): ${listed(films)}.`] : []),
  ];
}

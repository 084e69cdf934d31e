import { mediaNameIn } from '../../content/media/media-names.ts';
import { langAttributes } from '../../i18n/locales.ts';
import { PLAIN_WIDTH } from '../../site/media/media-paths.ts';
import type { Medium } from '../../story/media/medium.ts';
import type { Story } from '../../story/story.ts';

/** What the components of one page's text know of its story; `StoryMap` and the story's pages put it there. */
type MediaLocals = Pick<App.Locals, 'story'>;

/** @throws where there is no such file; `checkStory` says so in the author's words */
export function mediumIn(locals: MediaLocals, name: string): Medium {
  const medium = storyOf(locals).media[mediaNameIn(name)];
  if (medium === undefined) throw new Error(`There is no file ${name} in media/.`);
  return medium;
}

/** What stands still for a medium: of a film its poster. */
export function stillIn(locals: MediaLocals, name: string): Medium {
  const medium = mediumIn(locals, name);
  return medium.kind === 'video' ? mediumIn(locals, medium.poster) : medium;
}

export function storyOf({ story }: MediaLocals): Story {
  if (story === undefined) throw new Error('The page has not said whose text this is.');
  return story as Story;
}

/** Language of words that stand in the default one for want of a translation. */
export const ownLanguage = ({ defaultLocale }: Story, { untranslated }: Medium, field: string) =>
  untranslated.includes(field) ? langAttributes(defaultLocale) : {};

export interface SourceSet {
  readonly type: string;
  readonly srcset: string;
}

/** The files of a picture by type, the one that all browsers read last. */
export function sourceSets({ files }: Medium): readonly SourceSet[] {
  const types = [...new Set(files.map(({ type }) => type))];
  return types.map((type) => ({
    type,
    srcset: files
      .filter((file) => file.type === type)
      .map(({ src, width }) => `${src} ${width}w`)
      .join(', '),
  }));
}

/** What a browser shows that chooses none, and what an edition of one file takes: not the largest. */
export function plainFile({ files }: Medium): string {
  const plain = files.filter(({ type }) => type !== 'image/avif');
  return (plain.findLast(({ width }) => width <= PLAIN_WIDTH) ?? plain[0])?.src ?? '';
}

/** The largest there is, for a dialog of its own. */
export const largeFile = ({ files }: Medium): string =>
  files.filter(({ type }) => type !== 'image/avif').at(-1)?.src ?? '';

import { mediaNameIn } from '../../content/media/media-names.ts';
import { langAttributes } from '../../i18n/locales.ts';
import { PLAIN_WIDTH } from '../../site/media/media-paths.ts';
import type { Medium } from '../../story/media/medium.ts';
import type { Section, Story } from '../../story/story.ts';

/** What the components of one page's text know of its story; `StoryMap` and the story's pages put it there. */
type MediaLocals = Pick<App.Locals, 'story'>;

/** @throws where there is no such file; `checkStory` says so in the author's words */
function mediumOf({ media }: Story, name: string): Medium {
  const medium = media[mediaNameIn(name)];
  if (medium === undefined) throw new Error(`There is no file ${name} in media/.`);
  return medium;
}

export const mediumIn = (locals: MediaLocals, name: string): Medium => mediumOf(storyOf(locals), name);

/** What stands still for a medium: of a film its poster. */
export function stillOf(story: Story, name: string): Medium {
  const medium = mediumOf(story, name);
  return medium.kind === 'video' ? mediumOf(story, medium.poster) : medium;
}

export const stillIn = (locals: MediaLocals, name: string): Medium => stillOf(storyOf(locals), name);

/** All that a section shows in place of the map: what the author names, and what stands still for it. */
export function backdropMedia(locals: MediaLocals, { backdrop }: Section): readonly [Medium, Medium, Medium] {
  const { src = '', portrait = '' } = backdrop ?? {};
  return [mediumIn(locals, src), stillIn(locals, src), stillIn(locals, portrait)];
}

/** The address of a file in words, for paper: where the site has none of its own, the file's place in it. */
export const addressOf = (src: string, site: URL | undefined): string =>
  site ? new URL(src, site).href : src.replace(/^\//, '');

/** A picture of which nothing can be made out, where there is no room to ask for it. */
export const blurOf = (medium: Medium): Medium => ({
  ...medium,
  kind: 'drawing',
  files: [{ src: medium.placeholder, width: medium.width, type: 'image/webp' }],
});

/** Why something may be distressing, in the author's words, or empty where they said that it is and no more; null where nothing of it is. */
export function veiled(media: readonly Medium[]): string | null {
  const sensitive = media.filter(({ isSensitive }) => isSensitive);
  if (sensitive.length === 0) return null;
  return sensitive.map(({ sensitiveReason }) => sensitiveReason).find(Boolean) ?? '';
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

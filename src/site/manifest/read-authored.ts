import { join } from 'node:path';
import { licenceExpression } from '../../content/files/stated-licence.ts';
import { fileNamed, membersOf } from '../../content/files/story-files.ts';
import { DISK, readStories } from '../content/read-content.ts';
import { mediaTerms } from '../media/media-licences.ts';
import { dataTerms } from './data-terms.ts';
import type { Authored } from './licences.ts';

/** Reads what the authors of a site say of their stories and of what they put into `public/`. */
export async function readAuthored(root: string, publicFolder: string): Promise<Authored> {
  const [stories, publicFiles] = await Promise.all([
    readStories(join(root, 'content', 'stories')),
    DISK.list(publicFolder),
  ]);
  const terms = stories.map((raw) => {
    const { licence } = membersOf(fileNamed(raw, 'story.yaml')?.data);
    return [raw.slug, licenceExpression(typeof licence === 'string' ? licence : '')] as const;
  });
  const media = Object.assign({}, ...stories.map(mediaTerms));
  const data = Object.assign({}, ...stories.map(dataTerms));
  return { publicFiles: new Set(publicFiles), stories: Object.fromEntries(terms), media, data };
}

import { z } from 'astro/zod';
import { SLUG_PATTERN } from '../../content/files/raw.ts';
import { fileNamed, membersOf } from '../../content/files/story-files.ts';
import { type AuthoredLayer, authoredLayer } from '../../content/normalize/authored-layer.ts';
import { type ContentFolders, readAuthoredContent } from '../content/content-problems.ts';
import type { ReadEffects } from '../content/read-content.ts';

const name = z.string().regex(SLUG_PATTERN);
const askedSchema = z.strictObject({ story: name, layer: name, locale: z.string().max(35) });

/** @param asked anything; null where it names no layer of a story in a language that is read */
export async function findLayer(
  asked: unknown,
  folders: ContentFolders,
  effects: ReadEffects,
): Promise<AuthoredLayer | null> {
  const found = askedSchema.safeParse(asked);
  if (!found.success) return null;
  const { story: slug, layer, locale } = found.data;
  const { stories, context } = await readAuthoredContent(folders, effects);
  const raw = stories.find((one) => one.slug === slug);
  if (raw === undefined) return null;
  const { basemap } = membersOf(fileNamed(raw, 'story.yaml')?.data);
  const { regions = {} } = context.mapIndexes[String(basemap)] ?? {};
  return authoredLayer(raw, layer, { locale, regions });
}

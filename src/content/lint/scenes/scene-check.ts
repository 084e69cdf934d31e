import { definitionOf } from '../../../annotations/registry.ts';
import type { AnnotationBase } from '../../../story/annotation.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Place, Section, Story } from '../../../story/story.ts';
import type { Timeline } from '../../../story/timeline.ts';
import { annotationFields } from '../../files/annotation-fields.ts';
import { whereOf } from '../../files/fields.ts';
import { fileNamed, type StoryFiles } from '../../files/story-files.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import type { Where } from '../diagnostics/problems.ts';

/** A story made exact in one language, with the files it comes from. */
export interface SceneCheck {
  readonly files: StoryFiles;
  readonly story: Story;
  readonly timeline: Timeline;
  readonly mapIndex: MapIndex;
  readonly dir: Viewport['dir'];
}

/** Frames and layers stand in the default language's file, whatever language is read. */
export function frameWhere({ files, story }: SceneCheck, section: Section, field = 'frame'): Where {
  const path = section.file.replace(`${story.locale}/`, `${story.defaultLocale}/`);
  const file = fileNamed(files.raw, path);
  return file === undefined ? { file: `${files.raw.folder}/${path}` } : whereOf(files.raw, file, field);
}

function bodyOf({ files }: SceneCheck, section: Section): string {
  return scanBody(fileNamed(files.raw, section.file)?.body ?? '').prose;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a list stands beside may be covered by its card; what a ring is drawn round or a callout points at may not. */
function pointsAtPlace(annotation: AnnotationBase): boolean {
  const { isFixed, mustFit } = definitionOf(annotation);
  return isFixed || mustFit === true;
}

/** Places a section points at on the map or names in its text. */
export function placesNamed(check: SceneCheck, section: Section): readonly Place[] {
  const { story } = check;
  const prose = bodyOf(check, section);
  const pointed = new Set(
    annotationFields({ annotations: section.annotations.filter(pointsAtPlace) }).flatMap(({ field, value }) =>
      field.endsWith('.place') ? [value] : [],
    ),
  );
  return Object.values(story.places).filter(({ id, names }) => {
    const name = names[story.locale] ?? '';
    const isTold = name !== '' && new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'u').test(prose);
    return pointed.has(id) || isTold;
  });
}

import { fieldsOf, whereOf } from '../../files/fields.ts';
import type { StoryFiles } from '../../files/story-files.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

/** Texts that YAML ends at a ` #` where more words follow. */
export function checkCuts({ raw }: StoryFiles): readonly Problem[] {
  return raw.files.flatMap((file) =>
    fieldsOf(file.data).flatMap(({ field, value }) => {
      const rest = file.cuts?.[field];
      if (rest === undefined || typeof value !== 'string') return [];
      return [buildProblem('CutText', whereOf(raw, file, field), { text: value, rest })];
    }),
  );
}

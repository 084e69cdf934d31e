import type { FieldRole } from '../../annotations/fields.ts';
import { roleOfField } from '../schema/annotation.ts';
import { type Field, fieldsOf } from './fields.ts';
import { membersOf } from './story-files.ts';

/** A text in an annotation that names something or says something. */
export interface AnnotationField extends Field {
  readonly role: FieldRole;
  readonly value: string;
}

/** The texts of all annotations in a section's frontmatter that have a role. */
export function annotationFields(frontmatter: unknown): readonly AnnotationField[] {
  const { annotations } = membersOf(frontmatter);
  if (!Array.isArray(annotations)) return [];
  return annotations.flatMap((annotation: unknown, index) =>
    fieldsOf(annotation).flatMap(({ field, value }) => {
      const role = roleOfField(String(membersOf(annotation)['kind']), field);
      if (role === null || typeof value !== 'string') return [];
      return [{ field: `annotations.${index}.${field}`, value, role }];
    }),
  );
}

import { isWordField } from '../schema/annotation.ts';
import { type Field, fieldsOf } from './fields.ts';

const SECTION_WORDS =
  /^(title|kicker|standfirst|byline|description|listNote|sourceNote|mapDescription|phone\.mapDescription)$/;
const OF_ANNOTATION = /^annotations\.\d+\./;

export interface TextField extends Field {
  readonly value: string;
}

/** Whether a frontmatter field holds words for the reader. */
export function isTextField(field: string): boolean {
  return OF_ANNOTATION.test(field) ? isWordField(field.replace(OF_ANNOTATION, '')) : SECTION_WORDS.test(field);
}

/** The words for the reader in a section's frontmatter; empty ones are left out. */
export function textFieldsOf(frontmatter: unknown): readonly TextField[] {
  return fieldsOf(frontmatter).flatMap(({ field, value }) => {
    const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return isText && isTextField(field) ? [{ field, value: String(value) }] : [];
  });
}

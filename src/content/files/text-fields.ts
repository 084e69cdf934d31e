import { type Field, fieldsOf } from './fields.ts';

const TEXTS = [
  /^(title|kicker|standfirst|byline|description|listNote|sourceNote|mapDescription)$/,
  /^phone\.mapDescription$/,
  /^annotations\.\d+\.(head|body|label|partLabel|wholeLabel)$/,
  /^annotations\.\d+\.(items|events)\.\d+\.(label|note|head|body)$/,
  /^annotations\.\d+\.period\.(label|body)$/,
] as const;

export interface TextField extends Field {
  readonly value: string;
}

/** Whether a frontmatter field holds words for the reader. */
export function isTextField(field: string): boolean {
  return TEXTS.some((pattern) => pattern.test(field));
}

/** The words for the reader in a section's frontmatter; empty ones are left out. */
export function textFieldsOf(frontmatter: unknown): readonly TextField[] {
  return fieldsOf(frontmatter).filter(
    (field): field is TextField => typeof field.value === 'string' && field.value !== '' && isTextField(field.field),
  );
}

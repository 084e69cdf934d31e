import type { z } from 'astro/zod';

const LONGEST = 40;

/** A value as a message shows it: short, and as the author would write it. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  tuple: 'a list of fixed length',
};

/** Schemas that say themselves what they expect say it as a noun; zod's own sentences begin like these. */
const OWN_SENTENCE = /^(Invalid|Too (big|small)|Unrecognized)/;

/** What an issue of zod expected, as a noun. */
export function expectedIn(issue: z.core.$ZodIssue): string {
  if (!OWN_SENTENCE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return NOUNS[issue.expected] ?? `a ${issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      if (issue.origin === 'string') return 'a text that is not empty';
      if (issue.origin === 'array') return `a list of at least ${issue.minimum}`;
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum}`;
    default:
      return 'of another form';
  }
}

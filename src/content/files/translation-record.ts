import { fieldsOf } from './fields.ts';
import { nameOf } from './overlay.ts';
import { fileNamed, type MdxFile, membersOf, type StoryFiles } from './story-files.ts';
import { textFieldsOf } from './text-fields.ts';

/** What a translation was made from: by file and field, a digest of the default language's words. */
export type TranslationRecord = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Files that hold the words of all languages beside one another. */
const SHARED = ['story.yaml', 'facts.yaml'] as const;

/** 32 bits of FNV-1a: enough to notice a change, short enough to read in a list. White space does not count. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text.replace(/\s+/g, ' ').trim()) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** A field with the names of list items in place of their numbers, so that it stays the same when others come before it. */
function namedField(data: unknown, field: string): string {
  let value = data;
  const steps = field.split('.').map((step) => {
    const isItem = Array.isArray(value);
    value = membersOf(value)[step];
    return isItem ? String(nameOf(value) ?? step) : step;
  });
  return steps.join('.');
}

type Words = Readonly<Record<string, string>>;

/** A section's words by field; `text` is its prose. */
function wordsOf({ file }: MdxFile): Words {
  const fields = textFieldsOf(file.data).map(({ field, value }) => [namedField(file.data, field), value] as const);
  return Object.fromEntries(file.body.trim() === '' ? fields : [...fields, ['text', file.body]]);
}

/** The default language's words in a file, where the other language has words of its own. */
function sharedWords(data: unknown, defaultLocale: string, locale: string): Words {
  const pairs = fieldsOf(data).flatMap(({ field, value }) => {
    const { [defaultLocale]: own, [locale]: other } = membersOf(value);
    return typeof own === 'string' && typeof other === 'string' ? [[field, own] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function digests(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([field, text]) => [field, digestOf(text)]));
}

/** What each word of a translation would be translated from today. Only what is translated is in it. */
export function buildTranslationRecord(files: StoryFiles, locale: string): TranslationRecord {
  const { raw, mdx, defaultLocale } = files;
  const sections = mdx.flatMap((translation) => {
    const base = mdx.find(({ id, locale: own }) => id === translation.id && own === defaultLocale);
    if (translation.locale !== locale || base === undefined) return [];
    const translated = wordsOf(translation);
    const told = Object.entries(wordsOf(base)).filter(([field]) => translated[field] !== undefined);
    return [[translation.file.path, Object.fromEntries(told)] as const];
  });
  const shared = SHARED.map((path) => [path, sharedWords(fileNamed(raw, path)?.data, defaultLocale, locale)] as const);
  const all = [...sections, ...shared].filter(([, words]) => Object.keys(words).length > 0);
  return Object.fromEntries(all.map(([path, words]) => [path, digests(words)]));
}

import { countWords } from '../../../i18n/count-words.ts';
import { fallbacksOf, INTERFACE_LOCALE } from '../../../i18n/translate.ts';
import { fieldsOf, whereOf } from '../../files/fields.ts';
import { overlay } from '../../files/overlay.ts';
import { fileNamed, type MdxFile, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { isTextField, textFieldsOf } from '../../files/text-fields.ts';
import { scanBody } from '../../prose/mdx-body.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { unknownName } from './unknown-name.ts';

/** Interface texts by language; the default language of the interface has them all. */
export type InterfaceStrings = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const FACT_TEXT = /^[^.]+\.(qualifier|text|period|authority|note)$/;
const PLACE_NAMES = /^[^.]+\.names$/;
const MEDIA_TEXT = /\.(alt|caption)$/;
const SOURCE_TEXT = /^(sources\.[^.]+\.(label|title|publisher|cite)|corrections\.\d+\.text)$/;

/** The default language's frontmatter with every word removed: what stays empty under a translation is not translated. */
function wordless(value: unknown, path = ''): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => wordless(item, path === '' ? `${index}` : `${path}.${index}`));
  if (value === null || typeof value !== 'object') return isTextField(path) ? '' : value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([key, member]) => [key, wordless(member, path === '' ? key : `${path}.${key}`)]),
  );
}

function checkSection(base: MdxFile, locale: string, { raw, defaultLocale }: StoryFiles): readonly Problem[] {
  const path = base.file.path.replace(`${defaultLocale}/`, `${locale}/`);
  const file = fileNamed(raw, path);
  const missing = (field: string, words = 'has no text') =>
    buildProblem(
      'MissingTranslation',
      { ...whereOf(raw, base.file, field), file: `${raw.folder}/${path}`, line: null },
      { language: locale, missing: words },
    );
  if (file === undefined) return [missing('', 'This section does not exist')];
  if (file.fault !== null) return [];
  const laid = new Map(
    fieldsOf(overlay(wordless(base.file.data), file.data)).map(({ field, value }) => [field, value]),
  );
  const fields = textFieldsOf(base.file.data).filter(({ field }) => laid.get(field) === '');
  const hasBody = file.body.trim() !== '' || base.file.body.trim() === '';
  return [...fields.map(({ field }) => missing(field)), ...(hasBody ? [] : [missing('text')])];
}

/** A name, a date or a title may be the same in two languages; so many words are not. */
const MANY_WORDS = 6;

const languageOf = (locale: string): string => locale.replace(/-.*/, '');

/** Words of a translation that are still those of the default language. */
function checkSame(section: MdxFile, { raw, mdx, defaultLocale }: StoryFiles): readonly Problem[] {
  const base = mdx.find(({ id, locale }) => id === section.id && locale === defaultLocale);
  const { file, locale } = section;
  if (base === undefined || languageOf(locale) === languageOf(defaultLocale)) return [];
  const textsOf = ({ data, body }: MdxFile['file']): readonly (readonly [field: string, text: string])[] => [
    ...textFieldsOf(data).map(({ field, value }) => [field, value] as const),
    ['text', scanBody(body).prose.replace(/\s+/g, ' ').trim()],
  ];
  const original = new Set(textsOf(base.file).map(([, text]) => text));
  const same = textsOf(file).filter(([, text]) => countWords(text) >= MANY_WORDS && original.has(text));
  const [[field, text] = ['', '']] = same;
  if (same.length === 0) return [];
  const where = whereOf(raw, file, field === 'text' ? '' : field);
  return [buildProblem('UntranslatedText', where, { language: locale, text, count: same.length })];
}

/** Annotations of a translation that the default language does not have. */
function checkAnnotationIds(section: MdxFile, { raw, mdx, defaultLocale }: StoryFiles): readonly Problem[] {
  const base = mdx.find(({ id, locale }) => id === section.id && locale === defaultLocale);
  const listed = (data: unknown) => {
    const { annotations } = membersOf(data);
    return Array.isArray(annotations) ? annotations.map(membersOf) : [];
  };
  const ids = listed(base?.file.data).map(({ id, kind }) => String(id ?? kind));
  return listed(section.file.data).flatMap(({ id }, index) => {
    if (typeof id !== 'string' || ids.includes(id)) return [];
    const where = whereOf(raw, section.file, `annotations.${index}.id`);
    return [unknownName('UnknownAnnotation', where, id, ids)];
  });
}

const WORD_FIELDS = ['head', 'body', 'label', 'partLabel', 'wholeLabel', 'items', 'events', 'period', 'note'];

/** A translation may change words and nothing else: what the map draws is the same in every language. */
function checkOnlyWords({ file }: MdxFile, { raw }: StoryFiles): readonly Problem[] {
  return fieldsOf(file.data).flatMap(({ field, value }) => {
    const isOfAnnotation = /^annotations\.\d+\./.test(field);
    const isName = /\.(id|kind)$/.test(field);
    if (!isOfAnnotation || isName || isTextField(field) || (value !== null && typeof value === 'object')) return [];
    const name = field.slice(field.lastIndexOf('.') + 1);
    return [unknownName('UnknownField', whereOf(raw, file, field), name, WORD_FIELDS)];
  });
}

/** Words in the YAML files: facts and places need one text for each language; a source may be named alike in all. */
function checkDocument(files: StoryFiles, path: string, locale: string): readonly Problem[] {
  const file = fileNamed(files.raw, path);
  if (file === undefined) return [];
  return fieldsOf(file.data).flatMap(({ field, value }) => {
    const isFact = path === 'facts.yaml' && FACT_TEXT.test(field);
    const isName = path === 'places.yaml' && PLACE_NAMES.test(field);
    const isSource = path === 'story.yaml' && SOURCE_TEXT.test(field);
    const isMedia = path === 'media/media.yaml' && MEDIA_TEXT.test(field);
    const isPlain = typeof value === 'string' || typeof value === 'number';
    if (!(isFact || isName || isSource || isMedia) || value === '' || (isPlain && isSource)) return [];
    const hasText = isPlain ? locale === files.defaultLocale : typeof membersOf(value)[locale] === 'string';
    if (hasText) return [];
    return [
      buildProblem('MissingTranslation', whereOf(files.raw, file, field), { language: locale, missing: 'has no text' }),
    ];
  });
}

/** One message for a language, with the list of what it lacks; another region's texts of the same language will do. */
function checkInterface(locale: string, strings: InterfaceStrings): readonly Problem[] {
  const near = fallbacksOf(locale).filter((tag) => strings[tag] !== undefined);
  const keys = Object.keys(strings[INTERFACE_LOCALE] ?? {}).filter((key) =>
    near.every((tag) => strings[tag]?.[key] === undefined),
  );
  if (keys.length === 0) return [];
  return [buildProblem('MissingInterfaceStrings', { file: `src/i18n/strings/${locale}.json` }, { keys })];
}

/** Every language story.yaml lists must be there in full: sections, annotations, ledger, gazetteer and interface. */
export function checkTranslations(files: StoryFiles, strings: InterfaceStrings): readonly Problem[] {
  const { mdx, locales, defaultLocale } = files;
  const own = mdx.filter(({ locale }) => locale === defaultLocale);
  const others = locales.filter((locale) => locale !== defaultLocale);
  return [
    ...locales.flatMap((locale) => [
      ...checkInterface(locale, strings),
      ...['facts.yaml', 'places.yaml', 'story.yaml', 'media/media.yaml'].flatMap((path) =>
        checkDocument(files, path, locale),
      ),
    ]),
    ...others.flatMap((locale) => own.flatMap((section) => checkSection(section, locale, files))),
    ...mdx
      .filter(({ locale }) => locale !== defaultLocale)
      .flatMap((section) => [
        ...checkAnnotationIds(section, files),
        ...checkOnlyWords(section, files),
        ...checkSame(section, files),
      ]),
  ];
}

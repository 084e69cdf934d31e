import { kind, type NameFound } from './problem-kind.ts';

interface Detail {
  readonly detail: string;
}

/** Mistakes in files, their names and their form. */
export const FILE_PROBLEMS = {
  BadFileName: kind<{ readonly expected: string }>(
    'A file or folder name the story cannot use',
    ({ expected }) => `This name means nothing in a story, so the file would be left out. Expected: ${expected}.`,
    () => 'Rename it, or move it out of the story.',
  ),
  DateNotIso: kind<{ readonly found: string }>(
    'A date that is not written year-month-day',
    ({ found }) => `is ${found}, which is not an ISO date.`,
    () => 'Write the year, month and day, such as `2019-12-27`.',
  ),
  DuplicateAnnotationId: kind<{ readonly id: string; readonly other: string }>(
    'Two annotations of a section with one id',
    ({ id, other }) =>
      `is \`${id}\`, which \`${other}\` is already called. Without an \`id\` an annotation is called by its kind.`,
    () => 'Give one of them an `id` of its own.',
  ),
  DuplicateSectionId: kind<{ readonly id: string; readonly other: string }>(
    'Two sections with one name',
    ({ id, other }) =>
      `This section is called \`${id}\`, and so is \`${other}\`. The name becomes the section's address in the page.`,
    () => 'Rename one of the files.',
  ),
  DuplicateSectionNumber: kind<{ readonly number: number; readonly other: string }>(
    'Two sections with one number',
    ({ number, other }) => `This section has number ${number}, and so has \`${other}\`. Numbers give the order.`,
    () => 'Give one of the files another number.',
  ),
  UnusableKind: kind<Detail>(
    'A kind of the story’s own that cannot be used',
    ({ detail }) => `This is no kind of annotation or chart: ${detail}.`,
    () => 'See content/guide/own-kinds.md. What several kinds share goes into a folder below.',
  ),
  KindBreaksLaw: kind<{ readonly kind: string; readonly law: string; readonly screens: string }>(
    'A kind of the story’s own that breaks a law of kinds',
    ({ kind: name, law, screens }) => `is of the kind \`${name}\`, and ${screens} ${law}.`,
    () => 'Mend the kind; content/guide/own-kinds.md says what every kind must keep.',
  ),
  InvalidValue: kind<{ readonly found: string; readonly expected: string }>(
    'A value of the wrong kind',
    ({ found, expected }) => `is ${found}, but must be ${expected}.`,
    () => 'Change the value.',
  ),
  MalformedBasemap: kind<Detail>(
    'A basemap that cannot be read',
    ({ detail }) => `This is no basemap: ${detail}.`,
    () => 'Make it anew with `npm run basemap`, or take the file out of `public/basemap/`.',
  ),
  MalformedGeoJson: kind<Detail & { readonly cure?: string }>(
    'A data file that is not GeoJSON',
    ({ detail }) => `This is not the GeoJSON a story can draw: ${detail}.`,
    ({ cure }) => cure ?? 'Save it as a FeatureCollection of points, lines and areas.',
  ),
  MalformedYaml: kind<Detail>(
    'YAML that cannot be read',
    ({ detail }) => `This is not YAML: ${detail}.`,
    () => 'Look at this line and its neighbours: indentation, colons and quotation marks.',
  ),
  MissingDataSource: kind<{ readonly member: string; readonly isTable?: boolean }>(
    'A data file that does not say where it comes from',
    ({ member }) =>
      `is missing. Everything on the map must say ${member === 'licence' ? 'on which terms it is used' : 'where it comes from'}.`,
    ({ member, isTable }) =>
      isTable
        ? `Name the file in \`data/sources.yaml\`, with its \`${member}\`.`
        : `Add "${member}" beside "type": "FeatureCollection", or name the file in \`data/sources.yaml\`.`,
  ),
  MissingField: kind<{ readonly expected: string }>(
    'A field that must be there',
    ({ expected }) => `is missing. It must be ${expected}.`,
    () => 'Add it.',
  ),
  MissingFile: kind<Record<never, never>>(
    'A file every story needs',
    () => 'This file is missing.',
    () => 'Create it.',
  ),
  NoSuchDate: kind<{ readonly found: string }>(
    'A date that does not exist',
    ({ found }) => `says ${found}, a day or month the calendar does not have.`,
    () => 'Correct the day or the month.',
  ),
  NotUtf8: kind<Record<never, never>>(
    'A file that is not UTF-8',
    () => 'This file is not saved as UTF-8, so its letters cannot be told.',
    () => 'Save it again with the encoding UTF-8.',
  ),
  ReversedSpan: kind<{ readonly found: string }>(
    'A span that ends before it begins',
    ({ found }) => `says ${found}, which ends before it begins.`,
    () => 'Write the earlier or smaller one first.',
  ),
  SameDataName: kind<{ readonly other: string }>(
    'Two data files with one name',
    ({ other }) =>
      `This file is called like \`${other}\` but for its ending, and sections and charts name files without it.`,
    () => 'Rename one of them.',
  ),
  UnknownField: kind<NameFound>(
    'A field that does not exist',
    () => 'is not a field that belongs here.',
    ({ suggestion }) => suggestion,
  ),
  UnreadableShapes: kind<Detail>(
    'A file of shapes that cannot be read',
    ({ detail }) => `This cannot be read as ${detail}.`,
    () => 'Save it once more, or save it as GeoJSON in QGIS.',
  ),
};

import type { z } from 'astro/zod';
import { whereOf } from '../../files/fields.ts';
import { listNames, nearestName } from '../../files/nearest.ts';
import { type RawFile, type RawStory, roleOf } from '../../files/raw.ts';
import { fileNamed, type KnownFile, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { otherForm } from '../../geometry/other-form.ts';
import { ANNOTATION_KINDS, annotationSchema } from '../../schema/annotation.ts';
import { dataSchema, parseData } from '../../schema/data.ts';
import { dataSourcesSchema, factsSchema, placesSchema, storySchema } from '../../schema/documents.ts';
import { layersFileSchema } from '../../schema/layers.ts';
import { mediaSchema } from '../../schema/media.ts';
import {
  openingSchema,
  pageSchema,
  sectionSchema,
  translatedOpeningSchema,
  translatedSectionSchema,
} from '../../schema/section.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { checkShape } from './check-shape.ts';

const DOCUMENTS = {
  story: storySchema,
  facts: factsSchema,
  places: placesSchema,
  'media-list': mediaSchema,
  'data-sources': dataSourcesSchema,
  layers: layersFileSchema,
} as const;

function mdxSchema(file: RawFile, isOpening: boolean, isTranslation: boolean): z.ZodType {
  if (isTranslation) return isOpening ? translatedOpeningSchema : translatedSectionSchema;
  if (isOpening) return openingSchema;
  return membersOf(file.data)['page'] === true ? pageSchema : sectionSchema;
}

/** Kinds that a story has files for, whether they can be used or not. */
const ownKindsOf = ({ files }: RawStory): readonly string[] =>
  files.flatMap(({ path }) => {
    const role = roleOf(path);
    return role.role === 'kind' ? [role.name] : [];
  });

function checkAnnotations(raw: RawStory, file: RawFile): readonly Problem[] {
  const annotations = membersOf(file.data)['annotations'];
  if (!Array.isArray(annotations)) return [];
  return annotations.flatMap((data: unknown, index) => {
    const { kind } = membersOf(data);
    if (typeof kind !== 'string') return [];
    const prefix = `annotations.${index}`;
    const schema = annotationSchema(kind);
    if (schema !== undefined) return checkShape({ raw, file, schema, data, prefix });
    const kinds = [...ownKindsOf(raw), ...ANNOTATION_KINDS];
    const nearest = nearestName(kind, kinds);
    const all = listNames(kinds, kinds.length);
    const suggestion = nearest === null ? all : `Did you mean \`${nearest}\`? ${all}`;
    return [buildProblem('UnknownAnnotationKind', whereOf(raw, file, `${prefix}.kind`), { name: kind, suggestion })];
  });
}

/** What a data file says of itself; its features are judged by `check-data.ts`. */
function checkMembers(raw: RawStory, file: RawFile): readonly Problem[] {
  const other = otherForm(file.data);
  if (other !== null) return [buildProblem('MalformedGeoJson', whereOf(raw, file), other)];
  const listed = membersOf(membersOf(fileNamed(raw, 'data/sources.yaml')?.data)[file.path.slice('data/'.length)]);
  const missing = (['source', 'licence'] as const).filter((member) => {
    const value = membersOf(file.data)[member] ?? listed[member];
    return value === undefined || value === '';
  });
  const shape = checkShape({ raw, file, schema: dataSchema, data: file.data }, parseData(file.data).members);
  return [
    ...missing.map((member) => buildProblem('MissingDataSource', whereOf(raw, file, member), { member })),
    ...shape.map(({ field, message }) =>
      buildProblem('MalformedGeoJson', whereOf(raw, file), {
        detail: `\`${field}\` ${message}`.replace(/\.$/, ''),
      }),
    ),
  ];
}

function checkKnown({ file, role }: KnownFile, { raw, defaultLocale }: StoryFiles): readonly Problem[] {
  if (file.fault !== null) return [];
  switch (role.role) {
    case 'story':
    case 'facts':
    case 'places':
    case 'media-list':
    case 'data-sources':
    case 'layers':
      return checkShape({ raw, file, schema: DOCUMENTS[role.role], data: file.data });
    case 'data':
      return checkMembers(raw, file);
    case 'opening':
    case 'section': {
      const isTranslation = role.locale !== defaultLocale;
      const schema = mdxSchema(file, role.role === 'opening', isTranslation);
      const shape = checkShape({ raw, file, schema, data: file.data });
      return isTranslation ? shape : [...shape, ...checkAnnotations(raw, file)];
    }
    default:
      return [];
  }
}

/** Each file against its schema. */
export function checkShapes(files: StoryFiles): readonly Problem[] {
  return files.known.flatMap((known) => checkKnown(known, files));
}

import { z } from 'astro/zod';
import { MAX_CATEGORIES, RAMPS } from '../../data/scales/ramps.ts';
import type { ScaleSpec } from '../../data/scales/scale.ts';
import { textSchema } from './documents.ts';

const column = z.string().min(1, { error: 'the name of a column' });
const file = z.string().regex(/^data\/[a-z0-9-]+\.[a-z0-9]+$/, {
  error: 'a file of the story such as `data/districts.geojson`',
});
const shapeFile = z.string().regex(/^data\/[a-z0-9-]+\.[a-z0-9]+(#.+)?$/, {
  error:
    'a file of the story such as `data/districts.geojson`, or of a file with several objects `data/country.topojson#districts`',
});
const shapes = z.union([shapeFile, z.literal('regions')], {
  error: 'a file of the story such as `data/districts.geojson`, or `regions` for those of the basemap',
});

const pixels = z.number().min(0.5).max(24);
const columnOrPixels = z.union([column, pixels], {
  error: 'the name of a column, or one measure for all in pixels from 0.5 to 24',
});

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'a colour such as #C8661F' });

/** Scales of colours. */
export const CLASS_SCALES = [
  'quantile',
  'jenks',
  'equal',
  'breaks',
  'continuous',
  'diverging',
  'categories',
] as const satisfies readonly ScaleSpec['kind'][];

/** What a scale of colours is made of; a field that stands in a file may be left out there. */
export const scaleFields = {
  classes: z.number().int().min(2).max(12),
  colors: z
    .union([z.enum(RAMPS as [string, ...string[]]), z.array(color).min(2).max(12)], {
      error: `the name of a ramp (${RAMPS.join(', ')}), or a list of colours such as ["#F5D8AE", "#7B2F0C"]`,
    })
    .nullable(),
  breaks: z.array(z.number()).min(1),
  middle: z.number(),
};

const scaleSchema = z
  .strictObject({
    kind: z.enum([...CLASS_SCALES, 'area', 'radius']).optional(),
    classes: scaleFields.classes.default(5),
    colors: scaleFields.colors.default(null),
    breaks: scaleFields.breaks.optional(),
    middle: scaleFields.middle.optional(),
    /** Radius, height or width of the largest, in CSS pixels. */
    max: z.number().positive().max(80).optional(),
  })
  .refine(({ kind, breaks }) => kind !== 'breaks' || breaks !== undefined, {
    path: ['breaks'],
    error: 'the numbers at which classes begin, such as [10, 50, 100]',
  })
  .refine(({ kind, middle }) => kind !== 'diverging' || middle !== undefined, {
    path: ['middle'],
    error: 'the value in the middle, from which both sides are told, such as 0',
  });

const onSchema = z.union([column, z.tuple([column, column])], {
  error: 'the column that both have, or [property of the shapes, column of the table]',
});

const timeSchema = z.union(
  [
    column.transform((name) => ({ column: name, by: null, keep: false })),
    z.strictObject({
      column,
      by: z.enum(['year', 'month', 'day']).nullable().default(null),
      keep: z.boolean().default(false),
    }),
  ],
  { error: 'the column of the times, or `column` with `by` (year, month or day) and `keep`' },
);

const perSchema = z.union(
  [
    column.transform((name) => ({ column: name, times: 100 })),
    z.strictObject({ column, times: z.number().positive().default(1) }),
  ],
  { error: 'the column to divide by, or `column` with `times`, such as 1000' },
);

/** So many names at most find room on a map. */
const MOST_NAMES = 100;

const NAMES_SAID = { error: '`top 5`, or another number up to 99; `all` or `none`' };

/** How many of the highest are named on the map. */
const namesSchema = z
  .string(NAMES_SAID)
  .regex(/^(none|all|top [1-9]\d?)$/, NAMES_SAID)
  .default('none')
  .transform((said) => (said === 'none' ? 0 : said === 'all' ? MOST_NAMES : Number(said.slice('top '.length))));

const ONE_OF = ['areas', 'points', 'lines'] as const;

const layerSchema = z
  .strictObject({
    areas: shapes.optional(),
    points: shapeFile.optional(),
    lines: shapeFile.optional(),
    join: z.strictObject({ table: file, on: onSchema }).optional(),
    /** Columns of longitude and latitude. */
    at: z.tuple([column, column], { error: '[column of the longitude, column of the latitude]' }).optional(),
    /** Columns that name places of `places.yaml`. */
    from: column.optional(),
    to: column.optional(),
    value: column.optional(),
    per: perSchema.optional(),
    size: columnOrPixels.optional(),
    width: columnOrPixels.optional(),
    shape: z.enum(['circle', 'half-circle', 'spike']).default('circle'),
    color: column.optional(),
    show: z.enum(['density', 'grid']).optional(),
    cell: z
      .strictObject({
        form: z.enum(['hexagons', 'squares']).default('hexagons'),
        kilometres: z.number().positive().default(10),
      })
      .prefault({}),
    scale: scaleSchema.prefault({}),
    /** Names of categories for readers, in their order. */
    categories: z.record(z.string(), textSchema).default({}),
    time: timeSchema.optional(),
    name: z.union([column, z.record(z.string(), column)]).optional(),
    names: namesSchema,
    label: textSchema,
    sizeLabel: textSchema.default(''),
    /** As in `facts.yaml`, or in words, which may be other ones in each language. */
    unit: textSchema.default(''),
    /** Id of a source of story.yaml; without it the files' own sources stand in the legend. */
    source: z.string().optional(),
    /** Fewer people than this in one place could be known by it. */
    smallNumbers: z.number().int().min(0).optional(),
    /** Whether readers may take its table with them as CSV. */
    download: z.boolean().default(false),
    /** The author's own words in place of the sentence that is made. */
    words: textSchema.optional(),
  })
  .refine((layer) => ONE_OF.filter((name) => layer[name] !== undefined).length === 1, {
    path: ['areas'],
    error: `there alone, or \`points\` or \`lines\` in its place: a layer has one of ${ONE_OF.join(', ')}`,
  })
  .refine((layer) => layer.shape === 'circle' || (layer.points !== undefined && typeof layer.size === 'string'), {
    path: ['shape'],
    error: 'there beside `points` and a column of `size` alone: half circles and spikes are as large as their figures',
  })
  .refine(({ names, points, show }) => names === 0 || (points !== undefined && show === undefined), {
    path: ['names'],
    error: 'there beside `points` that are not counted alone: areas and lines tell their names in the table',
  })
  .refine(({ shape, scale }) => shape !== 'spike' || (scale.kind !== 'area' && scale.kind !== 'radius'), {
    path: ['scale', 'kind'],
    error: 'left out of a layer of spikes, or a kind of its colours: spikes are compared by their heights',
  })
  .refine((layer) => (layer.from === undefined) === (layer.to === undefined), {
    path: ['to'],
    error: 'there beside `from`: a flow goes from a place to a place',
  });

/** `layers.yaml` */
export const layersFileSchema = z.record(
  z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'a name in small letters, digits and hyphens' }),
  layerSchema,
);

/** More kinds than these no reader tells apart by colour. */
export { MAX_CATEGORIES };

export type RawLayer = z.infer<typeof layerSchema>;

/** The column that `size` or `width` names; undefined where it is one measure for all. */
export const sizeColumn = (said: RawLayer['size']): string | undefined => (typeof said === 'string' ? said : undefined);

const share = z.number().min(0).max(1);
const time = z.union([z.string(), z.number()]).transform(String);
const cell = z.union([z.string(), z.number()]);

const shownSchema = z
  .strictObject({
    layer: z.string(),
    at: time.optional(),
    from: time.optional(),
    to: time.optional(),
    highlight: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
    dim: share.default(0.3),
    filter: z.record(z.string(), z.union([cell.transform((one) => [one]), z.array(cell)])).default({}),
    opacity: share.default(1),
    legend: z.boolean().default(true),
  })
  .refine(
    ({ at, from, to }) => (at === undefined || from === undefined) && (from === undefined) === (to === undefined),
    {
      path: ['at'],
      error: 'there alone, or `from` and `to` together in its place',
    },
  );

/** What a section shows of data layers. */
export const sectionDataSchema = z.array(
  z.union([z.string().transform((layer) => shownSchema.parse({ layer })), shownSchema], {
    error: 'the name of a layer of layers.yaml, or `layer` with `at`, `from` and `to`, `highlight`, `dim` or `filter`',
  }),
);

export type RawSectionData = z.infer<typeof sectionDataSchema>[number];

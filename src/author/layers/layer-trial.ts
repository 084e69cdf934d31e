import { type PublishedData, publishData } from '../../basemap/data/publish-data.ts';
import type { ScaleEdit } from '../../content/files/edit.ts';
import type { AuthoredLayer } from '../../content/normalize/authored-layer.ts';
import { legendTexts } from '../../content/normalize/section-data.ts';
import { buildLayer } from '../../data/layers/build-layer.ts';
import type { ScaleSpec } from '../../data/scales/scale.ts';
import type { ArrivedSource } from '../../reader/sources/read-source.ts';
import type { DataLayer } from '../../story/data/data-layer.ts';
import { dataViews } from '../../story/data/layer-view.ts';
import type { MapSource } from '../../story/sources/map-source.ts';
import type { Section, Story } from '../../story/story.ts';

/** What an author chooses of a scale of colours. */
export type ScaleChoice = Omit<ScaleSpec, 'categories'>;

/** A data layer with a scale that is tried, as a section shows it. */
export interface LayerTrial {
  readonly layer: DataLayer;
  readonly published: PublishedData;
}

/** The layer as the choice would make it. */
export function layerWith({ spec, shapes }: AuthoredLayer, choice: ScaleChoice, locale: string): DataLayer {
  return buildLayer({ ...spec, scale: { ...spec.scale, ...choice } }, shapes, locale);
}

/** @param zoom the nearest that screens see the section at */
export function tryLayer(layer: DataLayer, section: Section, zoom: number): LayerTrial {
  const views = dataViews([section]).filter((view) => view.layer === layer.id);
  return { layer, published: publishData(layer, views, zoom) };
}

const idOf = ({ layer }: LayerTrial): string => `data-${layer.id}`;

function sourceWith(source: MapSource, trial: LayerTrial): MapSource {
  if (source.type !== 'data' || source.id !== idOf(trial)) return source;
  const { views, colors, bounds } = trial.published;
  return { ...source, views: { ...source.views, ...views }, colors, bounds };
}

function sectionWith(section: Section, { layer }: LayerTrial): Section {
  const data = section.data?.find((shown) => shown.layer === layer.id);
  if (!data) return section;
  const told = legendTexts(data, layer);
  const annotations = section.annotations.map((annotation) =>
    annotation.id === `legend-${layer.id}` ? { ...annotation, ...told } : annotation,
  );
  return { ...section, annotations };
}

/** The story with the layer as it is tried: its colours, what is painted in a section, and all its legends. */
export const withTrial = (story: Story, trial: LayerTrial): Story => ({
  ...story,
  mapSources: (story.mapSources ?? []).map((source) => sourceWith(source, trial)),
  sections: story.sections.map((section) => sectionWith(section, trial)),
});

/** What has come, with the shapes of the trial in place of the layer's own. */
export const filesWith = (arrived: readonly ArrivedSource[], trial: LayerTrial): readonly ArrivedSource[] =>
  arrived.map((one) =>
    one.type === 'data' && one.source.id === idOf(trial)
      ? { ...one, source: sourceWith(one.source, trial), file: trial.published.file }
      : one,
  );

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that a kind of scale reads. */
export const FIELDS: Readonly<Record<ScaleSpec['kind'], readonly ('classes' | 'breaks' | 'middle')[]>> = {
  quantile: ['classes'],
  jenks: ['classes'],
  equal: ['classes'],
  breaks: ['breaks'],
  continuous: [],
  diverging: ['classes', 'middle'],
  categories: [],
};

/** What the file must say for a scale to be as it was chosen; null where it says so already. */
export function changesOf({ spec: { scale } }: AuthoredLayer, choice: ScaleChoice): ScaleEdit['scale'] | null {
  const isNew = choice.kind !== scale.kind;
  const { classes, breaks, middle, colors } = choice;
  const read = { classes, breaks: [...breaks], middle };
  const fields = FIELDS[choice.kind].filter(
    (field) => !isSame(read[field], scale[field]) || (isNew && field !== 'classes'),
  );
  const changes = {
    ...(isNew ? { kind: choice.kind } : {}),
    ...Object.fromEntries(fields.map((field) => [field, read[field]])),
    ...(isSame(colors, scale.colors) || colors === null
      ? {}
      : { colors: typeof colors === 'string' ? colors : [...colors] }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

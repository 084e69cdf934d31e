import { buildLayer } from '../../../data/layers/build-layer.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import type { TableReading } from '../../../story/table.ts';
import { membersOf, type StoryFiles } from '../../files/story-files.ts';
import { layerInput } from '../../normalize/layer-input.ts';
import { layerSpec } from '../../normalize/normalize-layers.ts';
import { sectionDataSchema } from '../../schema/layers.ts';
import { type CheckedLayer, checkedLayers } from './checked-layer.ts';

/** Figures that a layer tells of its shapes: its rates, too. */
function figuresOf({ id, layer, context, files: { defaultLocale: locale } }: CheckedLayer): readonly number[] {
  const input = layerInput(layer, context);
  const spec = layerSpec(id, layer, context, input, { locale, figure: String, say: () => '', sources: {} });
  const { slices } = buildLayer(spec, input.shapes, locale);
  return slices.flatMap(({ features }) =>
    features.flatMap(({ value, size }) => [value, size].filter((cell) => typeof cell === 'number')),
  );
}

/** Figures of the tables that a section's charts are drawn from. */
function chartFigures(frontmatter: unknown, { known }: StoryFiles): readonly number[] {
  const { annotations } = membersOf(frontmatter);
  const named = (Array.isArray(annotations) ? annotations : []).map((one) => membersOf(one)['table']);
  return known.flatMap(({ file, role }) => {
    if (role.role !== 'table' || file.fault !== null || !named.includes(file.path)) return [];
    const { rows } = (file.data as TableReading).table;
    return rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'number'));
  });
}

/** Figures that the data layers and charts of a section show: their files say where they come from, as the ledger does. */
export function dataFigures(frontmatter: unknown, files: StoryFiles, mapIndex: MapIndex | null): ReadonlySet<number> {
  const shown = sectionDataSchema.safeParse(membersOf(membersOf(frontmatter)['layers'])['data']);
  const names = new Set(shown.success ? shown.data.map(({ layer }) => layer) : []);
  const layers = names.size === 0 ? [] : (checkedLayers(files, mapIndex) ?? []).filter(({ id }) => names.has(id));
  return new Set([...layers.flatMap(figuresOf), ...chartFigures(frontmatter, files)]);
}

import type { LayerSpec } from '../../src/data/layers/layer-spec.ts';

/** A layer of areas that counts people, as its author would define it. */
export const layerSpec = (more: Partial<LayerSpec> = {}): LayerSpec => ({
  id: 'counted',
  show: 'areas',
  name: 'name',
  value: 'people',
  per: null,
  size: null,
  plainPx: null,
  sizeKind: 'area',
  shape: 'circle',
  maxPx: 24,
  scale: { kind: 'equal', classes: 3, colors: null, breaks: [], middle: 0, categories: [] },
  time: null,
  categoryNames: {},
  cell: { form: 'hexagons', kilometres: 10 },
  label: 'People',
  sizeLabel: '',
  unit: 'people',
  source: 'Counted here',
  isOffered: false,
  ...more,
});

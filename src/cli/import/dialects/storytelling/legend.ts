import type { Field } from '../../input/field.ts';
import type { Block, KeyRow } from '../imported-story.ts';

const LABELS = ['label', 'title', 'name', 'text', 'value', 'description'] as const;
const COLORS = ['color', 'colour', 'fill', 'backgroundColor', 'stroke'] as const;

function rowOf(item: Field): readonly KeyRow[] {
  if (!item.isObject) {
    if (!item.has) return [];
    item.kept('in the colour key');
    return [{ label: item.text, color: '' }];
  }
  const [label, color] = [item.first(...LABELS), item.first(...COLORS)];
  label.kept('in the colour key, or the legend of its layer');
  color.kept('as a swatch of it');
  return label.has ? [{ label: label.text, color: color.text }] : [];
}

/** A legend, whatever its form: HTML, a list of rows, or rows under a title. */
export function keyBlocks(legend: Field): readonly Block[] {
  if (typeof legend.value === 'string' && legend.has) {
    legend.kept('its words stand below the text');
    return [{ kind: 'html', html: legend.text, from: legend }];
  }
  const list = Array.isArray(legend.value) ? legend : legend.first('items', 'entries', 'rows', 'values');
  const rows = list.items.flatMap(rowOf);
  const title = legend.isObject ? legend.first('title', 'name') : null;
  title?.kept('the title of the colour key');
  return rows.length === 0 ? [] : [{ kind: 'key', title: title?.text ?? '', rows }];
}

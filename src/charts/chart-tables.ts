import { formatNumber, formatPercent } from '../i18n/format.ts';
import { translate } from '../i18n/translate.ts';
import type { Annotation, DotsAnnotation, Fact, ShareAnnotation, StruckListAnnotation } from '../story/story.ts';
import { inventoryTable } from './inventory/inventory.ts';
import { numeralParts } from './numeral.ts';
import type { ChartTable } from './table.ts';
import { timelineTable } from './timeline/timeline.ts';

export interface TableContext {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly locale: string;
  /** Stands over a table whose chart has no words of its own for it. */
  readonly sectionTitle: string;
}

function shareRows(annotation: ShareAnnotation, { locale }: TableContext): ChartTable {
  const { part, whole, partLabel, wholeLabel } = annotation;
  const exact = formatPercent(Math.round((part / whole) * 100), locale);
  const share = {
    exact,
    'more-than': translate('moreThanShare', locale, { share: exact }),
    nearly: translate('nearlyShare', locale, { share: exact }),
  }[annotation.exactness];
  return {
    caption: wholeLabel,
    head: [translate('what', locale), translate('share', locale)],
    rows: [
      [partLabel, share],
      [wholeLabel, formatPercent(100, locale)],
    ],
  };
}

function dotsRows(annotation: DotsAnnotation, context: TableContext): ChartTable {
  const { facts, locale, sectionTitle } = context;
  const fact = facts[annotation.fact];
  if (fact === undefined || fact.value === null) return { caption: '', head: [], rows: [] };
  const { qualifier, figure } = numeralParts(fact, locale);
  const count = formatNumber(Math.round(fact.value / annotation.per), locale);
  return {
    caption: sectionTitle,
    head: [translate('dots', locale), translate('eachStandsFor', locale), translate('whole', locale)],
    rows: [[count, annotation.label, `${qualifier} ${figure}`.trim()]],
  };
}

const struckRows = (annotation: StruckListAnnotation, { locale, sectionTitle }: TableContext): ChartTable => ({
  caption: sectionTitle,
  head: [translate('what', locale), translate('serviceState', locale)],
  rows: annotation.items.map(({ label, note }) => [label, note]),
});

function tableOf(annotation: Annotation, context: TableContext): ChartTable | null {
  const { locale, sectionTitle } = context;
  switch (annotation.kind) {
    case 'timeline':
      return {
        ...timelineTable(annotation, context),
        head: [translate('period', locale), translate('event', locale)],
      };
    case 'inventory':
      return { ...inventoryTable(annotation), caption: sectionTitle, head: [translate('drawnThings', locale)] };
    case 'share':
      return shareRows(annotation, context);
    case 'dots':
      return dotsRows(annotation, context);
    case 'struck-list':
      return struckRows(annotation, context);
    default:
      return null;
  }
}

/** What a section's charts show, as tables in drawing order; a map's annotations have none. */
export function chartTables(annotations: readonly Annotation[], context: TableContext): readonly ChartTable[] {
  return annotations.flatMap((annotation) => {
    const table = tableOf(annotation, context);
    return table === null || table.rows.length === 0 ? [] : [table];
  });
}

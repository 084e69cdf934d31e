import type { AnnotationOf } from '../../annotations/define.ts';
import type { ScreenContext } from '../../labels/rest-context.ts';
import type { BlockPart } from '../../labels/texts/text-block.ts';
import type { PathMark } from '../../marks/mark.ts';
import { numeralParts } from '../../story/numeral-parts.ts';
import type { ReadingBox } from '../reading-box.ts';
import type { timelineSchema } from './timeline-schema.ts';

export type Timeline = AnnotationOf<typeof timelineSchema>;
export type TimelineEvent = Timeline['events'][number];
export type Period = NonNullable<Timeline['period']>;

export function stroke(
  reading: ReadingBox,
  name: string,
  d: string,
  width: number,
  drawn: number,
  tone: 'ink' | 'red' = 'ink',
): PathMark {
  return {
    type: 'path',
    key: `${reading.key}/${name}`,
    d,
    stroke: tone,
    strokeWidth: width,
    ...(drawn < 1 ? { drawn } : {}),
  };
}

/** The figure of the period as it always stands: qualifier, figure, label, body. */
export function numeralText(period: Period, context: ScreenContext, form: 'full' | 'figure'): readonly BlockPart[] {
  const fact = context.facts[period.fact];
  const { qualifier, figure } = fact === undefined ? { qualifier: '', figure: '' } : numeralParts(fact, context.locale);
  const head: readonly BlockPart[] = [
    { text: qualifier, role: 'caption', tone: 'ink' },
    { text: figure, role: 'chart-numeral', tone: 'red' },
  ];
  return form === 'figure' ? head : [...head, ...numeralWords(period)];
}

export const numeralWords = (period: Period): readonly BlockPart[] => [
  { text: period.label, role: 'caption', tone: 'ink' },
  { text: period.body, role: 'callout-body', tone: 'ink-2' },
];

export const eventText = (event: TimelineEvent, body: string): readonly BlockPart[] => [
  { text: event.head, role: 'callout-head', tone: 'ink' },
  { text: body, role: 'callout-body', tone: 'ink-2' },
];

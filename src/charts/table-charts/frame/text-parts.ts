import type { TextBlock } from '../../../labels/texts/text-block.ts';
import { type BlockPlace, blockMarks } from '../../chart-text.ts';
import type { ChartPart, Over } from '../parts/chart-part.ts';

/** Lines of a text that come as one. */
export const textParts = (block: TextBlock, at: BlockPlace, key: string, over: Over): readonly ChartPart[] =>
  blockMarks(block, at, key).map((mark) => ({ how: 'fade', over, mark }));

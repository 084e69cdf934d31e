import type { Box } from '../geo/lng-lat.ts';
import type { Collisions } from '../labels/collisions.ts';
import type { RestContext } from '../labels/rest-context.ts';
import { type LeadText, setWords } from '../labels/texts/leader-text.ts';
import { type AnchorOption, placeText } from '../labels/texts/place-text.ts';
import { type TextBlock, textBlock } from '../labels/texts/text-block.ts';

const BODY_LINES = 3;
const WIDTHS = {
  desktop: [235, 275, 205, 320, 170],
  tablet: [220, 255, 190, 290, 160],
  phone: [205, 240, 180, 280, 150, 330],
  embed: [185, 215, 160, 240, 140],
} as const;

/** A head in 600 and a body below it, wrapped to several widths; those with at most three lines of body come first. */
function calloutBlocks(head: string, body: string, context: RestContext): readonly TextBlock[] {
  const blocks = WIDTHS[context.sizeClass].map((width) =>
    textBlock(
      [
        { text: head, role: 'callout-head', tone: 'ink' },
        { text: body, role: 'callout-body', tone: 'ink-2', gapPx: 1 },
      ],
      width,
      context,
    ),
  );
  const bodyLines = (block: TextBlock): number => block.lines.filter(({ role }) => role === 'callout-body').length;
  const excess = (block: TextBlock): number => Math.max(0, bodyLines(block) - BODY_LINES);
  return [...blocks].sort((a, b) => excess(a) - excess(b));
}

/** Words placed beside their anchor. */
export interface PlacedCallout {
  readonly text: LeadText;
  readonly isComplete: boolean;
}

/** Room for head and body, or for the head alone where the body finds none. */
export function placeCallout(
  words: { readonly head: string; readonly body: string },
  options: readonly AnchorOption[],
  context: RestContext,
  collisions: Collisions,
  rejects?: (box: Box) => boolean,
): PlacedCallout | null {
  const placed = (body: string): LeadText | null => {
    const found = placeText(options, calloutBlocks(words.head, body, context), context, collisions, rejects);
    return found === null ? null : setWords(found, context);
  };
  const whole = placed(words.body);
  const text = whole ?? placed('');
  return text === null ? null : { text, isComplete: whole !== null };
}

export const calloutBoxes = ({ text }: PlacedCallout): readonly Box[] => [text.box, ...text.leaderBoxes];

import type { Block, ImportedChapter, ImportedMedium, ImportedStory } from '../dialects/imported-story.ts';
import { htmlToText, mediaInHtml } from '../text/html-to-mdx.ts';
import { plainAddress } from './media-address.ts';

/** Something a story shows, with the words that go with it. */
export interface Wanted {
  /** As it is asked for. */
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** What its page is called, where it turns out to be one. */
  readonly title: string;
}

function wantedOf({ address, alt, caption, credit }: ImportedMedium): Wanted {
  const words = htmlToText(caption);
  return {
    address: plainAddress(address),
    alt: htmlToText(alt),
    caption: words,
    credit: htmlToText(credit),
    title: htmlToText(alt) || words,
  };
}

function inHtml(html: string): readonly Wanted[] {
  return mediaInHtml(html).map(({ address, alt, title, caption }) => ({
    address: plainAddress(address),
    alt,
    caption,
    credit: '',
    title: title || alt,
  }));
}

function inBlock(block: Block): readonly Wanted[] {
  if (block.kind === 'html') return inHtml(block.html);
  if (block.kind === 'media') return block.media.map(wantedOf);
  return block.kind === 'compare' ? [wantedOf(block.before), wantedOf(block.after)] : [];
}

const inChapter = ({ blocks, backdrop }: ImportedChapter): readonly Wanted[] => [
  ...(backdrop === null ? [] : [wantedOf(backdrop)]),
  ...blocks.flatMap(inBlock),
];

/** All that a story shows, in its order, each address once; of its words the first that are there. */
export function wantedMedia({ opening, chapters, footer }: ImportedStory): readonly Wanted[] {
  const all = [...[...(opening === null ? [] : [opening]), ...chapters].flatMap(inChapter), ...footer.flatMap(inBlock)];
  const byAddress = Map.groupBy(
    all.filter(({ address }) => address !== ''),
    ({ address }) => address,
  );
  return [...byAddress.values()].map((same) => {
    const first = (word: 'alt' | 'caption' | 'credit' | 'title'): string =>
      same.map((one) => one[word]).find((text) => text !== '') ?? '';
    return {
      address: same[0]?.address ?? '',
      alt: first('alt'),
      caption: first('caption'),
      credit: first('credit'),
      title: first('title'),
    };
  });
}

import PptxGenJS from 'pptxgenjs';
import type { FilmLine } from '../../film/text/film-text.ts';
import type { Deck, Slide } from './slide.ts';

/** Inches; 16 : 9. */
const PAGE = { width: 13.333, height: 7.5 } as const;
/** Of the page's width, at the side where reading ends. */
const MAP_SHARE = 0.6;
const MARGIN = 0.45;

/** Shape of the map's picture, width by height. */
export const MAP_SHAPE = (PAGE.width * MAP_SHARE) / PAGE.height;

/** Of all slides. */
const MASTER = 'SECTION';

type Options = PptxGenJS.TextPropsOptions;
type Run = PptxGenJS.TextProps;

/** Typefaces of a story are on no machine that shows slides; these are on nearly all. */
const fontOf = (text: string): string =>
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\P{L}]*$/u.test(text) ? 'Georgia' : 'Arial';

/** Points, by how much there is to set. */
const titleSize = (title: string): number => [30, 26, 22].find((_, step) => title.length < 45 + step * 30) ?? 19;

/** How a paragraph runs; PowerPoint asks each for it. */
const directionOf = ({ dir, locale }: Deck): Options => ({
  align: dir === 'rtl' ? 'right' : 'left',
  rtlMode: dir === 'rtl',
  lang: locale,
});

/** A paragraph. */
const run = (deck: Deck, text: string, options: Options): Run => ({
  text,
  options: { ...directionOf(deck), fontFace: fontOf(text), color: deck.colors.ink, breakLine: true, ...options },
});

function runsOf(line: FilmLine, deck: Deck): readonly Run[] {
  const { faint, accent } = deck.colors;
  const small = (text: string): readonly Run[] =>
    text === '' ? [] : [run(deck, text, { fontSize: 13, color: faint, paraSpaceAfter: 10 })];
  if (line.kind === 'text') return [run(deck, line.text, { fontSize: 17, paraSpaceAfter: 10 })];
  if (line.kind === 'quote') return [run(deck, line.text, { fontSize: 19, paraSpaceAfter: 4 }), ...small(line.by)];
  return [...small(line.before), run(deck, line.figure, { fontSize: 54, color: accent }), ...small(line.after)];
}

/** The column of words, at the side where reading begins. */
const columnOf = ({ dir }: Deck) => ({
  x: MARGIN + (dir === 'rtl' ? PAGE.width * MAP_SHARE : 0),
  w: PAGE.width * (1 - MAP_SHARE) - MARGIN * 2,
});

function addSection(deck: Deck, slide: Slide, pptx: PptxGenJS): void {
  const { colors, dir } = deck;
  const mapWidth = PAGE.width * MAP_SHARE;
  const common: Options = { ...directionOf(deck), ...columnOf(deck), margin: 0 };
  const page = pptx.addSlide({ masterName: MASTER });
  const { title, kicker, lines, picture, alt, credits, notes } = slide;
  page.addText(title, { placeholder: 'title', fontFace: fontOf(title), fontSize: titleSize(title), color: colors.ink });
  if (kicker !== '') {
    const place: Options = { ...common, y: MARGIN, h: 0.4, valign: 'top' };
    page.addText(kicker, { ...place, fontFace: fontOf(kicker), fontSize: 13, color: colors.faint });
  }
  if (lines.length > 0) {
    const runs = lines.flatMap((line) => runsOf(line, deck));
    page.addText(runs, { ...common, y: 2.7, h: PAGE.height - 2.7 - 0.9, valign: 'top', fit: 'shrink' });
  }
  page.addImage({
    data: `image/png;base64,${picture}`,
    x: dir === 'rtl' ? 0 : PAGE.width - mapWidth,
    y: 0,
    w: mapWidth,
    h: PAGE.height,
    altText: alt,
  });
  const foot: Options = { ...common, y: PAGE.height - 0.8, h: 0.5, fontSize: 9, color: colors.faint, valign: 'bottom' };
  page.addText(credits, { ...foot, fontFace: fontOf(credits) });
  if (notes !== '') page.addNotes(notes);
}

function addClosing(deck: Deck, pptx: PptxGenJS): void {
  const { title, closing, colors } = deck;
  const page = pptx.addSlide({ masterName: MASTER });
  page.addText(title, { placeholder: 'title', fontFace: fontOf(title), fontSize: 26, color: colors.ink });
  const lines = closing.map((text) => run(deck, text, { fontSize: 15, paraSpaceAfter: 8 }));
  const place = { x: MARGIN, y: 2.7, w: PAGE.width - MARGIN * 2, h: PAGE.height - 2.7 - MARGIN };
  page.addText(lines, { ...directionOf(deck), ...place, margin: 0, valign: 'top' });
}

/** A deck as a PowerPoint file (Office Open XML), whose words can be read, searched and changed. */
export async function writeDeck(deck: Deck): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: PAGE.width, height: PAGE.height });
  pptx.layout = 'WIDE';
  pptx.title = deck.title;
  pptx.company = deck.publisher;
  pptx.rtlMode = deck.dir === 'rtl';
  const title = { name: 'title', type: 'title', ...columnOf(deck), y: 0.9, h: 1.6, valign: 'top', margin: 0 } as const;
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: deck.colors.paper },
    objects: [{ placeholder: { options: { ...title, ...directionOf(deck) }, text: '' } }],
  });
  for (const slide of deck.slides) addSection(deck, slide, pptx);
  addClosing(deck, pptx);
  return (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
}

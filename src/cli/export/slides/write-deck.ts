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

type Options = PptxGenJS.TextPropsOptions;
type Run = PptxGenJS.TextProps;

/** Typefaces of a story are on no machine that shows slides; these are on nearly all. */
const fontOf = (text: string): string =>
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\P{L}]*$/u.test(text) ? 'Georgia' : 'Arial';

/** Points, by how much there is to set. */
const titleSize = (title: string): number => [30, 26, 22].find((_, step) => title.length < 45 + step * 30) ?? 19;

function runsOf(line: FilmLine, { colors }: Deck): readonly Run[] {
  const run = (text: string, options: Options): Run => ({
    text,
    options: { fontFace: fontOf(text), color: colors.ink, breakLine: true, ...options },
  });
  const small = (text: string): readonly Run[] =>
    text === '' ? [] : [run(text, { fontSize: 13, color: colors.faint, paraSpaceAfter: 10 })];
  if (line.kind === 'text') return [run(line.text, { fontSize: 17, paraSpaceAfter: 10 })];
  if (line.kind === 'quote') return [run(line.text, { fontSize: 19, paraSpaceAfter: 4 }), ...small(line.by)];
  return [...small(line.before), run(line.figure, { fontSize: 54, color: colors.accent }), ...small(line.after)];
}

/** Everything of one slide, each where it stands when words begin at the left; mirrored otherwise. */
function addSection(deck: Deck, slide: Slide, pptx: PptxGenJS): void {
  const { colors, dir, locale } = deck;
  const isRtl = dir === 'rtl';
  const mapWidth = PAGE.width * MAP_SHARE;
  const textX = MARGIN + (isRtl ? mapWidth : 0);
  const textWidth = PAGE.width - mapWidth - MARGIN * 2;
  const common: Options = {
    x: textX,
    w: textWidth,
    margin: 0,
    align: isRtl ? 'right' : 'left',
    rtlMode: isRtl,
    lang: locale,
  };
  const page = pptx.addSlide({ masterName: 'SECTION' });
  page.background = { color: colors.paper };
  page.addText(slide.title, {
    placeholder: 'title',
    ...common,
    fontFace: fontOf(slide.title),
    fontSize: titleSize(slide.title),
    color: colors.ink,
  });
  if (slide.kicker !== '') {
    const kicker: Options = { ...common, y: MARGIN, h: 0.4, fontSize: 13, color: colors.faint };
    page.addText(slide.kicker, { ...kicker, fontFace: fontOf(slide.kicker), valign: 'top' });
  }
  if (slide.lines.length > 0) {
    const runs = slide.lines.flatMap((line) => runsOf(line, deck));
    page.addText(runs, { ...common, y: 2.7, h: PAGE.height - 2.7 - 0.9, valign: 'top', fit: 'shrink' });
  }
  page.addImage({
    data: `image/png;base64,${slide.picture}`,
    x: isRtl ? 0 : PAGE.width - mapWidth,
    y: 0,
    w: mapWidth,
    h: PAGE.height,
    altText: slide.alt,
  });
  const foot: Options = { ...common, y: PAGE.height - 0.8, h: 0.5, fontSize: 9, color: colors.faint, valign: 'bottom' };
  page.addText(slide.credits, { ...foot, fontFace: fontOf(slide.credits) });
  if (slide.notes !== '') page.addNotes(slide.notes);
}

function addClosing(deck: Deck, pptx: PptxGenJS): void {
  const { title, closing, colors, dir, locale } = deck;
  const isRtl = dir === 'rtl';
  const page = pptx.addSlide({ masterName: 'SECTION' });
  page.background = { color: colors.paper };
  const common: Options = {
    x: MARGIN,
    w: PAGE.width - MARGIN * 2,
    margin: 0,
    align: isRtl ? 'right' : 'left',
    rtlMode: isRtl,
    lang: locale,
  };
  page.addText(title, { placeholder: 'title', ...common, fontFace: fontOf(title), fontSize: 26, color: colors.ink });
  const lines = closing.map(
    (text): Run => ({
      text,
      options: { fontFace: fontOf(text), fontSize: 15, color: colors.ink, breakLine: true, paraSpaceAfter: 8 },
    }),
  );
  page.addText(lines, { ...common, y: 2.7, h: PAGE.height - 2.7 - MARGIN, valign: 'top' });
}

/** A deck as a PowerPoint file (Office Open XML), whose words can be read, searched and changed. */
export async function writeDeck(deck: Deck): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: PAGE.width, height: PAGE.height });
  pptx.layout = 'WIDE';
  pptx.title = deck.title;
  pptx.company = deck.publisher;
  pptx.rtlMode = deck.dir === 'rtl';
  const place = { x: MARGIN, y: 0.9, w: PAGE.width * (1 - MAP_SHARE) - MARGIN * 2, h: 1.6 };
  pptx.defineSlideMaster({
    title: 'SECTION',
    background: { color: deck.colors.paper },
    objects: [
      { placeholder: { options: { name: 'title', type: 'title', ...place, valign: 'top', margin: 0 }, text: '' } },
    ],
  });
  for (const slide of deck.slides) addSection(deck, slide, pptx);
  addClosing(deck, pptx);
  return (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
}

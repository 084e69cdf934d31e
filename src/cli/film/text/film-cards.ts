import type { Box } from '../../../geo/lng-lat.ts';
import { escapeHtml } from '../../../i18n/escape-html.ts';
import { ROWS_STAGE_SHARE } from '../../../story/layout.ts';
import type { CardLayout } from '../../../story/story.ts';
import { CLOSING } from '../film-plan.ts';
import type { FilmLine, FilmText } from './film-text.ts';

/** A section's text and where on the picture it stands. */
export interface PlacedText {
  readonly text: FilmText;
  readonly mood: string;
  readonly layout: CardLayout | 'rows';
  /** In CSS pixels of the page. */
  readonly box: Box;
  /** Of the map, where the words hide the place it has on the picture; else empty. */
  readonly credit: string;
}

export interface ClosingText {
  readonly title: string;
  readonly sources: readonly string[];
  /** Where the story is to be read; empty where nobody has said. */
  readonly address: string;
  readonly box: Box;
}

/** Cards of the film, each as large as where it may stand; shrunk by steps where its words need more. */
export const FILM_STYLE = `
html { scrollbar-width: none; overflow: hidden; }
main, .end-matter, .bar, .rail, .skip-link, .settings, .notice, story-map > dialog, .stage-edge, .ground-divider b { visibility: hidden !important; }
.stage > .attribution { visibility: visible; }
.film-card.section {
  position: fixed; z-index: 4; inset: auto; display: flex; flex-direction: column; justify-content: center;
  inline-size: auto; block-size: auto; min-block-size: 0; padding: 0; margin: 0; background: none; pointer-events: none;
  opacity: 0; content-visibility: visible !important; contain: none;
}
.film-card > div { font-family: var(--font-text); color: var(--ink); }
.film-card[data-film="column"] > div, .film-card[data-film="top"] > div {
  padding: 1.3em 1.4em; background: var(--paper); border: 1px solid var(--rule);
}
.film-card[data-film="rows"] { justify-content: flex-start; }
/* Below the map, in the section's own colours, as far as the picture goes. */
.film-card[data-film="rows"]::before {
  content: ""; position: fixed; z-index: -1; inset-inline: 0; inset-block: ${ROWS_STAGE_SHARE * 100}% 0; background: var(--paper);
}
.film-card[data-film="rows"] > div { padding-block-start: 1em; }
/* On a wide picture the page's own scrim is behind words that stand on the map. */
@media (max-width: 699px) {
  .film-card[data-film="over"] { justify-content: flex-end; }
  .film-card[data-film="over"]::before {
    content: ""; position: fixed; z-index: -1; inset-inline: 0; inset-block: 61% 0;
    background: linear-gradient(transparent, var(--paper) 13%);
  }
}
.film-card p, .film-card h2 { margin: 0; text-wrap: balance; }
.film-card .film-name { white-space: nowrap; }
.film-card .film-kicker { color: var(--ink-2); font-size: 0.62em; line-height: 1.4; }
.film-card .film-title { font-size: 1.3em; line-height: 1.15; font-weight: 500; }
.film-card .film-line { margin-block-start: 0.55em; font-size: 1em; line-height: 1.3; text-wrap: pretty; }
.film-card .film-by { margin-block-start: 0.3em; color: var(--ink-2); font-size: 0.68em; }
.film-card .film-credit { margin-block-start: 1em; color: var(--ink-2); font-size: 0.5em; line-height: 1.4; }
.film-card .film-figure { font-size: 2.7em; line-height: 1; letter-spacing: -0.03em; }
.film-card:is(:lang(ar), :lang(fa), :lang(ckb), :lang(he), :lang(ur)) .film-figure { letter-spacing: 0; line-height: 1.25; }
.film-card:is(:lang(ar), :lang(fa), :lang(ckb), :lang(he), :lang(ur)) :is(.film-title, .film-line) { line-height: 1.55; }
.film-card.film-closing { background: var(--paper); inset: 0; }
.film-closing > div { position: absolute; display: flex; flex-direction: column; justify-content: center; }
.film-closing .film-sources { margin-block-start: 1.2em; color: var(--ink-2); font-size: 0.6em; line-height: 1.45; }
.film-closing .film-address { margin-block-start: 1em; font-size: 0.8em; font-weight: 600; overflow-wrap: anywhere; }
`;

/** Words of the picture; a name such as al-Numan is not broken at its hyphen. */
const wordsHtml = (text: string): string =>
  escapeHtml(text).replace(/\p{L}+(?:-\p{Lu}\p{L}*)+/gu, (name) => `<span class="film-name">${name}</span>`);

const paragraph = (name: string, text: string): string =>
  text === '' ? '' : `<p class="${name}">${wordsHtml(text)}</p>`;

function paragraphs(line: FilmLine): string {
  if (line.kind === 'text') return paragraph('film-line', line.text);
  if (line.kind === 'quote') return paragraph('film-line', line.text) + paragraph('film-by', line.by);
  const { before, figure, after } = line;
  return paragraph('film-line', before) + paragraph('film-figure', figure) + paragraph('film-line', after);
}

const lineHtml = (line: FilmLine): string => `<div class="film-piece">${paragraphs(line)}</div>`;

const px = (value: number): string => `${value.toFixed(1)}px`;

const boxStyle = ({ left, right, top, bottom }: Box): string =>
  `left:${px(left)};top:${px(top)};width:${px(right - left)};height:${px(bottom - top)}`;

function cardHtml({ text, mood, layout, box, credit }: PlacedText): string {
  const title = text.isTitleShown ? `<h2 class="film-title">${wordsHtml(text.title)}</h2>` : '';
  const dark = mood === 'paper' ? '' : ` data-mood="${escapeHtml(mood)}"`;
  return (
    `<div class="section film-card" data-card="${escapeHtml(text.id)}" data-film="${layout}"${dark} style="${boxStyle(box)}">` +
    `<div>${paragraph('film-kicker', text.kicker)}${title}${text.lines.map(lineHtml).join('')}${paragraph('film-credit', credit)}</div></div>`
  );
}

function closingHtml({ title, sources, address, box }: ClosingText): string {
  return (
    `<div class="section film-card film-closing" data-card="${CLOSING}"><div style="${boxStyle(box)}">` +
    `<h2 class="film-title">${wordsHtml(title)}</h2>${sources.map((source) => paragraph('film-sources', source)).join('')}` +
    `${paragraph('film-address', address)}</div></div>`
  );
}

/** All cards of a film as HTML, none of them seen yet. */
export const filmCards = (texts: readonly PlacedText[], closing: ClosingText): string =>
  [...texts.map(cardHtml), closingHtml(closing)].join('');

import type { Card, CardLayout, Frame, PageSection, Section, Untranslated } from '../../story/story.ts';
import { overlay } from '../files/overlay.ts';
import type { RawFile } from '../files/raw.ts';
import { hasProse, untranslatedIn } from '../files/untranslated.ts';
import { parseAnnotation } from '../schema/annotation.ts';
import type { LocalText } from '../schema/documents.ts';
import type { RawSectionData } from '../schema/layers.ts';
import { openingSchema, pageSchema, type RawSection, sectionSchema } from '../schema/section.ts';
import { normalizeFrame } from './normalize-frame.ts';
import { normalizeGround } from './normalize-ground.ts';
import { normalizeBackdrop } from './normalize-media.ts';

/** A section's file in the default language, and in the language asked for where that is another (empty: none yet). */
export interface SectionFiles {
  readonly id: string;
  readonly base: RawFile;
  readonly translation: RawFile | null;
  /** Picks the words of the language read. */
  readonly say: (text: LocalText) => string;
}

function words({ base, translation }: SectionFiles): unknown {
  return translation === null ? base.data : overlay(base.data, translation.data);
}

/** The file whose prose is read. */
function pathOf({ base, translation }: SectionFiles): string {
  return translation !== null && hasProse(translation) ? translation.path : base.path;
}

function untranslatedOf({ base, translation }: SectionFiles): Untranslated {
  return translation === null ? [] : untranslatedIn(base, translation);
}

export function isPage(file: RawFile): boolean {
  return (file.data as { page?: unknown } | null)?.page === true;
}

/** A section whose data are as its author wrote them. */
export type WithRawData = { readonly rawData: readonly RawSectionData[] };

/** A section whose backdrop hides where it looks has no frame of its own. */
export interface UnframedSection extends Omit<Section, 'frame' | 'data'>, WithRawData {
  readonly frame: Frame | null;
}

type RawAny = Omit<RawSection, 'heading'>;

const travelOf = (travel: RawAny['travel']): Pick<Section, 'travel' | 'travelShare'> =>
  typeof travel === 'string' ? { travel } : { travel: 'scrub', travelShare: travel.share };

const visibleCard = ({ hidden: _hidden, ...card }: RawAny['card'], layout: CardLayout): Card => ({
  ...card,
  layout: card.layout ?? layout,
});

function exact(raw: RawAny, files: SectionFiles, index: number, layout: CardLayout): UnframedSection {
  const {
    title,
    kicker,
    listNote,
    sourceNote,
    mapDescription = '',
    frame,
    travel,
    mood,
    layers,
    card,
    annotations,
    backdrop,
    film,
  } = raw;
  const { data = [], ...shown } = layers;
  if (frame === undefined && backdrop === undefined) throw new Error(`${files.base.path} has no frame.`);
  return {
    id: files.id,
    index,
    file: pathOf(files),
    title,
    kicker,
    listNote,
    sourceNote,
    mapDescription,
    phoneMapDescription: raw.phone?.mapDescription ?? '',
    frame: frame === undefined ? null : normalizeFrame(frame),
    ...travelOf(travel),
    mood,
    layers: { ...shown, ...normalizeGround(raw, files.say) },
    rawData: data,
    card: visibleCard(card, layout),
    annotations: annotations.map(parseAnnotation),
    backdrop: normalizeBackdrop(backdrop),
    ...(film ? { film: { text: film.text ?? '', seconds: film.seconds ?? null } } : {}),
    untranslated: untranslatedOf(files),
  };
}

/** The title page: its text stands on the map unless its author says otherwise. */
export function normalizeOpening(files: SectionFiles) {
  const raw = openingSchema.parse(words(files));
  const { standfirst, byline, description } = raw;
  return { section: exact(raw, files, 0, 'over'), standfirst, byline, description };
}

const REMARK = /\{\s*\/\*[\s\S]*?\*\/\s*\}/g;
const hasWords = (file: RawFile): boolean => hasProse({ ...file, body: file.body.replaceAll(REMARK, '') });

/** Words are never hidden: a section that has some has a card, whatever its author says of it. */
const isWordless = (kicker: string, { base, translation }: SectionFiles): boolean =>
  kicker === '' && !hasWords(base) && (translation === null || !hasWords(translation));

export function normalizeSection(files: SectionFiles, index: number): UnframedSection {
  const raw = sectionSchema.parse(words(files));
  const section = exact(raw, files, index, 'column');
  const isStop = raw.card.hidden === true && isWordless(raw.kicker, files);
  const card: Card = isStop ? { ...section.card, layout: 'column', hidden: true } : section.card;
  return { ...section, card, ...(raw.heading ? {} : { heading: false }) };
}

export function normalizePage(files: SectionFiles): PageSection {
  const { title, listNote } = pageSchema.parse(words(files));
  return { id: files.id, file: pathOf(files), title, listNote, untranslated: untranslatedOf(files) };
}

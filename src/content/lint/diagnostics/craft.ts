import { kind } from './problem-kind.ts';

interface OnScreens {
  /** The screens on which it happens, in words. */
  readonly screens: string;
}

/** What a story can do without, but better not: every one is a warning and can be suppressed with a reason. */
export const CRAFT_PROBLEMS = {
  CalloutWithoutRoom: kind<OnScreens & { readonly id: string; readonly lost: 'all' | 'part' }>(
    'A callout that does not fit',
    ({ id, lost, screens }) =>
      `The callout \`${id}\` finds no room for ${lost === 'all' ? 'its words' : 'its body'} ${screens}, and is drawn without ${lost === 'all' ? 'any' : 'it'}.`,
    () => 'Shorten it, take another annotation away, or widen the frame.',
    'warning',
  ),
  CalloutsOverlap: kind<OnScreens & { readonly id: string; readonly other: string }>(
    'Two texts on the map that cover each other',
    ({ id, other, screens }) => `The words of \`${id}\` and \`${other}\` cover each other ${screens}.`,
    () => 'Shorten one of them, or move it to a section of its own.',
    'warning',
  ),
  CardCoversPlace: kind<OnScreens & { readonly name: string }>(
    'A card that stands on the place it speaks of',
    ({ name, screens }) => `does not keep ${name} clear of the text ${screens}, though the section names it.`,
    () => 'Add the place to `keepVisible`, or put the card on the other side.',
    'warning',
  ),
  CoarseBasemap: kind<{ readonly basemap: string; readonly detailMetres: number; readonly pixels: number }>(
    'A basemap too coarse for how near the camera comes',
    ({ basemap, detailMetres, pixels }) =>
      `comes so near that the bends the basemap ${basemap} has smoothed away (about ${detailMetres} m) would be ${pixels} pixels wide.`,
    () => 'Make the basemap again with a smaller `--detail`, or look from farther away.',
    'warning',
  ),
  FrameTooNear: kind<
    OnScreens & { readonly askedKm: number; readonly shownKm: number; readonly zoom: number; readonly basemap: string }
  >(
    'A frame nearer than the camera comes',
    ({ askedKm, shownKm, zoom, basemap, screens }) =>
      `asks for ground about ${askedKm} km wide beside the text, but shows ${shownKm} km ${screens}: on the basemap ${basemap} the camera stops at zoom ${zoom}, where its detail is spent.`,
    () => 'Make the basemap again with a smaller `--detail`, or ask for more ground.',
    'warning',
  ),
  LongRead: kind<{ readonly minutes: number; readonly words: number }>(
    'A story that takes long to read',
    ({ minutes, words }) =>
      `The story has ${words} words: about ${minutes} minutes, more than most readers give to a map.`,
    () => 'Cut it, or tell it as two stories.',
    'warning',
  ),
  FaintColour: kind<{
    readonly over: string;
    readonly ground: string;
    readonly palette: string;
    readonly ratio: number;
    readonly atLeast: number;
    /** The nearest colour that can be told from all its grounds; null where there is none. */
    readonly nearest: string | null;
  }>(
    'A colour of the theme that its ground swallows',
    ({ over, ground, palette, ratio, atLeast }) =>
      `leaves ${over} on ${ground} a contrast of ${ratio}:1 in the palette \`${palette}\`; it takes ${atLeast}:1.`,
    ({ over, nearest }) =>
      nearest === null
        ? 'No colour of its hue can be told from all it stands on: bring the grounds nearer to each other.'
        : `The nearest that does for ${over} is \`"${nearest}"\`.`,
  ),
  LowContrast: kind<{ readonly what: string; readonly ratio: number; readonly theme: string }>(
    'Names that fade into a tint',
    ({ what, ratio, theme }) =>
      `leaves ${what} a contrast of ${ratio}:1 on the tint (${theme}); 4.5:1 is the least that can be read.`,
    () => 'Raise `emphasis.labels`, hide the names with 0, or take the tint away.',
    'warning',
  ),
  MapWithoutNames: kind<{ readonly language: string; readonly map: string; readonly command: string }>(
    'A language the map has no names in',
    ({ language, map }) =>
      `holds "${language}", but the basemap ${map} has no names in it: its towns and countries stand under those of the story's default language, or in English.`,
    ({ command, map }) =>
      `Make the map again with \`${command}\`; where its sources have none, write them into src/basemap/sources/${map}/towns.json before, or those that matter into places.yaml.`,
    'warning',
  ),
  MissingAltText: kind<{ readonly image: string }>(
    'An image nobody has described',
    ({ image }) => `leaves the image \`${image}\` without words for those who cannot see it.`,
    () => 'Write them between the brackets: `![what the picture shows](…)`.',
    'warning',
  ),
  MissingAttribution: kind<{ readonly what: string }>(
    'Something that does not say where it comes from',
    ({ what }) => `${what}.`,
    () => 'Name the source and its terms; where it is your own work, say so.',
    'warning',
  ),
  PlaceNotNamed: kind<OnScreens & { readonly name: string }>(
    'A place whose name is not on the map',
    ({ name, screens }) =>
      `does not leave ${name} its name ${screens}, though the section names the place, frames it or keeps it visible.`,
    () => 'Add the place to `keepVisible`, take another name or callout away, or widen the frame.',
    'warning',
  ),
  NothingCarried: kind<{ readonly id: string; readonly kind: string }>(
    'An annotation carried from a section that does not have it',
    ({ id, kind: name }) =>
      `carries on \`${id}\` of the kind \`${name}\`, which the section before does not have: it would be there at once.`,
    () => 'Give the annotation of the section before the same `id` and `kind`, or take `carried` away.',
  ),
  RacingTravel: kind<{ readonly degrees: number; readonly levels: number; readonly screens: string }>(
    'A journey too long for the scroll it is given',
    ({ degrees, levels, screens }) =>
      `is reached over ${degrees}° and ${levels} zoom levels within about one screen of scroll ${screens}: the map races past.`,
    () => 'Put a section in between, or write `travel: cut` in this one.',
    'warning',
  ),
  SameScene: kind<{ readonly other: string }>(
    'Two sections in a row that show the same',
    ({ other }) => `is the same scene as in \`${other}\`, so nothing on the map answers to the new text.`,
    () => 'Make one section of the two, or show something new.',
    'warning',
  ),
  UnstatedLicence: kind<{ readonly what: string; readonly cure: string }>(
    'Something of which nobody says on which terms it may be used',
    ({ what }) => `${what}; it is listed as “unstated”.`,
    ({ cure }) => cure,
    'warning',
  ),
  UnusedFact: kind<{ readonly id: string }>(
    'A fact no section uses',
    ({ id }) => `The fact \`${id}\` stands in the ledger, but neither a text nor the map uses it.`,
    () => 'Use it, or take it out.',
    'warning',
  ),
  UnusedPlace: kind<{ readonly id: string }>(
    'A place no section shows',
    ({ id }) => `The place \`${id}\` is named by no section and lies in view of none.`,
    () => 'Take it out, or show it.',
    'warning',
  ),
  UnusedSource: kind<{ readonly id: string }>(
    'A source nothing refers to',
    ({ id }) => `The source \`${id}\` is used by no fact and no quotation.`,
    () => 'Take it out, or say what comes from it.',
    'warning',
  ),
  UnusedSuppression: kind<{ readonly rule: string }>(
    'A rule suppressed without need',
    ({ rule }) => `suppresses ${rule}, which has nothing to say here.`,
    () => 'Take it out, so that it does not hide what comes later.',
    'warning',
  ),
  UnknownRule: kind<{ readonly rule: string; readonly suggestion: string }>(
    'A rule that cannot be suppressed',
    ({ rule }) => `names ${rule}, which cannot be suppressed: only warnings can, UnexplainedNumeral and DeadLink.`,
    ({ suggestion }) => suggestion,
  ),
};

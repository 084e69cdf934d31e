import { kind, type NameFound } from './problem-kind.ts';

interface Found {
  /** A clause that goes on after the file's name. */
  readonly detail: string;
  readonly cure: string;
}

const found = (title: string, severity: 'error' | 'warning' = 'error') =>
  kind<Found>(
    title,
    ({ detail }) => `The file ${detail}.`,
    ({ cure }) => cure,
    severity,
  );

/** Mistakes with pictures, film and sound. */
export const MEDIA_PROBLEMS = {
  ActiveSvg: found('A drawing that does more than draw', 'warning'),
  AnimatedGif: found('A picture that moves by itself', 'warning'),
  BackdropHidesMap: kind<{ readonly id: string }>(
    'An annotation where no map is seen',
    ({ id }) => `The annotation \`${id}\` has no map to stand on: a \`backdrop\` is in its place.`,
    () => 'Take one of the two to a section of its own.',
  ),
  FrameNotAllowed: kind<{ readonly host: string }>(
    'A frame from a site the story does not allow',
    ({ host }) => `would show a frame from ${host}, which \`allowFrames\` in story.yaml does not name.`,
    () => 'Add the host there, or take `frame` out: the link stays.',
  ),
  MalformedCaptions: found('Captions whose times cannot be followed'),
  MediaOverBudget: kind<{ readonly megabytes: string; readonly budget: string }>(
    'A file that is heavy for readers on the move',
    ({ megabytes, budget }) => `The file has ${megabytes} MB; ${budget} MB is its budget.`,
    () => 'Make it smaller or shorter, or write `budgetMB` in media.yaml where it must be so large.',
    'warning',
  ),
  MediaTooLarge: found('A picture too large to be opened'),
  MissingCaptions: kind<{ readonly what: string }>(
    'Speech nobody has written down',
    ({ what }) => `${what}, so readers who do not hear it miss what is said.`,
    () =>
      'Name a .vtt file for each language under `captions`, or write the words between `<Audio>` and `</Audio>`; where nobody speaks, write `speech: false`.',
  ),
  MissingMediaCredit: kind<{ readonly what: 'credit' | 'licence' }>(
    'A picture, film or recording that does not say whose it is',
    ({ what }) =>
      `is missing. ${what === 'credit' ? 'Readers are told who made it' : 'It says on which terms it is used'}.`,
    ({ what }) =>
      what === 'credit'
        ? 'Name its author; where it is your own, say so.'
        : 'Write its licence, such as `CC BY 4.0` or `All rights reserved`.',
  ),
  NotScrubbable: kind<{ readonly name: string; readonly why: string; readonly cure: string }>(
    'A film that cannot follow the scroll',
    ({ name, why }) => `asks \`${name}\` to follow the scroll, but ${why}.`,
    ({ cure }) => cure,
  ),
  SameMediaName: kind<{ readonly other: string }>(
    'Two files whose names differ in capitals only',
    ({ other }) => `is the same name as \`${other}\` on many disks and servers, so one would hide the other.`,
    () => 'Rename one of them.',
  ),
  UndescribedMedia: kind<{ readonly name: string; readonly entry: string }>(
    'A media file that media.yaml does not tell of',
    ({ name }) => `media.yaml has no entry \`${name}\`.`,
    ({ entry }) => `Add one: \`${entry}\`.`,
  ),
  UnknownMedia: kind<NameFound>(
    'A media file that does not exist',
    ({ name }) => `names \`${name}\`, and there is no such file in media/.`,
    ({ suggestion }) => suggestion,
  ),
  UnlikePictures: kind<{ readonly before: string; readonly after: string }>(
    'Two pictures that do not cover each other',
    ({ before, after }) =>
      `lays a picture of ${before} over one of ${after} pixels: their shapes differ, so the edges of the second are cut.`,
    () => 'Crop both to one shape, so that what is compared lies in the same place of each.',
    'warning',
  ),
  UnreadableMedia: found('A media file that cannot be read'),
  UnsupportedMedia: found('A kind of file that browsers do not show'),
  UnusedMedia: kind<{ readonly name: string }>(
    'A media file no section uses',
    ({ name }) => `The file \`${name}\` is shown nowhere.`,
    () => 'Show it, or take it and its entry in media.yaml out.',
    'warning',
  ),
  WrongMedia: kind<{ readonly name: string; readonly is: string; readonly expected: string }>(
    'A file of the wrong kind for its place',
    ({ name, is, expected }) => `names \`${name}\`, which is ${is}, but must be ${expected}.`,
    () => 'Choose another file, or another component.',
  ),
};

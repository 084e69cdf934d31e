import { type Face, uprightFiles } from './font-files.ts';
import { openFont } from './font-shaper.ts';

/** The typeface of the base style sheet, whose fallbacks are measured by hand: see `styles/base.css`. */
export const MEASURED = 'Newsreader';

/** Fonts that devices have, as wide as each other, and how wide they set the sample, in thousandths of an em. */
const DEVICE = {
  serif: { local: ['Times New Roman', 'Liberation Serif', 'Tinos', 'Nimbus Roman'], width: 421.5 },
  'sans-serif': { local: ['Arial', 'Liberation Sans', 'Arimo', 'Nimbus Sans'], width: 464.6 },
  monospace: { local: ['Courier New', 'Liberation Mono', 'Cousine', 'Nimbus Mono PS'], width: 600 },
} as const;

/** Letters about as often as they are in running text. */
const SAMPLE =
  'eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddllllcccuuummmwwffggyyppbbvk      ,.';

export const fallbackNames = ({ family, typeface }: Face): readonly string[] =>
  family === MEASURED
    ? ['Like Newsreader', 'Like Newsreader, for Android', 'Georgia', 'serif']
    : [`Like ${family}`, typeface.generic];

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

/** A font of the device made as wide and as high as a family, until that is there; empty where it is measured by hand. */
export async function fallbackRule(face: Face): Promise<string> {
  const [file] = uprightFiles(face);
  if (face.family === MEASURED || file === undefined) return '';
  const shaper = await openFont(file.path, [...new Set(SAMPLE)]);
  const { local, width } = DEVICE[face.typeface.generic];
  const adjust = shaper.width(SAMPLE) / (width * SAMPLE.length);
  const { ascent, descent } = shaper;
  return `@font-face {
  font-family: "Like ${face.family}";
  src: ${local.map((name) => `local("${name}")`).join(', ')};
  size-adjust: ${percent(adjust)};
  ascent-override: ${percent(ascent / adjust)};
  descent-override: ${percent(descent / adjust)};
  line-gap-override: 0%;
}
`;
}

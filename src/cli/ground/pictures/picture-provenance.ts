import type { GroundFile } from '../../../story/ground/ground.ts';
import { markdownTable } from '../../basemap/markdown-table.ts';
import { shellWord } from '../../lib/shell-word.ts';
import { creditLines } from '../provenance.ts';
import { creditWords } from '../said-credit.ts';
import type { PictureOptions } from './picture-options.ts';

/** What is told of the file the pictures were cut from. */
export interface RasterTold {
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
}

const pairs = (text: readonly number[]): string => text.join(',');

/** The options that were given, as they would be given again. */
function saidBy(options: PictureOptions): readonly (readonly [name: string, value: string | null])[] {
  const { bands, stretch, ramp, bounds, corners } = options;
  const others = ['points', 'warp', 'projection', 'encoding', 'contours'] as const;
  return [
    ...(options.isRelief ? [['relief', ''] as const] : [['as', options.as] as const]),
    ...(options.tint ? [['tint', ''] as const] : []),
    ['bands', bands && pairs(bands)],
    ['stretch', stretch === null || typeof stretch === 'string' ? stretch : pairs(stretch)],
    ['ramp', ramp?.join(',') ?? null],
    ['bounds', bounds && pairs(bounds)],
    ['corners', corners?.map(pairs).join(' ') ?? null],
    ['exaggeration', options.exaggeration === 1 ? null : String(options.exaggeration)],
    ...others.map((name) => [name, options[name] === null ? null : String(options[name])] as const),
  ];
}

const worded = (said: readonly (readonly [name: string, value: string | null])[]): readonly string[] =>
  said.flatMap(([name, value]) => {
    if (value === null) return [];
    if (value === '') return [`--${name}`];
    return [value.startsWith('-') ? `--${name}=${shellWord(value)}` : `--${name} ${shellWord(value)}`];
  });

/** The command that makes the pictures again. */
export function pictureCommandFor(options: PictureOptions): string {
  const said = [...worded(saidBy(options)), ...creditWords(options), ...worded([['licence', options.licence]])];
  return ['npm run ground --', options.story, '--from', shellWord(options.from), ...said].join(' ');
}

/** Where a ground's pictures come from, in Markdown. Holds no date, so that the same input gives the same file. */
export function pictureProvenance(
  options: PictureOptions,
  told: RasterTold,
  { attribution, pictures }: GroundFile,
): string {
  const rows = pictures.map(({ file, sections, screens, width, height }) => [
    `\`${file}\``,
    sections.join(', '),
    screens,
    `${width} × ${height}`,
  ]);
  return [
    `# Where the pictures of the ground \`${options.as}\` come from`,
    `Made by\n\n    ${pictureCommandFor(options)}`,
    `from a raster (${told.format}, ${told.bytes} bytes, SHA-256 \`${told.sha256}\`): laid in Web Mercator, cut to what the story's cameras see, never edited by hand.`,
    `Credits the map must show, and terms of the files here:\n\n${creditLines(attribution)}`,
    markdownTable([['file', 'sections', 'screens', 'pixels'], ...rows]),
  ]
    .join('\n\n')
    .concat('\n');
}

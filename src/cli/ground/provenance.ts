import { DETAIL_AREAS, DETAIL_LINES, type Detail } from '../../basemap/detail/detail.ts';
import type { GroundCredit } from '../../story/ground/ground.ts';
import { markdownTable } from '../basemap/markdown-table.ts';
import { shellWord } from '../lib/shell-word.ts';
import type { GroundOptions } from './options.ts';
import { creditWords } from './said-credit.ts';

/** What is told of the archive the detail was cut from. */
export interface ArchiveTold {
  readonly format: string;
  readonly schema: string;
  readonly bytes: number;
  readonly sha256: string;
}

const ODBL =
  'Under the ODbL, https://opendatacommons.org/licenses/odbl/1-0/, whoever passes on a changed version of these files offers it under the ODbL; a picture of the map needs the credit only.';

/** The command that makes the detail again. */
export function groundCommandFor(options: GroundOptions): string {
  const { story, from, licence } = options;
  const said = [...creditWords(options), ...(licence === null ? [] : ['--licence', shellWord(licence)])];
  return ['npm run ground --', story, '--from', shellWord(from), ...said].join(' ');
}

function contentOf({ objects }: Detail): string {
  const layers = [...DETAIL_AREAS, ...DETAIL_LINES].flatMap((layer) => {
    const object = objects[layer];
    return object === undefined ? [] : [`${layer} ${object.arcs.length}`];
  });
  const names = [
    `names of streets ${objects.streets.geometries.length}`,
    `of places ${objects.places.geometries.length}`,
  ];
  return [...layers, ...names].join(', ');
}

/** Words of a stranger's file in Markdown: none of its signs may do anything. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#&]/g, '\\$&');

/** Credits as a list in Markdown. */
export const creditLines = (credits: readonly GroundCredit[]): string =>
  credits
    .map(({ text, texts = {}, licence }) => {
      const others = Object.entries(texts).map(([tag, words]) => `; ${tag}: ${plain(words)}`);
      return `- ${plain(text)}${others.join('')} (${plain(licence)})`;
    })
    .join('\n');

/** Where a story's detail comes from, in Markdown. Holds no date, so that the same input gives the same file. */
export function groundProvenance(options: GroundOptions, archive: ArchiveTold, details: readonly Detail[]): string {
  const credits = details[0]?.meta.attribution ?? [];
  const rows = details.map((detail) => [`\`${detail.meta.section}.topo.json\``, contentOf(detail)]);
  return [
    '# Where the detail in this folder comes from',
    `Made by\n\n    ${groundCommandFor(options)}`,
    `from vector tiles (${archive.format}, schema ${archive.schema}, ${archive.bytes} bytes, SHA-256 \`${archive.sha256}\`): cut to what the story's cameras see, generalised for the nearest zoom it is seen at, never edited by hand.`,
    `Credits the map must show, and terms of the files here:\n\n${creditLines(credits)}`,
    ...(credits.some(({ licence }) => licence.startsWith('ODbL')) ? [ODBL] : []),
    markdownTable([['file', 'content'], ...rows]),
  ]
    .join('\n\n')
    .concat('\n');
}

import type { RawFault, RawFile } from '../../content/files/raw.ts';
import { readTable } from '../../data/tables/read-table.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readYaml } from './read-yaml.ts';

/** A file that cannot be read, and why. */
export function failedFile(path: string, fault: RawFault): RawFile {
  return { path, data: undefined, body: '', bodyLine: 1, lines: {}, fault };
}

/** Why a text is not JSON, in an author's words where it is something that is known. */
function jsonFault(text: string, message: string): string {
  if (/^\s*</.test(text)) return 'it is a web page or XML, such as is saved in place of a file';
  if (/after JSON/.test(message)) {
    return 'something follows its end, as in a list of features with one on each line (GeoJSONSeq)';
  }
  return message.replace(/ in JSON at position.*$/s, '');
}

function readGeoJson(path: string, text: string): RawFile {
  try {
    return { path, data: JSON.parse(text), body: '', bodyLine: 1, lines: {}, fault: null };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(detail)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    return failedFile(path, {
      problem: 'MalformedGeoJson',
      detail: jsonFault(text, detail),
      line,
    });
  }
}

function readMdx(path: string, text: string): RawFile {
  const split = splitFrontmatter(text);
  if (split === null) {
    const detail = 'the file does not begin with frontmatter between two lines of ---';
    return failedFile(path, { problem: 'MalformedYaml', detail, line: 1 });
  }
  const { data, fault, ...found } = readYaml(split.frontmatter, 1);
  return {
    path,
    data: data ?? (fault === null ? {} : undefined),
    body: split.body,
    bodyLine: split.head.split('\n').length,
    ...found,
    fault,
  };
}

/** Ground that cannot be read is ground that is not there: the story is told without it. */
function readGround(path: string, text: string): RawFile {
  const { data = null, ...file } = readGeoJson(path, text);
  return { ...file, data, fault: null };
}

/** Reads the text of one file of a story as its name says. */
export function readStoryText(path: string, text: string): RawFile {
  if (path.endsWith('.mdx')) return readMdx(path, text);
  if (path.endsWith('.geojson')) return readGeoJson(path, text);
  if (/\.(csv|tsv)$/.test(path)) return { path, data: readTable(text), body: '', bodyLine: 1, lines: {}, fault: null };
  if (path.endsWith('.json')) return readGround(path, text);
  if (!path.endsWith('.yaml')) return { path, data: {}, body: '', bodyLine: 1, lines: {}, fault: null };
  return { path, body: '', bodyLine: 1, ...readYaml(text) };
}

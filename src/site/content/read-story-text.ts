import type { RawFault, RawFile } from '../../content/files/raw.ts';
import { readYaml } from './read-yaml.ts';

/** A file that cannot be read, and why. */
export function failedFile(path: string, fault: RawFault): RawFile {
  return { path, data: undefined, body: '', bodyLine: 1, lines: {}, fault };
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
      detail: detail.replace(/ in JSON at position.*$/s, ''),
      line,
    });
  }
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

function readMdx(path: string, text: string): RawFile {
  const match = text.startsWith('---') ? FRONTMATTER.exec(text) : null;
  if (match === null) {
    const detail = 'the file does not begin with frontmatter between two lines of ---';
    return failedFile(path, { problem: 'MalformedYaml', detail, line: 1 });
  }
  const { data, lines, fault } = readYaml(match[1] ?? '', 1);
  const bodyLine = match[0].split('\n').length;
  return {
    path,
    data: data ?? (fault === null ? {} : undefined),
    body: text.slice(match[0].length),
    bodyLine,
    lines,
    fault,
  };
}

/** Reads the text of one file of a story as its name says. */
export function readStoryText(path: string, text: string): RawFile {
  if (path.endsWith('.mdx')) return readMdx(path, text);
  if (path.endsWith('.geojson')) return readGeoJson(path, text);
  if (!path.endsWith('.yaml')) return { path, data: {}, body: '', bodyLine: 1, lines: {}, fault: null };
  return { path, body: '', bodyLine: 1, ...readYaml(text) };
}

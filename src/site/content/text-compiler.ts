import { satteri } from '@astrojs/markdown-satteri';
import type { RawFile, RawStory } from '../../content/files/raw.ts';
import { storyFiles } from '../../content/files/story-files.ts';
import { buildProblem, errorsOf, type Problem } from '../../content/lint/diagnostics/problems.ts';
import { TEXT_FEATURES } from '../../content/prose/text-tree.ts';

/** What turns the texts of stories into components, in the build (`astro.config.mjs`) and here. */
export const textProcessor = satteri({ features: TEXT_FEATURES });

/** How that is done in both. */
export const TEXT_OPTIONS = { syntaxHighlight: false } as const;

const NOTHING = { optimize: false, srcDir: new URL('file:///'), sourcemap: false };

type Compile = (body: string, name: string) => Promise<{ readonly code: string }>;

async function createCompiler(): Promise<Compile> {
  const shared = { ...TEXT_OPTIONS, ...TEXT_FEATURES, shikiConfig: {} };
  const renderer = await textProcessor.createMdxRenderer?.(
    { ...shared, smartypants: shared.smartPunctuation } as never,
    NOTHING as never,
  );
  if (renderer === undefined) throw new Error('The processor of texts compiles no MDX.');
  return (body, name) => renderer.process(body, `/${name}`, {});
}

let compiler: Promise<Compile> | null = null;

/** The module that the build makes of a section's text. Rejects, in the compiler's words, where it makes none. */
export async function compileText(body: string, name: string): Promise<string> {
  compiler ??= createCompiler();
  const compile = await compiler;
  return (await compile(body, name)).code;
}

async function faultOf({ path, body, bodyLine }: RawFile, folder: string): Promise<readonly Problem[]> {
  try {
    await compileText('\n'.repeat(bodyLine - 1) + body, `${folder}/${path}`);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, detail = message] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    const where = { file: `${folder}/${path}`, field: 'text', line: line === undefined ? bodyLine : Number(line) };
    const cure = 'Take the last thing you changed in this text out again, and put it in piece by piece.';
    return [buildProblem('MalformedMdx', where, { detail: detail.replace(/\.$/, ''), cure })];
  }
}

/** What the compiler refuses of a story's texts and no rule has told yet, with a better cure. */
export async function checkCompiled(raw: RawStory, known: readonly Problem[]): Promise<readonly Problem[]> {
  const refused = new Set(errorsOf(known).map(({ file }) => file));
  const texts = storyFiles(raw).mdx.filter(
    ({ file }) => file.fault === null && !refused.has(`${raw.folder}/${file.path}`),
  );
  return (await Promise.all(texts.map(({ file }) => faultOf(file, raw.folder)))).flat();
}

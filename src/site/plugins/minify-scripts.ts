import { minify, minify_sync } from 'terser';

interface Chunk {
  readonly type: string;
  readonly name?: string;
  code?: string;
}

interface BuildStep {
  readonly environment: { readonly name: string };
}

/** MapLibre is large and comes minified: another pass over it costs seconds and gains nothing. */
const LEFT_ALONE = /maplibre/;

/** A Vite plugin: a second, slower minifier goes over the reader's own scripts, for some four per cent of their weight. */
export function shrinkScripts() {
  return {
    name: 'shrink-scripts',
    apply: 'build' as const,
    enforce: 'post' as const,
    async generateBundle(this: BuildStep, _options: unknown, bundle: Readonly<Record<string, Chunk>>): Promise<void> {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.code || LEFT_ALONE.test(chunk.name ?? '')) continue;
        const { code } = await minify(chunk.code, { module: true, compress: { passes: 3, ecma: 2020 } });
        if (code) chunk.code = code;
      }
    },
  };
}

/** Scripts in the page itself, as they are written in components; data blocks and modules are something else. */
const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;

const known = new Map<string, string>();

function shrink(code: string): string {
  const shrunk = known.get(code) ?? minify_sync(code, { compress: { ecma: 2020 } }).code ?? code;
  known.set(code, shrunk);
  return shrunk;
}

/** A page whose small scripts, which stand in every one, are as short as they can be. */
export const shrinkInlineScripts = (html: string): string =>
  html.replace(INLINE_SCRIPT, (_, code: string) => `<script>${shrink(code)}</script>`);

interface Chunk {
  readonly type: string;
  readonly code?: string;
}

interface BuildStep {
  readonly environment: { readonly name: string };
}

const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * A Vite plugin: what is fetched on demand is fetched by the browser's own `import()`. Vite's helper around it fetches a
 * chunk's style sheets and chunks at once with it; ours have none, and the helper is two per cent of the reader's scripts.
 */
export function plainImports() {
  return {
    name: 'plain-imports',
    apply: 'build' as const,
    enforce: 'pre' as const,
    transform: (_code: string, id: string) =>
      id === PRELOAD_HELPER ? { code: 'export const __vitePreload = (load) => load();', map: null } : null,
    generateBundle(this: BuildStep, _options: unknown, bundle: Readonly<Record<string, Chunk>>): void {
      if (this.environment.name !== 'client') return;
      for (const { type, code = '' } of Object.values(bundle)) {
        if (type === 'chunk' && /__vite__mapDeps.{0,999}\.css"/s.test(code)) {
          throw new Error('A script that is fetched on demand has a style sheet, which nothing would fetch.');
        }
      }
    },
  };
}

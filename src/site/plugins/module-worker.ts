/** Asks for the address of a module worker: `import url from './worker.ts?module-worker'`. */
const QUERY = '?module-worker';

interface BuildContext {
  readonly environment: { readonly mode: string };
  emitFile(file: { readonly type: 'chunk'; readonly id: string }): string;
  resolve(id: string, importer?: string): Promise<{ readonly id: string } | null>;
}

/**
 * A Vite plugin: a module worker is a chunk of the page's own build, so that it shares chunks with the page. Vite's own
 * workers are builds of their own and carry all they share a second time.
 */
export function moduleWorker() {
  return {
    name: 'module-worker',
    enforce: 'pre' as const,
    async resolveId(this: BuildContext, id: string, importer?: string): Promise<string | undefined> {
      if (!id.endsWith(QUERY)) return undefined;
      const found = await this.resolve(id.slice(0, -QUERY.length), importer);
      return found ? found.id + QUERY : undefined;
    },
    load(this: BuildContext, id: string): string | undefined {
      if (!id.endsWith(QUERY)) return undefined;
      const file = id.slice(0, -QUERY.length);
      if (this.environment.mode === 'dev')
        return `export default ${JSON.stringify(file.startsWith('/') ? `/@fs${file}?worker_file&type=module` : `/@id/${file}`)};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: file })};`;
    },
  };
}

/**
 * A Vite plugin: what is fetched on demand is fetched by `import()` alone. Vite would name what that file imports as well,
 * by addresses that lead nowhere in an edition of one file. Astro sets this for the client whatever the site's settings say.
 */
export function fetchByImportAlone() {
  return {
    name: 'fetch-by-import-alone',
    configEnvironment: (name: string) => (name === 'client' ? { build: { modulePreload: false as const } } : undefined),
  };
}

/**
 * Runs in an edition of one file, as text: modules are blocks of the page, made into blobs that import one another.
 * Blocks that wait to be asked for are packed. It may use nothing from outside itself.
 */
export function loadSingleFile(entry: string): void {
  const blocks = new Map(
    [...document.querySelectorAll<HTMLScriptElement>('script[data-file]')].map((block) => [
      block.dataset['file'] ?? '',
      {
        packed: block.dataset['packed'] === '',
        bytes: () => Uint8Array.from(atob(block.text), (c) => c.charCodeAt(0)),
      },
    ]),
  );
  const texts = new Map<string, string>();
  const urls = new Map<string, string>();
  for (const [name, { packed, bytes }] of blocks) if (!packed) texts.set(name, new TextDecoder().decode(bytes()));
  const urlOf = (name: string): string => {
    const code = (texts.get(name) ?? '').replace(/single-file:([\w.%-]+)/g, (_, other: string) => urlOf(other));
    const url = urls.get(name) ?? URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    urls.set(name, url);
    return url;
  };
  const unpack = async (): Promise<void> => {
    for (const [name, { packed, bytes }] of blocks) {
      if (!packed || texts.has(name)) continue;
      const stream = new Blob([bytes()]).stream().pipeThrough(new DecompressionStream('gzip'));
      texts.set(name, await new Response(stream).text());
    }
  };
  Object.assign(window, {
    singleFile: {
      load: async (name: string) => {
        await unpack();
        return import(urlOf(name));
      },
      url: urlOf,
    },
  });
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: urlOf(entry) }));
}

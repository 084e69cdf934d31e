/** What is wrong with a piece of XML, or null. Knows elements, attributes, text and the five named entities. */
export function xmlFault(text: string): string | null {
  const open: string[] = [];
  const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  const TEXT = /[^<]+/y;
  for (let at = 0; at < text.length; ) {
    const pattern = text[at] === '<' ? TAG : TEXT;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return `unreadable at ${at}: ${text.slice(at, at + 60)}`;
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(match[0])) return `bare ampersand: ${match[0].slice(0, 60)}`;
    const [, closing, name = '', attributes = '', selfClosing] = match;
    if (pattern === TAG) {
      const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map(([, attribute]) => attribute);
      if (new Set(names).size !== names.length) return `attribute twice: ${match[0]}`;
      if (closing && open.pop() !== name) return `</${name}> closes something else`;
      if (!closing && !selfClosing) open.push(name);
    }
    at += match[0].length;
  }
  return open.length > 0 ? `never closed: ${open.join(', ')}` : null;
}

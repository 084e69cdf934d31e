const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /[^<]+/y;

/** Opens or closes an element; what is wrong with its tag, or null. */
function tagFault(
  [tag, closing, name = '', attributes = '', selfClosing]: RegExpExecArray,
  open: string[],
): string | null {
  const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map(([, attribute]) => attribute);
  if (new Set(names).size !== names.length) return `attribute twice: ${tag}`;
  if (closing && open.pop() !== name) return `</${name}> closes something else`;
  if (!closing && !selfClosing) open.push(name);
  return null;
}

/** What is wrong with a piece of XML, or null. Knows elements, attributes, text and the five named entities. */
export function xmlFault(text: string): string | null {
  const open: string[] = [];
  for (let at = 0; at < text.length; ) {
    const pattern = text[at] === '<' ? TAG : TEXT;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return `unreadable at ${at}: ${text.slice(at, at + 60)}`;
    if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(match[0])) return `bare ampersand: ${match[0].slice(0, 60)}`;
    const fault = pattern === TAG ? tagFault(match, open) : null;
    if (fault) return fault;
    at += match[0].length;
  }
  return open.length > 0 ? `never closed: ${open.join(', ')}` : null;
}

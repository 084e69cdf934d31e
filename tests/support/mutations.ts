import fc from 'fast-check';

/** Files of a story by their path, as bytes. */
export type StoryBytes = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What people paste, type and mistype into the text of a section. */
const IN_TEXT = [
  ...[
    '<!-- a remark -->',
    'One<br>two',
    '<in pencil>',
    'See <https://example.org/a>.',
    'a < b',
    'a <5',
    '{sic}',
    '{',
    '}',
  ],
  ...[
    '\\{sic\\}',
    '{/* a remark */}',
    '{"words"}',
    '<Fact id="crossed">',
    '<Fact id="crossed"/>',
    '<fact id="crossed"/>',
  ],
  ...[
    '<Fact id=“crossed”/>',
    '<Fact id={crossed}/>',
    '<Fact/>',
    '<Fact id="crossed" client:load/>',
    '<Numeral fact="crossed"/>',
  ],
  ...[
    '<Quote by="X" source="A">No.</Quote>',
    '<Quote source="A">No.</Quote>',
    '<Fact id="crossed"><Quote by="X" source="A">y</Quote></Fact>',
  ],
  ...[
    '![a boat](./boat.png)',
    '![a boat](/boat.png)',
    '![a boat](/100%.png)',
    '![a boat](https://example.org/b.png)',
    '![](x y.png)',
  ],
  ...[
    '<img src="/boat.png" alt="a boat"/>',
    '<img src={boat}/>',
    '<video src="/a.mp4"/>',
    '<iframe src="https://example.org"/>',
  ],
  ...[
    '<script>alert(1)</script>',
    '<style>{`p{}`}</style>',
    '<div onclick="x()">a</div>',
    '<div {...props}>a</div>',
    '<div style={{color: "red"}}>a</div>',
  ],
  ...[
    '[a](#harbour)',
    '[a](#nowhere)',
    '[a](www.example.org)',
    '[a](my file.pdf)',
    '[a][b]',
    '[a](%)',
    '[a]()',
    '[a](javascript:x)',
  ],
  ...[
    'a word[^n]\n\n[^n]: a *note* with <Fact id="crossed"/>',
    'a word[^n]',
    '[^n]: a note',
    'a[^50%]\n\n[^50%]: b',
    'a[^ä]\n\n[^ä]: b',
  ],
  ...[
    "import x from './x.js'",
    'export const a = 1',
    'export default 1',
    'import it from the shore',
    '# Harbour',
    '## Deep',
    '## Deep\n\n## Deep',
  ],
  ...[
    '| a | b |\n|---|---|\n| 1',
    '```js\nconst a = {\n```',
    '`{a}` and `<b>`',
    '<details><summary>a</summary>b</details>',
    '<svg><path d="M0 0"/></svg>',
  ],
  ...[
    '<a href="#harbour">a</a>',
    '<p>a</p>',
    '<p>a',
    '</p>',
    '<>a</>',
    '<a.b/>',
    '<Fragment>a</Fragment>',
    '<slot/>',
    '<x-y/>',
    '&nbsp;&bogus;',
  ],
  ...[
    '---\n\nafter a rule',
    '+++\na = 1\n+++',
    '\t\tcode',
    '\u2028',
    '\ufeff',
    '<Fact id="toString"/>',
    '<Fact id="__proto__"/>',
    `{\`\${1}\`}`,
    '{}',
  ],
];

/** Values where another belongs. */
const IN_YAML = [
  ...[
    '~',
    '""',
    '0',
    '-1',
    '1e9',
    '.nan',
    '.inf',
    '[]',
    '{}',
    '[1, 2]',
    'nowhere',
    '"2024-02-31"',
    '0079',
    'yes',
    '!!binary aGk=',
    '!odd x',
  ],
  ...[
    '&a [*a]',
    '*nothing',
    '{ a, b }',
    '11,300 people',
    '"#"',
    'Log #three',
    '|\n  a\n  b',
    '>-\n  a',
    '12:30:00',
    '0o17',
    '1_000',
    'x: y',
    '"unclosed',
  ],
];

const SIGNS = [...'<>{}[]()"\'`#:,-|&*!%@\\/=~?+$ \n\t\0é😀ع'];

type Change = (text: string, at: number, pick: number) => string;

const line = (lines: readonly string[], at: number): number => Math.floor(at * lines.length);
const choose = <T>(list: readonly T[], pick: number): T => list[Math.floor(pick * list.length)] as T;

const byLines =
  (change: (lines: readonly string[], index: number, pick: number) => readonly string[]): Change =>
  (text, at, pick) => {
    const lines = text.split('\n');
    return change(lines, line(lines, at), pick).join('\n');
  };

/** Below the frontmatter, since most of what goes wrong goes wrong there. */
const inBody: Change = (text, at, pick) => {
  const body = text.indexOf('\n---', 3) + 5;
  const lines = text.slice(body).split('\n');
  const index = line(lines, at);
  const changed = [...lines.slice(0, index), '', choose(IN_TEXT, pick), '', ...lines.slice(index)];
  return text.slice(0, body) + changed.join('\n');
};

const inLine: Change = (text, at, pick) => {
  const places = [...text.matchAll(/[\p{L}.] /gu)].map(({ index }) => index + 1);
  const index = choose([...places, text.length], at);
  return `${text.slice(0, index)} ${choose(IN_TEXT, pick)}${text.slice(index)}`;
};

const CHANGES: Readonly<Record<string, Change>> = {
  'a thing pasted below the frontmatter': inBody,
  'a thing pasted into a line': inLine,
  'a value in place of another': byLines((lines, index, pick) =>
    lines.with(
      index,
      (lines[index] ?? '').replace(/(: ?)(?!$).*/, (_, colon: string) => `${colon}${choose(IN_YAML, pick)}`),
    ),
  ),
  'a line lost': byLines((lines, index) => lines.toSpliced(index, 1)),
  'a line twice': byLines((lines, index) => lines.toSpliced(index, 0, lines[index] ?? '')),
  'two lines exchanged': byLines((lines, index, pick) => {
    const other = line(lines, pick);
    return lines.with(index, lines[other] ?? '').with(other, lines[index] ?? '');
  }),
  'a line further in': byLines((lines, index) => lines.with(index, `  ${lines[index]}`)),
  'a sign more': (text, at, pick) => {
    const index = Math.floor(at * text.length);
    return text.slice(0, index) + choose(SIGNS, pick) + text.slice(index);
  },
  'a sign less': (text, at) => {
    const index = Math.floor(at * text.length);
    return text.slice(0, index) + text.slice(index + 1);
  },
  'a word in place of another': (text, at, pick) => {
    const words = [...text.matchAll(/[\p{L}\p{N}-]+/gu)];
    const [from, to] = [choose(words, at), choose(words, pick)];
    return text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
  },
  'the end cut off': (text, at) => text.slice(0, Math.floor(at * text.length)),
  'a mark of the order of bytes': (text) => `\ufeff${text}`,
  'the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'the line ends of old Macs': (text) => text.replaceAll('\n', '\r'),
  'nothing left': () => '',
};

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'saved as Latin 1': (text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff),
  'saved as UTF-16': (text) => new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer),
};

/** A change of one file of a story: what it is, and the file as it is then. */
export interface Mutation {
  readonly what: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

const share = () => fc.double({ min: 0, max: 0.999999, noNaN: true });

/** Changes of the files of a valid story, such as people make by accident. The same seed gives the same ones. */
export function mutationsOf(story: StoryBytes, count: number, seed: number): readonly Mutation[] {
  const kinds = [...Object.keys(CHANGES), ...Object.keys(CHANGES).slice(0, 3), ...Object.keys(ENCODINGS)];
  const chosen = fc.record({
    path: fc.constantFrom(...story.keys()),
    what: fc.constantFrom(...kinds),
    at: share(),
    pick: share(),
  });
  return fc.sample(chosen, { numRuns: count, seed }).map(({ path, what, at, pick }) => {
    const text = decoder.decode(story.get(path));
    const change = CHANGES[what];
    const isProse = path.endsWith('.mdx') || !/pasted/.test(what);
    const bytes =
      change === undefined ? ENCODINGS[what]?.(text) : encoder.encode(isProse ? change(text, at, pick) : `${text} `);
    return { what: `${what} (${pick.toFixed(3)})`, path, bytes: bytes ?? encoder.encode(text) };
  });
}

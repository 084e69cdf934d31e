import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');

/** Built by other tests while this one reads; nothing in it is a source. */
const BUILT_SITES = 'tests/.sites';

async function pathsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [`/${path}`];
    return path === BUILT_SITES ? [] : [`/${path}/`, ...(await pathsBelow(path))];
  });
  return (await Promise.all(paths)).flat();
}

const top = (await readdir(ROOT)).map((name) => `/${name}`);
const FOLDERS = ['src', 'tests', 'content', 'public'];
const below = await Promise.all(FOLDERS.map(pathsBelow));
const paths = [...top, ...FOLDERS.map((folder) => `/${folder}/`), ...below.flat()];

/** Code that names a file or a folder, whole or by its last parts; `<kind>` in it stands for any name. */
const NAMES_PATH = /`([\w@[\]<>-][\w@[\]<>./-]*(?:\/|\.(?:ts|mjs|json|ya?ml|md|css|astro)))`/g;

/** Made by a build, or by the tests. */
const MADE = /^(dist|tests\/\.sites)\//;

function isThere(named: string): boolean {
  const pattern = named.replace(/[.[\]]/g, '\\$&').replace(/<[\w-]+>/g, '[^/]+');
  const ending = new RegExp(`/${pattern}$`);
  return paths.some((path) => ending.test(path));
}

for (const document of ['src/README.md', 'CONTRIBUTING.md', 'tests/README.md']) {
  test(`every file and folder that ${document} names is there`, async () => {
    const text = await readFile(join(ROOT, document), 'utf8');
    const named = [...text.matchAll(NAMES_PATH)].map(([, path = '']) => path);
    assert.ok(named.length > 5, 'paths were found');
    assert.deepEqual(
      named.filter((path) => !isThere(path) && !MADE.test(path)),
      [],
    );
  });
}

/** What editors come looking for, each in words of their own. */
const SOUGHT = [
  ...['colours', 'typefaces', 'logo', 'corrections', 'translate', 'picture', 'video', 'streets', 'satellite'],
  ...['spreadsheet', 'legend', 'lines, bars', 'StoryMapJS', 'film', 'print', 'embed', 'map of your own'],
];

const guide = await readFile(join(ROOT, 'content', 'README.md'), 'utf8');
const contents = guide.slice(0, guide.indexOf('\n## '));

/** The address of a heading within its document, as sites that show Markdown make it. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

test('the contents of the authors’ guide lead to each of its pages, and name what editors look for', async () => {
  const pages = (await readdir(join(ROOT, 'content', 'guide'))).map((name) => `guide/${name}`);
  assert.ok(pages.length > 5, 'pages were found');
  assert.deepEqual(
    [...pages, 'EMBED.md'].filter((page) => !contents.includes(`(${page})`)),
    [],
  );
  assert.deepEqual(
    SOUGHT.filter((word) => !contents.includes(word)),
    [],
  );
});

test('every link within the authors’ guide leads to a heading that is there', async () => {
  const documents = [
    'README.md',
    'EMBED.md',
    ...(await readdir(join(ROOT, 'content', 'guide'))).map((n) => `guide/${n}`),
  ];
  const texts = new Map(
    await Promise.all(
      documents.map(async (path) => [path, await readFile(join(ROOT, 'content', path), 'utf8')] as const),
    ),
  );
  const dead = [...texts].flatMap(([path, text]) =>
    [...text.replaceAll(/```.*?```/gs, '').matchAll(/\]\((?!https?:)([^)#\s]*\.md)?#([^)\s]+)\)/g)].flatMap(
      ([link, file, anchor]) => {
        const target = file === undefined ? path : posix.join(posix.dirname(path), file);
        const headings = (texts.get(target) ?? '').matchAll(/^#+ (.+)$/gm);
        return [...headings].some(([, heading = '']) => anchorOf(heading) === anchor) ? [] : [`${path}: ${link}`];
      },
    ),
  );
  assert.deepEqual(dead, []);
});

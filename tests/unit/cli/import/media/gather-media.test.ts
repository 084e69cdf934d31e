import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Fetched, FetchRefusal } from '../../../../../src/cli/import/media/fetch-safely.ts';
import { type Gathered, gatherMedia, MAX_FETCHED } from '../../../../../src/cli/import/media/gather-media.ts';
import type { Wanted } from '../../../../../src/cli/import/media/wanted-media.ts';
import { FIXTURES } from '../../../../support/imported.ts';

const picture = await readFile(join(FIXTURES, 'islands', 'boat.jpg'));
const wanted = (address: string, own: Partial<Wanted> = {}): Wanted => ({
  address,
  alt: '',
  caption: '',
  credit: '',
  title: '',
  ...own,
});

type Answers = Readonly<Record<string, { readonly body: string | Uint8Array; readonly type?: string } | string>>;

/** A web that holds these pages and files; a text is the reason why something is refused. */
function web(answers: Answers) {
  const asked: string[] = [];
  const fetch = (address: string): Promise<Fetched> => {
    asked.push(address);
    const answer = answers[address];
    if (answer === undefined || typeof answer === 'string') return Promise.reject(new FetchRefusal(answer ?? 'gone'));
    const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
    return Promise.resolve({ bytes, type: answer.type ?? '', address });
  };
  return { asked, fetch };
}

const beside = (files: Readonly<Record<string, Uint8Array>>) => ({
  neighbours: { paths: Object.keys(files), textOf: () => null },
  readBeside: (path: string) => Promise.resolve(files[path] ?? assert.fail(path)),
});

const gather = (all: readonly Wanted[], answers: Answers | null, files: Readonly<Record<string, Uint8Array>> = {}) => {
  const { fetch, asked } = web(answers ?? {});
  const { neighbours, readBeside } = beside(files);
  const effects = { readBeside, fetch: answers === null ? null : fetch, progress: () => undefined };
  return gatherMedia(all, neighbours, effects).then((gathered) => ({ ...gathered, asked }));
};

const shownAt = ({ shown }: Pick<Gathered, 'shown'>, address: string) => shown.get(address) ?? assert.fail(address);
const reasonAt = (gathered: Pick<Gathered, 'shown'>, address: string): string => {
  const shown = shownAt(gathered, address);
  return shown.kind === 'missing' ? shown.why : assert.fail(`${address} is ${shown.kind}`);
};

test('a file beside the story is found as its address names it, and never outside the folder', async () => {
  const files = { 'images/The Boat.JPG': picture, 'other.txt': new Uint8Array() };
  const all = ['./images/The%20Boat.JPG', '/images/the boat.jpg', '../../etc/passwd', 'images/none.jpg'].map((one) =>
    wanted(one),
  );
  const gathered = await gather(all, null, files);
  assert.deepEqual(
    gathered.files.map(({ name }) => name),
    ['the-boat.jpg'],
    'one picture under two addresses is one file',
  );
  assert.equal(reasonAt(gathered, '../../etc/passwd'), 'there is no such file beside the story');
  assert.equal(reasonAt(gathered, 'images/none.jpg'), 'there is no such file beside the story');
});

test('without leave nothing is fetched: pictures are listed, pages become cards', async () => {
  const [photo, film, post] = [
    'https://a.example.org/b.jpg',
    'https://vimeo.com/1',
    'https://en.wikipedia.org/wiki/Outer_Hebrides',
  ];
  const gathered = await gather([wanted(photo), wanted(film, { title: 'A film' }), wanted(post)], null);
  assert.deepEqual([gathered.asked, gathered.remote], [[], [photo]]);
  assert.match(reasonAt(gathered, photo), /--fetch/);
  assert.deepEqual(shownAt(gathered, film), { kind: 'page', href: film, title: 'A film', picture: null });
  assert.deepEqual(shownAt(gathered, post), {
    kind: 'page',
    href: post,
    title: 'Outer Hebrides (Wikipedia)',
    picture: null,
  });
});

test('what is fetched is known by what is in it: a web page sent as a JPEG is refused, a PNG called JPEG gets its name', async () => {
  const [fake, real, text] = [
    'https://a.example.org/fake.jpg',
    'https://a.example.org/photo.png?size=large',
    'https://a.example.org/notes.jpg',
  ];
  const gathered = await gather([wanted(fake), wanted(real), wanted(text)], {
    [fake]: { body: '<!doctype html><title>Log in</title>', type: 'image/jpeg' },
    [real]: { body: picture, type: 'image/png' },
    [text]: { body: 'no picture at all', type: 'image/jpeg' },
  });
  assert.match(reasonAt(gathered, fake), /web page/);
  assert.deepEqual(
    gathered.files.map(({ name }) => name),
    ['photo.jpg'],
  );
  assert.match(reasonAt(gathered, text), /no JPG/);
});

test('a page has its title and picture, and is a card without them where it cannot be asked', async () => {
  const [page, gone] = ['https://vimeo.com/123', 'https://vimeo.com/456'];
  const html =
    '<head><meta property="og:title" content="The flood"><meta property="og:image" content="/still.jpg"></head>';
  const gathered = await gather([wanted(page), wanted(gone, { title: 'Another' })], {
    [page]: { body: html, type: 'text/html; charset=utf-8' },
    'https://vimeo.com/still.jpg': { body: picture },
    [gone]: 'its server answers 403',
  });
  assert.deepEqual(shownAt(gathered, page), { kind: 'page', href: page, title: 'The flood', picture: 'still.jpg' });
  assert.deepEqual(shownAt(gathered, gone), { kind: 'page', href: gone, title: 'Another', picture: null });
});

test('of ten thousand pictures no more are fetched than a story can hold', async () => {
  const all = Array.from({ length: 10_000 }, (_, at) => wanted(`https://a.example.org/${at}.jpg`));
  const gathered = await gather(all, {});
  assert.equal(gathered.asked.length, MAX_FETCHED);
  assert.match(reasonAt(gathered, 'https://a.example.org/9999.jpg'), /no more than 1000 files/);
  assert.equal(reasonAt(gathered, 'https://a.example.org/0.jpg'), 'gone');
});

test('pictures within a text are files, and what is none says so', async () => {
  const good = `data:image/jpeg;base64,${picture.toString('base64')}`;
  const gathered = await gather(
    [wanted(good), wanted('data:image/png;base64,QUJD'), wanted('data:image/png,%zz')],
    null,
  );
  assert.deepEqual(
    gathered.files.map(({ name }) => name),
    ['picture.jpg'],
  );
  assert.match(reasonAt(gathered, 'data:image/png;base64,QUJD'), /no (PNG|JPG)/);
  assert.equal(reasonAt(gathered, 'data:image/png,%zz'), 'it cannot be read');
});

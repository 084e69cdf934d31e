import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { errorsOf, renderProblems } from '../../src/content/lint/diagnostics/problems.ts';
import { findContentProblems } from '../../src/site/content/content-problems.ts';
import { DISK } from '../../src/site/content/read-content.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../fixtures/content/read-fixture.ts';
import { type Mutation, mutationsOf, type StoryBytes } from '../support/mutations.ts';
import { startPageServer } from '../support/page-server.ts';

const SLUG = 'crossing';
const STORIES = join(FIXTURE_ROOT, 'content', 'stories');
const FIXTURES = join(FIXTURE_ROOT, '..');

/** The story of a fixture, whole: what it lays over the valid one, and the rest of that. */
async function storyOf(overlay: string | null): Promise<StoryBytes> {
  const effects = fixtureEffects(overlay);
  const paths = await effects.list(STORIES);
  const read = paths.map(
    async (path) => [path.slice(SLUG.length + 1), await effects.read(join(STORIES, path))] as const,
  );
  return new Map(await Promise.all(read));
}

const story = await storyOf('translated');
const server = await startPageServer(join(FIXTURE_ROOT, 'public'), SLUG, story, 'island.topo.json');
after(() => server.stop());

const folders = { root: server.root, publicFolder: join(server.root, 'public') };
const ALL = ['/en/crossing/', '/ar/crossing/', '/en/crossing/sources/', '/en/'];

/** Pages on which a change of a file may show. */
function pagesWith(path: string): readonly string[] {
  const locale = path.startsWith('ar/') ? 'ar' : 'en';
  const onMap = `/${locale}/crossing/`;
  const apart = `/${locale}/crossing/sources/`;
  if (/-sources\.mdx$/.test(path)) return [apart];
  return /^(facts|story)\.yaml$/.test(path) ? [onMap, apart] : [onMap];
}

/** `told` where the check names a mistake, `built` where it names none and the pages are made; else what is wrong. */
async function disagreement(what: string, addresses: readonly string[]): Promise<string> {
  const { problems } = await findContentProblems(folders, DISK);
  const errors = errorsOf(problems);
  const isNamed = errors.every(({ file, message, hint }) => file !== '' && message !== '' && hint.trim() !== '');
  if (errors.length > 0) return isNamed ? 'told' : `${what}: a mistake without a cure\n${renderProblems(errors)}`;
  const failed = await server.failures(addresses);
  if (failed.length > 0) return `${what}: the check has no error, but the build fails\n${failed.join('\n')}`;
  return 'built';
}

async function tried({ what, path, bytes }: Mutation): Promise<string> {
  await server.show(new Map([...story, [path, bytes]]));
  return disagreement(`${path}: ${what}\n${Buffer.from(bytes).toString('utf8')}`, pagesWith(path));
}

test('the valid story is built', async () => {
  assert.deepEqual(await server.failures(ALL), []);
});

test('whenever a build of a changed story fails, the check has told why', async () => {
  const results: string[] = [];
  for (const mutation of mutationsOf(story, 200, 20_261_130)) results.push(await tried(mutation));
  const wrong = results.filter((result) => result !== 'told' && result !== 'built');
  assert.equal(wrong.join('\n\n'), '');
  assert.ok(results.filter((result) => result === 'told').length > 50, 'the changes make mistakes');
  assert.ok(results.filter((result) => result === 'built').length > 50, 'the changes leave stories that can be built');
});

test('whenever a fixture has no error, it is built', async () => {
  const overlays = readdirSync(join(FIXTURES, 'broken')).map((name) => `broken/${name}`);
  const built: string[] = [];
  for (const overlay of overlays) {
    const { problems } = await findContentProblems(
      { root: FIXTURE_ROOT, publicFolder: join(FIXTURE_ROOT, 'public') },
      fixtureEffects(overlay),
    );
    if (errorsOf(problems).length > 0) continue;
    const story = await storyOf(overlay);
    // A server knows the kinds of a story's own that were there when it began.
    if ([...story.keys()].some((path) => path.startsWith('annotations/'))) continue;
    await server.show(story);
    assert.deepEqual(await server.failures(['/en/crossing/']), [], overlay);
    built.push(overlay);
  }
  assert.ok(built.length > 10, 'fixtures with warnings alone were found');
});

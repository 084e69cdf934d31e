import type { SceneDetail } from '../../src/reader/player/events.ts';
import { jumpAnywhere, shuffled } from '../support/jumps.ts';
import { type ReaderOptions, test } from '../support/reader-test.ts';
import { expectSameScene, openAfresh } from '../support/same-scene.ts';
import { seeded } from '../support/seeded.ts';

interface Sample {
  /** Ways through the story. */
  readonly sequences: number;
  /** Of so many sections one is gone to. */
  readonly every: number;
}

/**
 * That a scene depends on the place alone is a law of `sceneAt`, tests/unit/story/scenes/scene-at.test.ts. Here it is the page's:
 * no way leaves anything behind, into whichever section it leads. Another story, other words, a smaller screen or another browser have the same code.
 */
const sampleOf = ({
  siteName,
  language,
  browserName,
}: Pick<ReaderOptions, 'siteName' | 'language'> & { readonly browserName: string }): Sample =>
  siteName === 'main' && language === '' && browserName === 'chromium'
    ? { sequences: 3, every: 2 }
    : { sequences: 1, every: 3 };

test('any way to a section shows the scene of a direct visit', { tag: '@engine' }, async ({
  reader,
  siteName,
  language,
  browserName,
}) => {
  const { sequences, every } = sampleOf({ siteName, language, browserName });
  const sections = reader.sections.filter(({ index }) => index % every === 0);
  const direct = new Map<string, SceneDetail>();
  for (const { id } of sections) direct.set(id, await openAfresh(reader, id));
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = seeded(seed);
    if (seed > 1) await reader.page.reload();
    for (const { id } of shuffled(sections, random)) {
      const way = await jumpAnywhere(reader, random);
      await reader.follow(id);
      const scene = await reader.atRest(id);
      const wanted = direct.get(id);
      if (!wanted) throw new Error(`No direct visit to ${id}.`);
      expectSameScene(scene, wanted, `sequence ${seed}, ${way}, #${id}`);
    }
  }
});

test('any way to a scroll position shows the scene of that position', async ({
  reader,
  siteName,
  language,
  browserName,
}) => {
  await reader.open();
  for (let seed = 101; seed < 101 + sampleOf({ siteName, language, browserName }).sequences; seed += 1) {
    const random = seeded(seed);
    const ways: string[] = [];
    for (let jump = 0; jump < 3; jump += 1) ways.push(await jumpAnywhere(reader, random));
    const found = await reader.atRest();
    const top = await reader.scrollTop();
    await openAfresh(reader);
    await reader.scrollTo(top);
    expectSameScene(await reader.atRest(), found, `sequence ${seed}, ${ways.join(', ')}`);
  }
});

test('a reload stays where it was, and a shared link opens at its section', { tag: '@engine' }, async ({ reader }) => {
  const section = reader.sections[Math.floor(reader.sections.length / 2)];
  if (!section) throw new Error('The story has no sections.');
  const shared = await openAfresh(reader, section.id);
  await reader.page.reload();
  expectSameScene(await reader.atRest(section.id), shared, 'reload at a link');

  await reader.scrollTo((await reader.scrollTop()) + 150);
  const moved = await reader.atRest();
  await reader.page.reload();
  expectSameScene(await reader.atRest(), moved, 'reload a little further');

  expectSameScene(await openAfresh(reader, section.id), shared, 'shared link');
});

import type { LngLat } from '../../src/geo/lng-lat.ts';
import type { Section, Story } from '../../src/story/story.ts';
import { expect, test } from '../support/reader-test.ts';

interface Anchored {
  readonly sectionId: string;
  /** `data-key` of the dot at the place. */
  readonly key: string;
  readonly lngLat: LngLat;
}

interface Sample {
  readonly key: string;
  readonly zoom: number;
  readonly offPx: number;
}

function anchoredIn(story: Story, section: Section): readonly Anchored[] {
  return section.annotations.flatMap((annotation) => {
    if (annotation.kind !== 'callout' || !('place' in annotation.anchor)) return [];
    const place = story.places[annotation.anchor.place];
    if (!place) return [];
    return [{ sectionId: section.id, key: `${section.id}/${annotation.id}:dot`, lngLat: place.lngLat }];
  });
}

test('a callout stays on its place while the camera moves', async ({ reader, told }) => {
  const anchored = told.story.sections.flatMap((section) => anchoredIn(told.story, section));
  test.skip(anchored.length === 0, 'this story has no callouts at places');
  await reader.open();
  await reader.page.evaluate((all) => {
    const samples: Sample[] = [];
    Object.assign(window, { samples });
    document.addEventListener('story:scene', (event) => {
      const map = event.target as HTMLElementTagNameMap['story-map'];
      for (const { key, lngLat } of all) {
        const dot = map.querySelector(`svg.annotation-layer [data-key="${CSS.escape(key)}"]`);
        const point = map.project(lngLat);
        if (!dot || !point) continue;
        const [x, y] = [Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))];
        samples.push({ key, zoom: map.scene?.camera.zoom ?? 0, offPx: Math.hypot(x - point[0], y - point[1]) });
      }
    });
  }, anchored);
  for (const id of new Set(anchored.map(({ sectionId }) => sectionId))) {
    await reader.follow(id);
    await reader.atRest(id);
    const landing = await reader.scrollTop();
    for (let step = 1; step <= 40; step += 1) await reader.scrollTo(landing + step * 20);
    await reader.atRest();
  }
  const samples = await reader.page.evaluate(
    () => (window as unknown as { readonly samples: readonly Sample[] }).samples,
  );
  expect(new Set(samples.map(({ key }) => key)).size).toBe(anchored.length);
  expect(new Set(samples.map(({ zoom }) => zoom)).size, 'the camera moved meanwhile').toBeGreaterThan(5);
  expect(Math.max(...samples.map(({ offPx }) => offPx))).toBeLessThan(1);
});

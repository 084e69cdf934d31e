import type { Annotation } from '../../src/annotations/registry.ts';
import type { LngLat } from '../../src/geo/lng-lat.ts';
import type { Section, Story } from '../../src/story/story.ts';
import type { Reader } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

interface Anchored {
  readonly sectionId: string;
  /** `data-key` of the dot at the place. */
  readonly key: string;
  readonly lngLat: LngLat;
}

interface Sample {
  readonly key: string;
  /** Where the camera was. */
  readonly camera: string;
  readonly offPx: number;
}

function anchoredIn(story: Story, section: Section): readonly Anchored[] {
  return (section.annotations as readonly Annotation[]).flatMap((annotation) => {
    if (annotation.kind !== 'callout' || annotation.place === undefined) return [];
    const place = story.places[annotation.place];
    if (!place) return [];
    return [{ sectionId: section.id, key: `${section.id}/${annotation.id}:dot`, lngLat: place.lngLat }];
  });
}

/** Scrolls a little with each frame until the next section begins. */
async function scrollPast({ page }: Reader, section: string): Promise<void> {
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const map = document.querySelector('story-map') as HTMLElementTagNameMap['story-map'];
        const bottom = document.documentElement.scrollHeight - window.innerHeight;
        const step = (): void => {
          window.scrollBy({ top: 24, behavior: 'instant' });
          if (map.scene?.section === id && window.scrollY < bottom) requestAnimationFrame(step);
          else resolve();
        };
        step();
      }),
    section,
  );
}

test('a callout stays on its place while the camera moves', async ({ reader, told }) => {
  const anchored = told.story.sections.flatMap((section) => anchoredIn(told.story, section));
  expect(anchored.length, 'the story has callouts at places').toBeGreaterThan(0);
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
        samples.push({ key, camera: JSON.stringify(map.scene?.camera), offPx: Math.hypot(x - point[0], y - point[1]) });
      }
    });
  }, anchored);
  for (const id of new Set(anchored.map(({ sectionId }) => sectionId))) {
    await reader.follow(id);
    await reader.atRest(id);
    await scrollPast(reader, id);
  }
  const samples: readonly Sample[] = await reader.page.evaluate(
    () => (window as unknown as { readonly samples: readonly Sample[] }).samples,
  );
  expect(new Set(samples.map(({ camera }) => camera)).size, 'the camera moved meanwhile').toBeGreaterThan(5);
  expect(Math.max(...samples.map(({ offPx }) => offPx))).toBeLessThan(1);
});

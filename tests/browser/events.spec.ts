import { expect, test } from '../support/reader-test.ts';

interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

test('the element tells what happens by events that bubble, and its scene is read-only', async ({ reader }) => {
  await reader.page.addInitScript(() => {
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    for (const type of ['story:ready', 'story:section', 'story:scene', 'story:fallback']) {
      document.addEventListener(type, (event) => {
        heard.push({ type, detail: (event as CustomEvent<Readonly<Record<string, unknown>>>).detail });
      });
    }
  });
  await reader.open();
  const section = reader.sections[2];
  if (!section) throw new Error('The story has fewer than three sections.');
  await reader.follow(section.id);
  const scene = await reader.atRest(section.id);
  const heard = await reader.page.evaluate(() => (window as unknown as { readonly heard: readonly Heard[] }).heard);
  const of = (type: string): readonly Heard[] => heard.filter((event) => event.type === type);

  expect(of('story:ready')).toHaveLength(1);
  expect(of('story:fallback').map(({ detail }) => detail)).toEqual([{ reason: 'no-webgl' }]);
  expect(of('story:section').at(-1)?.detail).toEqual({ id: section.id, index: 2, total: reader.sections.length });
  expect(of('story:scene').at(-1)?.detail).toMatchObject({
    progress: scene.progress,
    section: section.id,
    camera: scene.camera,
    annotations: scene.annotations,
  });
  const isReadOnly = await reader.page.evaluate(() => {
    const prototype: unknown = Object.getPrototypeOf(document.querySelector('story-map'));
    return Object.getOwnPropertyDescriptor(prototype, 'scene')?.set === undefined;
  });
  expect(isReadOnly).toBe(true);
});

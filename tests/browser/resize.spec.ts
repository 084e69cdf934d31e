import { cameraFor } from '../../src/story/camera/framing.ts';
import { cameraNumbers, soon } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';

test('turning or resizing the screen keeps the section and solves its frame anew', async ({ reader, told }) => {
  const section = reader.sections[3];
  if (!section) throw new Error('The story has fewer than four sections.');
  await reader.open(section.id);
  const size = reader.page.viewportSize();
  if (!size) throw new Error('The window has no size.');
  for (const next of [{ width: size.height, height: size.width }, { width: 820, height: 1180 }, size]) {
    await reader.page.setViewportSize(next);
    await soon(async () => (await reader.viewport()).width).toBe(next.width);
    const scene = await reader.atRest(section.id);
    const wanted = cameraNumbers(cameraFor(told.story, section, await reader.viewport()));
    for (const [index, value] of cameraNumbers(scene.camera).entries()) {
      expect(Math.abs(value - (wanted[index] ?? Number.NaN)), `${next.width}×${next.height}`).toBeLessThan(1e-6);
    }
  }
});

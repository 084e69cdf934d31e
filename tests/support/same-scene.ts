import type { SceneDetail } from '../../src/reader/player/events.ts';
import { cameraNumbers, type Reader } from './reader.ts';
import { expect } from './reader-test.ts';

const TOLERANCE = 1e-6;

/** Everything in a scene that could differ, as numbers by name. */
function numbersOf(scene: SceneDetail): Readonly<Record<string, number>> {
  const [lng, lat, zoom, pitch, bearing] = cameraNumbers(scene.camera);
  const annotations = scene.annotations.flatMap(({ key, t, opacity }) => [
    [`${key} t`, t],
    [`${key} opacity`, opacity],
  ]);
  return { progress: scene.progress, lng, lat, zoom, pitch, bearing, ...Object.fromEntries(annotations) };
}

/** Holds a scene of the page to another of its scenes. */
export function expectSameScene(found: SceneDetail, wanted: SceneDetail, how: string): void {
  const [a, b] = [numbersOf(found), numbersOf(wanted)];
  expect(found.section, how).toBe(wanted.section);
  expect(Object.keys(a), how).toEqual(Object.keys(b));
  for (const [name, value] of Object.entries(b)) {
    expect(Math.abs((a[name] ?? Number.NaN) - value), `${how}: ${name}`).toBeLessThanOrEqual(TOLERANCE);
  }
}

/** A fresh document: the same page with another hash would be a jump itself. */
export async function openAfresh(reader: Reader, section?: string): Promise<SceneDetail> {
  await reader.page.goto('about:blank');
  await reader.open(section);
  return reader.scene();
}

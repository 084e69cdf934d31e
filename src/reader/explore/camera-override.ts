import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';

/** Sent to `<story-map>` by an author who takes the map in hand; with null the map is given back. */
export const HOLD_EVENT = 'author:hold';

/** Shows scenes with the camera that is held, while one is. For pages while they are written: see `author/`. */
export function createHeldCamera(root: HTMLElement, onChange: () => void): (scene: Scene) => Scene {
  let held: Camera | null = null;
  root.addEventListener(HOLD_EVENT, (event) => {
    held = (event as CustomEvent<Camera | null>).detail;
    onChange();
  });
  return (scene) => (held ? { ...scene, camera: held } : scene);
}

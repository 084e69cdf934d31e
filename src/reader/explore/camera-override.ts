import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';

/** Sent to `<story-map>` while an author moves the map; null gives it back. */
export const CAMERA_OVERRIDE_EVENT = 'author:camera-override';

/** Shows scenes with another camera, while one is set. For pages while they are written: see `author/`. */
export function createCameraOverride(root: HTMLElement, onChange: () => void): (scene: Scene) => Scene {
  let override: Camera | null = null;
  root.addEventListener(CAMERA_OVERRIDE_EVENT, (event) => {
    override = (event as CustomEvent<Camera | null>).detail;
    onChange();
  });
  return (scene) => (override ? { ...scene, camera: override } : scene);
}

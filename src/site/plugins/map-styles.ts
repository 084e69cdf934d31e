import { mapStyleSheet } from '../../pictures/map-style-sheet.ts';

const NAME = 'virtual:map.css';
/** Vite knows a style sheet by its ending, and looks on the disk for a name without a slash. */
const RESOLVED = `/${NAME}`;

/** A Vite plugin: pages import the classes of all maps as `virtual:map.css`, made from palette and type scale. */
export function mapStyles() {
  return {
    name: 'map-styles',
    resolveId: (id: string): string | undefined => (id === NAME ? RESOLVED : undefined),
    load: (id: string): string | undefined => (id === RESOLVED ? mapStyleSheet() : undefined),
  };
}

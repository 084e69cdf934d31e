import { kind } from './problem-kind.ts';

interface PointFound {
  readonly found: string;
  readonly limit: string;
}

interface AlikePlaces {
  /** All that have the same mistake, in words; left out where it is one. */
  readonly places?: string | undefined;
}

const alike = (places?: string): string => (places === undefined ? '' : ` So it is ${places}.`);

/** Mistakes about where the map looks and where things lie. */
export const MAP_PROBLEMS = {
  CameraOutsideBasemap: kind<PointFound & { readonly basemap: string }>(
    'A frame that leaves the basemap',
    ({ found, limit, basemap }) => `is ${found}, but the basemap ${basemap} ${limit}.`,
    () => 'Move the frame, or rebuild the basemap with a larger `--bounds`.',
  ),
  FrameNotOne: kind<{ readonly found: string }>(
    'A frame with no target, or with more than one',
    ({ found }) => `has ${found}, but a frame has exactly one of \`places\`, \`bounds\`, or \`center\` with \`zoom\`.`,
    () => 'Keep the one that says best what must be seen.',
  ),
  GroundOutsideCut: kind<{ readonly screens: string; readonly isCut: boolean; readonly command: string }>(
    'A close view without its streets and houses',
    ({ screens, isCut }) =>
      isCut
        ? `has moved since streets and houses were cut for it: ${screens} it shows ground that was left out, or comes nearer than it was cut for.`
        : `comes near ${screens}, but no streets and houses were cut for it.`,
    ({ command }) => `Cut them anew: \`${command}\`.`,
    'warning',
  ),
  MissingFrame: kind<Record<never, never>>(
    'A section that does not say where to look',
    () => 'is missing. Every section on the map says what the reader should see.',
    () => 'Add a `frame`, such as `{places: [some-place], radiusKm: 20}`, or `page: true` for a page without a map.',
  ),
  PitchTooSteep: kind<{ readonly pitch: number }>(
    'A camera tilted too far',
    ({ pitch }) =>
      `is ${pitch}°, but the camera tilts by 60° at most: beyond that the ground runs together under the horizon.`,
    () => 'Write 60 or less.',
  ),
  PitchWithScale: kind<{ readonly pitch: number; readonly kind: string }>(
    'A tilted camera over something to be measured',
    ({ pitch, kind: annotation }) =>
      `is ${pitch}°, but this section has a ${annotation}, which is true only when seen from straight above.`,
    () => 'Remove the pitch, or move the annotation to a section without one.',
  ),
  PointOutsideBounds: kind<PointFound & AlikePlaces>(
    "A point outside the story's bounds",
    ({ found, limit, places }) =>
      `is ${found}, but the story's \`bounds\` ${limit.replace(/^(end|begin)s/, '$1')}.${alike(places)}`,
    () => 'Correct the point, or widen `bounds` in story.yaml.',
  ),
  ProjectedCoordinates: kind<{
    readonly places: string;
    /** What the file says of itself; empty for nothing. */
    readonly crs: string;
    readonly looksLike: string | null;
  }>(
    'Coordinates in metres',
    ({ places, crs, looksLike }) => {
      const said = crs === '' ? '' : `, and the file says they are ${crs}`;
      const seen = looksLike === null ? '' : `, and look like ${looksLike}`;
      return `Coordinates are too large for degrees of longitude and latitude${said} (${places}): they are metres or feet on some map${seen}.`;
    },
    ({ looksLike }) => {
      const from = looksLike === null ? '' : `-s_srs ${looksLike.replace(/ .*/, '')} `;
      return `Reproject the file to EPSG:4326 (WGS 84), in QGIS or with \`ogr2ogr ${from}-t_srs EPSG:4326 out.geojson in.geojson\`.`;
    },
  ),
  SwappedLngLat: kind<{ readonly found: string; readonly swapped: string } & AlikePlaces>(
    'Longitude and latitude the wrong way round',
    ({ found, places }) =>
      `is ${found}, which cannot be right here: the longitude comes first. Did you swap them?${alike(places)}`,
    ({ swapped }) => `Write ${swapped}.`,
  ),
};

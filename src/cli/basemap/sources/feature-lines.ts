import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { CountrySource } from '../geometry/land-in-bounds.ts';
import { ringsOf } from '../geometry/rings.ts';
import { onTurns } from '../geometry/turns.ts';

type Country = CountrySource['features'][number];

const FEATURE = '{"type":"Feature",';
const LINE_FEED = 10;

/** Texts of the features of a collection that gives each a line of its own. */
function* featureTexts(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  while (from < buffer.length) {
    const end = buffer.indexOf(LINE_FEED, from);
    const to = end === -1 ? buffer.length : end;
    const line = buffer.toString('utf8', from, to).trim();
    if (line.startsWith(FEATURE)) yield line.replace(/,$/, '');
    from = to + 1;
  }
}

/**
 * The countries near a map, out of a file too large to be read whole: a country at a time, and of each only the
 * polygons that come near.
 */
export function readCountriesNear(bytes: Uint8Array, bounds: LngLatBounds): CountrySource {
  const features: Country[] = [];
  for (const text of featureTexts(bytes)) {
    const { geometry, properties } = JSON.parse(text) as Country;
    const all = ringsOf(geometry);
    const coordinates = all.filter((rings) => onTurns([rings], bounds).length > 0);
    if (coordinates.length > 0)
      features.push({
        type: 'Feature',
        properties: { A3: properties.A3, polygons: all.length },
        geometry: { type: 'MultiPolygon', coordinates },
      });
  }
  return { type: 'FeatureCollection', features };
}

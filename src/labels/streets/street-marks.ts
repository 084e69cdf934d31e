import type { Projection } from '../../geo/lng-lat.ts';
import type { AnchoredGroup } from '../../marks/mark.ts';
import { anchoredGroup } from '../texts/text-block.ts';
import type { PlacedStreet } from './place-streets.ts';

/** Degrees clockwise that a street runs on the screen, turned so that its name does not stand on its head. */
function turnOf({ lngLat, toward }: PlacedStreet, projection: Projection): number {
  const [x, y] = projection.project(lngLat);
  const [towardX, towardY] = projection.project(toward);
  const degrees = (Math.atan2(towardY - y, towardX - x) * 180) / Math.PI;
  if (degrees > 90) return degrees - 180;
  return degrees <= -90 ? degrees + 180 : degrees;
}

/** Names of streets at one moment, each along its street. */
export function streetMarks(placed: readonly PlacedStreet[], projection: Projection): readonly AnchoredGroup[] {
  return placed.flatMap((street, index) => {
    const turn = turnOf(street, projection);
    const radians = (turn * Math.PI) / 180;
    const text = {
      type: 'text',
      key: 'text',
      x: -Math.sin(radians) * street.dy,
      y: Math.cos(radians) * street.dy,
      turn,
      text: street.text,
      role: 'small',
      tone: 'ink-2',
      anchor: 'middle',
      halo: street.halo,
    } as const;
    return anchoredGroup(`street:${index}`, [text], projection.project(street.lngLat));
  });
}

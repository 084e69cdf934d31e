import { boundsOf } from '../../../geo/bounds.ts';
import type { Line } from '../../drawing/shape-file.ts';

/** Whether a line or ring is less than a pixel across. */
export function isWithin(line: Line, px: number): boolean {
  const [left, top, right, bottom] = boundsOf(line);
  return right - left < px && bottom - top < px;
}

/** The pixel in which the middle of a line or ring lies. */
export function cellOf(line: Line, px: number): string {
  const [left, top, right, bottom] = boundsOf(line);
  return `${Math.floor((left + right) / 2 / px)} ${Math.floor((top + bottom) / 2 / px)}`;
}

import type { GroundColor } from '../../story/data/data-layer.ts';
import { DARK, LIGHT } from '../../theme/palettes.ts';

/** What data lie on, in the site's theme. */
export const LAND: GroundColor = { light: LIGHT.land, dark: DARK.land };

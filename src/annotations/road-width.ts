import { scaleLinear } from 'd3';

/** Width of the great roads by zoom: that of a country, a governorate, a town. The basemap draws them the same. */
const widthAt = scaleLinear([7, 9.2, 11], [1.4, 2, 2.6]).clamp(true);

export const roadWidth = (zoom: number): number => Math.round(widthAt(zoom) * 100) / 100;

/**
 * Name of the source that is drawn in place of another up to a zoom, in steps of whole zooms: what is left of a crowd of
 * shapes from so far off. A file that has none draws the other.
 */
export const farSource = (source: string, zoom: number): string => `${source}@${Math.ceil(zoom)}`;

export const isFarSource = (name: string): boolean => /@\d+$/.test(name);

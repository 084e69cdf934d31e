/** `[longitude, latitude]` in degrees, longitude first, as in GeoJSON. */
export type LngLat = readonly [lng: number, lat: number];

/** `[west, south, east, north]` in degrees, always west < east: where they cross the antimeridian, east lies beyond 180°. */
export type LngLatBounds = readonly [west: number, south: number, east: number, north: number];

/** A point on the screen in CSS pixels, origin at the top left of the map. */
export type ScreenPoint = readonly [x: number, y: number];

/** An upright rectangle on the screen in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the reader's eye is. `zoom` is for 512 px tiles (as in MapLibre); angles in degrees. */
export interface Camera {
  readonly center: LngLat;
  readonly zoom: number;
  readonly pitch: number;
  readonly bearing: number;
}

/** Turns a place into a point on the screen for one camera and one map size. */
export interface Projection {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  /** Longitude at the middle of the part of the map that can be seen, in degrees. */
  readonly middleLng: number;
  /**
   * Screen point of a place. Points behind a pitched camera come out far outside the map, never NaN.
   * @param turns whole turns round the world that the place is moved east; those that bring it nearest to `middleLng` if
   * left out. All places of one line take the same (see `turnsTo`).
   */
  project(lngLat: LngLat, turns?: number): ScreenPoint;
  /** Ground distance of one CSS pixel at the centre of the map, in metres. */
  readonly metresPerPixel: number;
}

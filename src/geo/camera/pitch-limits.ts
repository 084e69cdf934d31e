/** Degrees. Beyond it the ground runs together under the horizon, which itself no camera up to here sees. */
export const MAX_PITCH = 60;

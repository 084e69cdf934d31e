import type { Frame } from '../../story/story.ts';
import type { RawFrame, RawPhoneFrame } from '../schema/section.ts';

function exact(frame: RawPhoneFrame, phone: Frame | null): Frame {
  return {
    places: frame.places ?? null,
    radiusKm: frame.radiusKm ?? 0,
    bounds: frame.bounds ?? null,
    center: frame.center ?? null,
    zoom: frame.center === undefined ? null : (frame.zoom ?? null),
    keepVisible: frame.keepVisible ?? [],
    pitch: frame.pitch ?? 0,
    bearing: frame.bearing ?? 0,
    phone,
  };
}

/** A phone's frame that names no target of its own keeps the target of the frame it belongs to. */
function onPhone(frame: RawFrame, phone: RawPhoneFrame): RawPhoneFrame {
  const { places, bounds, center, phone: _, ...rest } = frame;
  const hasTarget = phone.places !== undefined || phone.bounds !== undefined || phone.center !== undefined;
  if (hasTarget) return { ...rest, ...phone };
  return { ...frame, ...phone };
}

export function normalizeFrame(frame: RawFrame): Frame {
  return exact(frame, frame.phone === undefined ? null : exact(onPhone(frame, frame.phone), null));
}

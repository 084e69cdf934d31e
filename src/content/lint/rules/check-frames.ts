import { findDefinition } from '../../../annotations/registry.ts';
import { MAX_PITCH } from '../../../geo/camera/pitch-limits.ts';
import type { LngLat } from '../../../geo/lng-lat.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import { whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, mapFiles, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { placesSchema, type RawPlaces } from '../../schema/documents.ts';
import { frameSchema, type RawPhoneFrame } from '../../schema/section.ts';
import { outsideWords } from '../diagnostics/point-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

const KM_PER_DEGREE = 111.2;
const TARGETS = ['places', 'bounds', 'center'] as const;

interface FrameCheck {
  readonly files: StoryFiles;
  readonly file: RawFile;
  readonly mapIndex: MapIndex | null;
  readonly places: Partial<RawPlaces>;
}

/** The outermost points of what a frame asks to see, each with the field that asks for it. */
function extremes(
  frame: RawPhoneFrame,
  prefix: string,
  places: Partial<RawPlaces>,
): readonly { field: string; point: LngLat }[] {
  if (frame.center !== undefined) return [{ field: `${prefix}.center`, point: frame.center }];
  if (frame.bounds !== undefined) {
    const [west, south, east, north] = frame.bounds;
    const corners: readonly LngLat[] = [
      [west, south],
      [east, north],
    ];
    return corners.map((point) => ({ field: `${prefix}.bounds`, point }));
  }
  const reach = (frame.radiusKm ?? 0) / KM_PER_DEGREE;
  return (frame.places ?? []).flatMap((id, index) => {
    const place = places[id];
    if (place === undefined) return [];
    const [lng, lat] = place.lngLat;
    const across = reach / Math.cos((lat * Math.PI) / 180);
    const corners: readonly LngLat[] = [
      [lng - across, lat - reach],
      [lng + across, lat + reach],
    ];
    return corners.map((point) => ({ field: `${prefix}.places.${index}`, point }));
  });
}

function checkInside(
  { files, file, mapIndex, places }: FrameCheck,
  frame: RawPhoneFrame,
  prefix: string,
): readonly Problem[] {
  if (mapIndex === null) return [];
  const seen = new Set<string>();
  return extremes(frame, prefix, places).flatMap(({ field, point }) => {
    const outside = outsideWords(point, mapIndex.bounds);
    if (outside === null || seen.has(field)) return [];
    seen.add(field);
    return [
      buildProblem('CameraOutsideBasemap', whereOf(files.raw, file, field), { ...outside, basemap: mapIndex.name }),
    ];
  });
}

function checkTarget({ files, file }: FrameCheck, frame: RawPhoneFrame, prefix: string): readonly Problem[] {
  const named = TARGETS.filter((target) => frame[target] !== undefined);
  const where = whereOf(files.raw, file, prefix);
  const isPhone = prefix.endsWith('.phone');
  if (named.length > 1 || (named.length === 0 && !isPhone)) {
    const found = named.length === 0 ? 'none of them' : named.map((target) => `\`${target}\``).join(' and ');
    return [buildProblem('FrameNotOne', where, { found })];
  }
  if (frame.center === undefined || frame.zoom !== undefined || isPhone) return [];
  return [
    buildProblem('MissingField', whereOf(files.raw, file, `${prefix}.zoom`), {
      expected: 'a number: `center` needs it',
    }),
  ];
}

function checkPitch({ files, file }: FrameCheck, frame: RawPhoneFrame, prefix: string): readonly Problem[] {
  const { pitch = 0 } = frame;
  if (pitch === 0) return [];
  const where = whereOf(files.raw, file, `${prefix}.pitch`);
  const annotations = membersOf(file.data)['annotations'];
  const kinds = Array.isArray(annotations)
    ? annotations.map((annotation) => String(membersOf(annotation)['kind']))
    : [];
  const scale = kinds.find((kind) => findDefinition(kind)?.isToScale);
  return [
    ...(pitch > MAX_PITCH ? [buildProblem('PitchTooSteep', where, { pitch })] : []),
    ...(scale === undefined ? [] : [buildProblem('PitchWithScale', where, { pitch, kind: scale })]),
  ];
}

function checkFile(check: FrameCheck): readonly Problem[] {
  const { files, file } = check;
  const data = membersOf(file.data);
  // A picture in place of the map has words of its own, and the camera nothing to show.
  const isHidden = data['backdrop'] !== undefined;
  const description = data['mapDescription'];
  const described = typeof description === 'string' && description.trim() !== '';
  const parsed = frameSchema.safeParse(data['frame']);
  const frames = parsed.success ? [{ frame: parsed.data as RawPhoneFrame, prefix: 'frame' }] : [];
  if (parsed.success && parsed.data.phone !== undefined)
    frames.push({ frame: parsed.data.phone, prefix: 'frame.phone' });
  return [
    ...(described || isHidden
      ? []
      : [buildProblem('MissingMapDescription', whereOf(files.raw, file, 'mapDescription'), {})]),
    ...(data['frame'] === undefined && !isHidden
      ? [buildProblem('MissingFrame', whereOf(files.raw, file, 'frame'), {})]
      : []),
    ...frames.flatMap(({ frame, prefix }) =>
      [checkTarget, checkInside, checkPitch].flatMap((judge) => judge(check, frame, prefix)),
    ),
  ];
}

/** Where each section on the map looks, and whether it says so. */
export function checkFrames(files: StoryFiles, mapIndex: MapIndex | null): readonly Problem[] {
  const parsed = placesSchema.safeParse(fileNamed(files.raw, 'places.yaml')?.data);
  const places = parsed.success ? parsed.data : {};
  return mapFiles(files)
    .filter(({ file }) => file.fault === null)
    .flatMap(({ file }) => checkFile({ files, file, mapIndex, places }));
}

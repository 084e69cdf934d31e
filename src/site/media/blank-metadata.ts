/** Boxes of an MP4 that hold boxes, of which some tell where and with what a film was made. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']);
/** Titles, places, cameras, and whatever else programs note. */
const METADATA = new Set(['udta', 'meta', 'uuid']);

interface Box {
  readonly type: string;
  readonly start: number;
  /** Where its content begins. */
  readonly content: number;
  readonly end: number;
}

function boxAt(view: DataView, start: number, limit: number): Box | null {
  if (start + 8 > limit) return null;
  const short = view.getUint32(start);
  const isLong = short === 1 && start + 16 <= limit;
  const length = isLong ? Number(view.getBigUint64(start + 8)) : short === 0 ? limit - start : short;
  const header = isLong ? 16 : 8;
  if (length < header || start + length > limit) return null;
  const type = String.fromCharCode(...[4, 5, 6, 7].map((at) => view.getUint8(start + at)));
  return { type, start, content: start + header, end: start + length };
}

function blankIn(bytes: Uint8Array, view: DataView, from: number, to: number): void {
  let box = boxAt(view, from, to);
  while (box !== null) {
    if (METADATA.has(box.type)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], box.start + 4); // free
      bytes.fill(0, box.content, box.end);
    } else if (CONTAINERS.has(box.type)) blankIn(bytes, view, box.content, box.end);
    box = boxAt(view, box.end, to);
  }
}

/** An MP4 without what its camera or program noted of it; nothing in it changes its place. */
export function blankMetadata(mp4: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(mp4);
  blankIn(bytes, new DataView(bytes.buffer), 0, bytes.length);
  return bytes;
}

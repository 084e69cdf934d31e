/** Boxes of an MP4 that hold others. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia']);
/** Those that begin with when the film, or a track of it, was made and last changed. */
const HEADERS = new Set(['mvhd', 'tkhd', 'mdhd']);

interface Box {
  readonly type: string;
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
  return { type, content: start + header, end: start + length };
}

function clearIn(bytes: Uint8Array, view: DataView, from: number, to: number): void {
  let box = boxAt(view, from, to);
  while (box !== null) {
    const { type, content, end } = box;
    // One byte of version, three of flags, then two times of 32 bits, or of 64 in version 1.
    if (HEADERS.has(type)) bytes.fill(0, content + 4, content + (view.getUint8(content) === 1 ? 20 : 12));
    if (CONTAINERS.has(type)) clearIn(bytes, view, content, end);
    box = boxAt(view, end, to);
  }
}

/** An MP4 that does not say when it was made; nothing in it changes its place. */
export function withoutTimes(mp4: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(mp4);
  clearIn(bytes, new DataView(bytes.buffer), 0, bytes.length);
  return bytes;
}

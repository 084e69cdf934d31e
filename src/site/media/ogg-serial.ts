const HEADER_BYTES = 27;
const SERIAL_AT = 14;
const CHECKSUM_AT = 22;
const SEGMENTS_AT = 26;
/** CRC-32 of Ogg (RFC 3533): from the highest bit, begun with nought and not turned round. */
const POLYNOMIAL = 0x04c11db7;

const shifted = (value: number): number => ((value << 1) ^ ((value & 0x80000000) === 0 ? 0 : POLYNOMIAL)) >>> 0;

const TABLE = Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>(shifted, (byte << 24) >>> 0),
);

const checksum = (page: Uint8Array): number =>
  page.reduce((sum, byte) => ((sum << 8) ^ (TABLE[(sum >>> 24) ^ byte] ?? 0)) >>> 0, 0);

/** Gives one page its number and its checksum anew; returns where the next begins. */
function settlePage(bytes: Uint8Array, start: number): number {
  const segments = bytes[start + SEGMENTS_AT] ?? 0;
  const body = start + HEADER_BYTES + segments;
  const end = bytes.subarray(start + HEADER_BYTES, body).reduce((sum, length) => sum + length, body);
  const page = bytes.subarray(start, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, page.length);
  view.setUint32(SERIAL_AT, 1, true);
  view.setUint32(CHECKSUM_AT, 0, true);
  view.setUint32(CHECKSUM_AT, checksum(page), true);
  return end;
}

/** An Ogg file of one stream under the number 1, where its writer has thrown dice for one. */
export function withOggSerial(ogg: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(ogg);
  let start = 0;
  while (start + HEADER_BYTES <= bytes.length) start = settlePage(bytes, start);
  return bytes;
}

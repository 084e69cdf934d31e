import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Mp3OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
} from 'mediabunny';
import { inspectMedia } from '../../../../src/site/media/inspect-media.ts';
import { withoutNotes } from '../../../../src/site/media/without-notes.ts';

const FERRY = join(import.meta.dirname, '..', '..', '..', 'fixtures/sites/volcano/content/stories/the-ferry/media');
const clip = (name: string) => readFile(join(FERRY, name));

const NOTE = '+63.4-019.0/Phone 7';

interface Silence {
  readonly format: OutputFormat;
  readonly codec: 'opus' | 'mp3';
  readonly packet: Uint8Array;
  readonly seconds: number;
  readonly config: AudioDecoderConfig;
}

/** Recordings without a sound, with the place in their titles. */
async function recording({ format, codec, packet, seconds, config }: Silence): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  output.setMetadataTags({ title: NOTE, comment: NOTE });
  await output.start();
  for (const index of Array.from({ length: 80 }).keys()) {
    await source.add(new EncodedPacket(packet, 'key', index * seconds, seconds), { decoderConfig: config });
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer());
}

const OPUS: Omit<Silence, 'format'> = {
  codec: 'opus',
  packet: Uint8Array.of(0xf8, 0xff, 0xfe),
  seconds: 0.02,
  config: {
    codec: 'opus',
    numberOfChannels: 1,
    sampleRate: 48_000,
    description: Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1'),
  },
};
const frame = new Uint8Array(417);
frame.set([0xff, 0xfb, 0x90, 0x64]);
const MP3: Omit<Silence, 'format'> = {
  codec: 'mp3',
  packet: frame,
  seconds: 1152 / 44_100,
  config: { codec: 'mp3', numberOfChannels: 2, sampleRate: 44_100 },
};

const box = (type: string, content: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return Buffer.concat([size, Buffer.from(type, 'latin1'), content]);
};

/** A film with the place it was taken at, as phones write it at the head. */
async function notedFilm(): Promise<Buffer> {
  const film = await clip('ferry.mp4');
  const note = box('udta', box('\xa9xyz', Buffer.from(`\0\x13\x15\xc7${NOTE}`, 'latin1')));
  const moov = film.indexOf('moov') - 4;
  const end = moov + film.readUInt32BE(moov);
  const noted = Buffer.concat([film.subarray(0, end), note, film.subarray(end)]);
  noted.writeUInt32BE(end - moov + note.length, moov);
  // Its pictures lie after its head, which has grown.
  const shift = (type: string, from: number): void => {
    const at = noted.indexOf(type, from);
    if (at < 0 || at > end) return;
    const count = noted.readUInt32BE(at + 8);
    for (const index of Array.from({ length: count }).keys()) {
      const place = at + 12 + 4 * index;
      noted.writeUInt32BE(noted.readUInt32BE(place) + note.length, place);
    }
    shift(type, at + 4);
  };
  shift('stco', moov);
  return noted;
}

test('what was noted in a film or a recording reaches no reader, and what is seen and heard stays', async () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['ferry.mp4', await notedFilm()],
    ['captain.opus', await recording({ ...OPUS, format: new OggOutputFormat() })],
    ['captain.ogg', await recording({ ...OPUS, format: new OggOutputFormat() })],
    ['captain.mp3', await recording({ ...MP3, format: new Mp3OutputFormat() })],
  ];
  for (const [name, bytes] of files) {
    assert.ok(Buffer.from(bytes).includes('+63.4'), `${name} has the note`);
    const clean = await withoutNotes(bytes, name.split('.').at(-1) ?? '');
    assert.ok(!Buffer.from(clean).includes('+63.4'), `${name} has the note still`);
    const [before, after] = [await inspectMedia(name, bytes), await inspectMedia(name, clean)];
    assert.deepEqual(after.faults, [], name);
    assert.ok(Math.abs(after.durationS - before.durationS) < 0.1, `${name}: ${before.durationS} ${after.durationS} s`);
    assert.deepEqual([after.kind, after.width, after.hasSound], [before.kind, before.width, before.hasSound], name);
  }
});

test('a film that a browser recorded keeps its pictures, and one that follows the scroll its key frames', async () => {
  const deck = await inspectMedia('deck.webm', await withoutNotes(await clip('deck.webm'), 'webm'));
  assert.deepEqual([deck.kind, deck.faults], ['video', []]);
  assert.ok(deck.width > 0 && deck.durationS > 0);
  const tide = await inspectMedia('tide.mp4', await withoutNotes(await clip('tide.mp4'), 'mp4'));
  assert.equal(tide.isAllKeyFrames, true);
});

test('a film says at its head how it is played, and not when it was taken', async () => {
  const clean = Buffer.from(await withoutNotes(await clip('ferry.mp4'), 'mp4'));
  assert.ok(clean.indexOf('moov') < clean.indexOf('mdat'));
  for (const header of ['mvhd', 'tkhd', 'mdhd']) {
    const at = clean.indexOf(header) + 8;
    assert.deepEqual([...clean.subarray(at, at + 8)], [0, 0, 0, 0, 0, 0, 0, 0], header);
  }
});

test('the same recording comes to the same file each time', async () => {
  const ogg = await recording({ ...OPUS, format: new OggOutputFormat() });
  const packed = await Promise.all([ogg, ogg].map((bytes) => withoutNotes(bytes, 'opus')));
  assert.deepEqual(packed[0], packed[1]);
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { cleanSvg } from '../../../../src/site/media/clean-svg.ts';
import { inspectMedia } from '../../../../src/site/media/inspect-media.ts';

const BROKEN = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'content', 'broken');
const FERRY = join(BROKEN, '..', '..', 'sites', 'volcano', 'content', 'stories', 'the-ferry', 'media');
const fixture = (path: string) => readFile(join(BROKEN, path));

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="60">${inside}</svg>`;
const DRAWING = drawing('<rect width="80" height="60" fill="#6d8b96"/>');
const picture = () => sharp(Buffer.from(DRAWING));
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function problemsOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  return (await inspectMedia(name, bytes)).faults.map(({ problem, detail }) => `${problem} ${detail}`);
}

async function assertFault(name: string, bytes: Uint8Array, expected: RegExp): Promise<void> {
  const problems = await problemsOf(name, bytes);
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0] ?? '', expected);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of one bit a pixel that says it has this size, and holds `rows` bytes of picture. */
function png(width: number, height: number, rows: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const data = deflateSync(Buffer.alloc(rows), { level: 9 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

test('pictures of every kind a story may hold are known by their content, with the size they are seen at', async () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
  for (const format of formats) {
    const bytes = await picture().toFormat(format).toBuffer();
    const { kind, width, height, faults } = await inspectMedia(`quay.${format}`, bytes);
    assert.deepEqual([kind, width, height, faults], ['picture', 80, 60, []], format);
  }
  const turned = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { width, height } = await inspectMedia('quay.jpg', turned);
  assert.deepEqual([width, height], [60, 80], 'a phone held upright');
});

test('films and recordings are known with their length, their sound and their key frames', async () => {
  const ferry = await inspectMedia('ferry.mp4', await fixture('MissingCaptions/media/ferry.mp4'));
  assert.deepEqual([ferry.kind, ferry.width, ferry.height, ferry.hasSound], ['video', 480, 270, true]);
  assert.ok(ferry.durationS > 2.5 && ferry.durationS < 3.5, `${ferry.durationS} s`);
  assert.equal(ferry.isAllKeyFrames, false);
  const tide = await inspectMedia('tide.mp4', await readFile(join(FERRY, 'tide.mp4')));
  assert.deepEqual([tide.hasSound, tide.isAllKeyFrames], [false, true]);
});

test('a file of no bytes says so', () => assertFault('quay.jpg', new Uint8Array(), /^UnreadableMedia is empty/));

test('a page saved in place of a picture says so', () =>
  assertFault('quay.jpg', bytesOf('<!DOCTYPE html><html><title>404</title>'), /^UnreadableMedia is a web page/));

test('a picture that was cut off says so', async () => {
  const noise = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
      background: '#000',
    },
  })
    .png()
    .toBuffer();
  await assertFault('quay.png', noise.subarray(0, noise.length / 2), /^UnreadableMedia is damaged or not whole/);
  const jpeg = await sharp(noise).jpeg().toBuffer();
  await assertFault('quay.jpg', jpeg.subarray(0, jpeg.length / 2), /^UnreadableMedia is damaged or not whole/);
});

test('a picture of 200 million pixels is not opened', () =>
  assertFault('wall.png', png(20_000, 10_000, 100), /^MediaTooLarge has 20000 × 10000 pixels: 200 million/));

test('a small file that would fill the memory is not opened', async () => {
  const before = process.memoryUsage().rss;
  await assertFault('bomb.png', png(100_000, 100_000, 1_000_000), /^MediaTooLarge/);
  assert.ok(process.memoryUsage().rss - before < 200_000_000);
});

test('a drawing that grows without end when it is read is not read', () => {
  const entities = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>`;
  return assertFault(
    'plan.svg',
    bytesOf(`${entities}${drawing('<text>&b;</text>')}`),
    /^MediaTooLarge has entities made of/,
  );
});

test('a drawing whose entities come to more than it may have is not read', () => {
  const entity = `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(3_000)}">]>`;
  return assertFault(
    'plan.svg',
    bytesOf(`${entity}${drawing(`<text>${'&a;'.repeat(3_500)}</text>`)}`),
    /^MediaTooLarge has 10\.\d MB/,
  );
});

test('what a drawing would run or fetch is told', async () => {
  const inside = '<script>alert(1)</script><image href="https://elsewhere.example/x.png"/><rect onclick="alert(1)"/>';
  await assertFault('plan.svg', bytesOf(drawing(inside)), /^ActiveSvg has `<script>`.*elsewhere\.example.*onclick/);
});

test('what a drawing would run or fetch is taken out, and what it draws stays', () => {
  const { svg } = cleanSvg(
    drawing(
      `<style>@import url(https://elsewhere.example/a.css); .a{fill:url(https://elsewhere.example/b.svg#c)} .b{fill:#123456}</style>
       <script>alert(1)</script><foreignObject><div xmlns="http://www.w3.org/1999/xhtml">x</div></foreignObject>
       <a href="javascript:alert(1)"><path class="b" d="M1 1h50v20z" onload="alert(1)"/></a>
       <use xlink:href="https://elsewhere.example/d.svg#e"/><rect style="fill:url('//elsewhere.example/f')" width="9" height="9"/>`,
    ),
  );
  assert.doesNotMatch(svg, /script|alert|elsewhere|foreignObject|<a |@import|onload/);
  assert.match(svg, /<path[^>]*d="/);
});

test('what a drawing would run or fetch is taken out under any prefix, and where an animation would bring it back', () => {
  const { svg } = cleanSvg(
    `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:l="http://www.w3.org/1999/xlink">
       <h:script>alert(1)</h:script><h:iframe src="https://elsewhere.example/a"/>
       <s:image l:href="https://elsewhere.example/b.png"><s:set attributeName="href" to="https://elsewhere.example/c.png"/></s:image>
       <s:style>@import url(https://elsewhere.example/d.css);</s:style><s:path d="M1 1h50v20z"/>
     </s:svg>`,
  );
  assert.doesNotMatch(svg, /script|alert|iframe|elsewhere/);
  assert.match(svg, /<s:path[^>]*d="/);
});

test('styles that would fetch something are taken out, however they are written, and no others', () => {
  const { svg, removed } = cleanSvg(
    `<?xml version="1.0"?><?xml-stylesheet href="https://elsewhere.example/a.css"?>${drawing(
      `<defs><linearGradient id="sky"><stop stop-color="#fff"/></linearGradient></defs>
       <style>
         @\\69mport "https://elsewhere.example/b.css";
         @font-face { font-family: F; src: url(https://elsewhere.example/c.woff2) }
         @media (prefers-color-scheme: dark) { .a { fill: url(#sky); stroke: u\\72l(https://elsewhere.example/d) } }
         .a { fill: #123456; background: image-set("https://elsewhere.example/e.png" 1x) }
         .a { --own: url(//elsewhere.example/f); cursor: URL( 'https://elsewhere.example/g' ), auto }
       </style>
       <g xml:base="https://elsewhere.example/"><rect class="a" id="r(1)" transform="rotate(4)" fill="url(#sky)" width="9" height="9"/></g>
       <rect class="a" mask="u\\rl(https://elsewhere.example/h)" filter="url(data:text/html,x)" width="9" height="9"/>
       <rect class="a" style="fill:url(https://elsewhere.example/i);stroke:#abcdef" width="9" height="9"/>
       <rect class="a" width="9" height="9"><animate attributeName="fill" values="url(https://elsewhere.example/j);red"/></rect>`,
    )}`,
  );
  assert.doesNotMatch(svg, /elsewhere|stylesheet|data:text/);
  for (const kept of [/#123456/, /#abcdef/i, /url\(#sky\)/, /prefers-color-scheme/, /rotate\(4\)/])
    assert.match(svg, kept);
  assert.equal(removed.length >= 9, true, removed.join('\n'));
});

test('kinds of pictures that browsers do not show name their cure', async () => {
  await assertFault('quay.jpg', await picture().tiff().toBuffer(), /^UnsupportedMedia is a TIFF/);
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(40),
  ]);
  await assertFault('quay.heic', heic, /^UnsupportedMedia is a HEIC/);
  const { faults } = await inspectMedia('quay.heic', heic);
  assert.match(faults[0]?.cure ?? '', /JPEG/);
});

test('a picture under the name of another kind says what to call it', async () =>
  assertFault(
    'quay.jpg',
    await picture().png().toBuffer(),
    /^UnreadableMedia is a PNG, though its name ends in \.jpg/,
  ));

test('a film in a codec that browsers lack says which, and how to convert it', async () => {
  const film = await fixture('MissingCaptions/media/ferry.mp4');
  const hevc = Buffer.from(
    film.toString('latin1').replace('avc1\0\0\0\0\0\0\0\x01', 'hvc1\0\0\0\0\0\0\0\x01'),
    'latin1',
  );
  const { faults } = await inspectMedia('ferry.mp4', hevc);
  assert.match(`${faults[0]?.problem} ${faults[0]?.detail}`, /^UnsupportedMedia has pictures in the codec HEVC/);
  assert.match(faults[0]?.cure ?? '', /ffmpeg .*libx264/);
});

test('a film that a phone took upright is as wide as it is seen', async () => {
  const film = await fixture('MissingCaptions/media/ferry.mp4');
  for (const header of [film.indexOf('tkhd'), film.lastIndexOf('tkhd')]) {
    // Behind what a track header of version 1 says of its times, its number, its length and its place among others.
    for (const [at, value] of [0, 0x10000, 0, -0x10000, 0].entries()) film.writeInt32BE(value, header + 56 + 4 * at);
  }
  const { width, height } = await inspectMedia('ferry.mp4', film);
  assert.deepEqual([width, height], [270, 480]);
});

test('a film that was cut off says so', async () => {
  const film = await fixture('MissingCaptions/media/ferry.mp4');
  await assertFault('ferry.mp4', film.subarray(0, 200), /^UnreadableMedia/);
  await assertFault(
    'ferry.mp4',
    film.subarray(0, film.length - 1000),
    /^UnreadableMedia is not whole: its end is missing/,
  );
});

test('any bytes under any name are judged and nothing is thrown', async () => {
  const seeds = [await picture().png().toBuffer(), await fixture('MissingCaptions/media/ferry.mp4'), bytesOf(DRAWING)];
  for (const ending of ['jpg', 'png', 'svg', 'mp4', 'webm', 'mp3', 'ogg', 'vtt', 'exe']) {
    for (const [at, seed] of seeds.entries()) {
      const spoilt = Uint8Array.from(seed, (byte, index) => (index % 37 === 11 ? 255 - byte : byte));
      const { faults } = await inspectMedia(`x.${ending}`, spoilt);
      assert.ok(faults.length > 0 || ending === ['png', 'mp4', 'svg'][at], `${ending} of seed ${at}`);
    }
  }
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';

/** A picture that shows what becomes of it: a frame at its edges, lines through it, and a face where its focus is. */
export interface TestPicture {
  readonly width: number;
  readonly height: number;
  /** Shares from the top left. */
  readonly focus: readonly [number, number];
  readonly sky: string;
  readonly sea: string;
  readonly name: string;
}

const FACE = 0.085;

function faceAt(x: number, y: number, r: number): string {
  const eye = (dx: number) => `<circle cx="${x + dx}" cy="${y - r * 0.2}" r="${r * 0.12}" fill="#211e1a"/>`;
  const mouth = `<path d="M${x - r * 0.4} ${y + r * 0.35}q${r * 0.4} ${r * 0.35} ${r * 0.8} 0" fill="none" stroke="#211e1a" stroke-width="${r * 0.1}"/>`;
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#f0c9a0" stroke="#211e1a" stroke-width="${r * 0.08}"/>${eye(-r * 0.35)}${eye(r * 0.35)}${mouth}`;
}

function drawn({ width, height, focus, sky, sea, name }: TestPicture): string {
  const [x, y] = [focus[0] * width, focus[1] * height];
  const lines = Array.from({ length: 9 }, (_, at) => {
    const share = (at + 1) / 10;
    return `<path d="M${share * width} 0V${height}M0 ${share * height}H${width}" stroke="#fff" stroke-opacity=".35" stroke-width="3"/>`;
  });
  const letters = Array.from({ length: 10 }, (_, at) => {
    const left = (at + 0.5) * (width / 10);
    return `<text x="${left}" y="${height * 0.06}" font-size="${height * 0.035}" text-anchor="middle" fill="#fff">${at}</text>`;
  });
  const inset = Math.min(width, height) * 0.01;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${sky}"/><stop offset="1" stop-color="#e9dfcb"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#g)"/><rect y="${height * 0.62}" width="${width}" height="${height * 0.38}" fill="${sea}"/>
${lines.join('')}${letters.join('')}
<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="#a63a22" stroke-width="${2 * inset}"/>
${faceAt(x, y, FACE * Math.min(width, height))}
<text x="${width / 2}" y="${height * 0.95}" font-size="${height * 0.06}" text-anchor="middle" fill="#fff">${name}</text></svg>`;
}

type Shape = Omit<TestPicture, 'name'>;

const FERRY: Readonly<Record<string, Shape>> = {
  quay: { width: 2400, height: 1600, focus: [0.72, 0.4], sky: '#7d97a8', sea: '#39596a' },
  'quay-upright': { width: 1200, height: 1800, focus: [0.4, 0.35], sky: '#7d97a8', sea: '#39596a' },
  deck: { width: 1800, height: 1200, focus: [0.2, 0.55], sky: '#a89c7d', sea: '#4d5a3a' },
  mast: { width: 1000, height: 1500, focus: [0.5, 0.2], sky: '#9d8aa8', sea: '#4a3a5a' },
  wake: { width: 1600, height: 700, focus: [0.85, 0.5], sky: '#8aa89d', sea: '#2f5a4d' },
  storm: { width: 1500, height: 1000, focus: [0.5, 0.5], sky: '#555b63', sea: '#22282e' },
  'shore-before': { width: 1400, height: 900, focus: [0.3, 0.5], sky: '#9db4c4', sea: '#3f6a7c' },
  'shore-after': { width: 1400, height: 900, focus: [0.3, 0.5], sky: '#c4b49d', sea: '#7c6a3f' },
};

const LAMP: Readonly<Record<string, Shape>> = {
  lamp: { width: 2700, height: 1500, focus: [0.25, 0.6], sky: '#a87d86', sea: '#5a2f3c' },
  'lamp-upright': { width: 1200, height: 2000, focus: [0.6, 0.3], sky: '#a87d86', sea: '#5a2f3c' },
  wreck: { width: 1800, height: 1200, focus: [0.7, 0.45], sky: '#6f7f6a', sea: '#2c3a2a' },
};

/** Those of the fixture's stories, by their folders. */
const STORIES: Readonly<Record<string, Readonly<Record<string, Shape>>>> = { 'the-ferry': FERRY, 'the-lamp': LAMP };

/** What a phone notes of its pictures, and of where its owner stood. */
const PHONE = {
  IFD0: { Make: 'Test', Model: 'Phone 7', Software: 'Camera 1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '63/1 25/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '19/1 0/1 0/1' },
};

/** JPEGs as a phone takes them: wide colours, its own notes, and one that lies on its side. */
async function jpegOf(name: string, shape: Shape): Promise<Buffer> {
  const picture = sharp(Buffer.from(drawn({ ...shape, name }))).flatten({ background: '#fff' });
  const turned = name === 'mast' ? sharp(await picture.rotate(270).png().toBuffer()) : picture;
  const noted = turned.withIccProfile('p3').withExif(PHONE);
  return (name === 'mast' ? noted.withMetadata({ orientation: 6 }) : noted).jpeg({ quality: 82 }).toBuffer();
}

/**
 * Draws the pictures of the fixture's stories into their folders `media/`.
 * @param stories the folder that holds theirs
 */
export async function addTestPictures(stories: string): Promise<void> {
  const all = Object.entries(STORIES).flatMap(([slug, shapes]) =>
    Object.entries(shapes).map(([name, shape]) => ({ path: `${stories}/${slug}/media/${name}.jpg`, name, shape })),
  );
  for (const { path, name, shape } of all) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await jpegOf(name, shape));
  }
}

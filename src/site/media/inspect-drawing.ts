import sharp from 'sharp';
import type { MediaFault } from '../../content/media/media-facts.ts';
import { cleanSvg } from './clean-svg.ts';
import type { PictureFacts } from './inspect-picture.ts';

/** A text that names itself again and again grows without end when it is read. */
const MAX_ENTITIES = 50;
const MAX_BYTES = 5_000_000;

const fault = (problem: MediaFault['problem'], detail: string, cure: string): MediaFault => ({
  problem,
  detail,
  cure,
  line: null,
});

const refused = (one: MediaFault): PictureFacts => ({ width: 0, height: 0, faults: [one] });

function bombFault(svg: string): MediaFault | null {
  const entities = [...svg.matchAll(/<!ENTITY\s+(\S+)\s+(["'])([\s\S]*?)\2/gi)];
  const isNested = entities.some(([, , , value = '']) => /&(?!(?:amp|lt|gt|quot|apos|#)\b)\w+;/.test(value));
  const named = entities.map(([, name = '', , value = '']) => value.length * (svg.split(`&${name};`).length - 1));
  const length = named.reduce((sum, one) => sum + one, svg.length);
  if (entities.length <= MAX_ENTITIES && !isNested && length <= MAX_BYTES) return null;
  const cure = 'Save it again as plain SVG, or as a PNG.';
  const detail = isNested
    ? 'has entities made of entities, which grow without end when they are read'
    : `has ${(length / 1e6).toFixed(1)} MB of drawing and ${entities.length} entities`;
  return fault('MediaTooLarge', detail, cure);
}

async function sizeOf(svg: string): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await sharp(Buffer.from(svg), { limitInputPixels: false }).metadata();
  return { width, height };
}

/** Looks into an SVG drawing, and runs and fetches nothing of it. Never throws. */
export async function inspectDrawing(svg: string): Promise<PictureFacts> {
  const bomb = bombFault(svg);
  if (bomb !== null) return refused(bomb);
  try {
    const { svg: clean, removed } = cleanSvg(svg);
    const { width, height } = await sizeOf(clean);
    const active = fault(
      'ActiveSvg',
      `has ${removed.slice(0, 4).join(', ')}${removed.length > 4 ? ` and ${removed.length - 4} more` : ''}, which the page leaves out: a drawing runs nothing and fetches nothing`,
      'Take it out of the file, and put pictures that it shows into it.',
    );
    return { width, height, faults: removed.length > 0 ? [active] : [] };
  } catch (error) {
    const [detail = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refused(
      fault(
        'UnreadableMedia',
        `is no SVG that can be read (${detail})`,
        'Open it in a drawing program and save it again.',
      ),
    );
  }
}

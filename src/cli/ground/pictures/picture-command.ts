import { join } from 'node:path';
import { UNSTATED } from '../../../content/files/stated-licence.ts';
import { unionOf } from '../../../geo/bounds.ts';
import { fromWorld } from '../../../geo/mercator.ts';
import type { GroundCredit, GroundFile } from '../../../story/ground/ground.ts';
import { GroundRefusal } from '../archive/archive.ts';
import { creditsFor } from '../credit.ts';
import { hashOf } from '../hash-of.ts';
import type { Raster } from '../raster/raster.ts';
import { openRaster } from '../raster/read/open-raster.ts';
import { readEditions } from '../read-story.ts';
import { replaceFiles } from '../replace-files.ts';
import { degrees } from '../report.ts';
import { cutPictures } from './cut-pictures.ts';
import type { PictureOptions } from './picture-options.ts';
import { pictureCommandFor, pictureProvenance } from './picture-provenance.ts';
import { type PictureNeed, picturesNeeded } from './picture-views.ts';

export interface PictureEffects {
  readonly print: (line: string) => void;
}

async function needsOf(root: string, { story, as, isRelief }: PictureOptions): Promise<readonly PictureNeed[]> {
  const needs = picturesNeeded(await readEditions(root, story), as, isRelief);
  if (needs.length > 0) return needs;
  const field = isRelief ? 'relief: 0.5' : `ground: ${as}`;
  throw new GroundRefusal(
    `content/stories/${story}: no section shows it, so nobody knows what to cut. Write \`${field}\` into a section first, and run the command again.`,
  );
}

/** A picture shows somebody's work: nobody may leave out whose it is. */
function creditsOf(raster: Raster, options: PictureOptions): readonly GroundCredit[] {
  const isSaid = options.credit !== null || raster.attribution.trim() !== '';
  const credits = creditsFor(raster.attribution, options);
  const missing = [
    ...(isSaid ? [] : ['--credit "whose it is"']),
    ...(credits.some(({ licence }) => licence === UNSTATED) ? ['--licence "CC BY 4.0", or the terms it has'] : []),
  ];
  if (missing.length > 0)
    throw new GroundRefusal(
      `${options.from} does not say whose it is, or on which terms it may be shown. Say it: ${missing.join(' and ')}.`,
    );
  return credits.map(({ textKey: _, ...credit }) => credit);
}

/** Degrees around what the raster holds, by its edges; null where its corners have no place in the story's projection. */
function wrongArea(needs: readonly PictureNeed[], { from }: PictureOptions): string {
  const [left, top, right, bottom] = unionOf(needs.map(({ box }) => box));
  const [west, north] = fromWorld([left, top]);
  const [east, south] = fromWorld([right, bottom]);
  return `${from} holds nothing of what the sections show. They lie within ${degrees([west, south, east, north])} (west,south,east,north): take a picture of that area, or, where it is one, say rightly where it lies, with --bounds, --corners, --points or --projection.`;
}

/**
 * Cuts a raster to what a story's cameras see of it.
 * @throws GroundRefusal
 */
export async function writePictures(options: PictureOptions, root: string, { print }: PictureEffects): Promise<void> {
  const { story, from, as, isRelief } = options;
  const needs = await needsOf(root, options);
  const path = join(root, from);
  const [left, top, right, bottom] = unionOf(needs.map(({ box }) => box));
  const near = fromWorld([(left + right) / 2, (top + bottom) / 2]);
  const wish = { ...options, isHeights: isRelief || options.tint, near };
  const raster = await openRaster(path, from, wish, root, print);
  try {
    print(
      `${from}: ${raster.format}, ${raster.width} × ${raster.height}, ${raster.bands} ${raster.bands === 1 ? 'band' : 'bands'}.`,
    );
    const attribution = creditsOf(raster, options);
    const cuts = await cutPictures(raster, needs, options, print);
    if (cuts.length === 0) throw new GroundRefusal(wrongArea(needs, options));
    const ground: GroundFile = {
      kind: isRelief ? 'relief' : 'picture',
      attribution,
      command: pictureCommandFor(options),
      pictures: cuts.map(({ picture }) => picture),
    };
    const told = { format: raster.format, ...(await hashOf(path)) };
    const folder = join(root, 'content', 'stories', story, 'ground');
    const isOwn = (name: string): boolean =>
      name.startsWith(`${as}.`) && /\.(webp|json|md)$/.test(name) && !name.endsWith('.topo.json');
    await replaceFiles(
      folder,
      {
        [`${as}.json`]: `${JSON.stringify(ground, null, 2)}\n`,
        [`${as}.PROVENANCE.md`]: pictureProvenance(options, told, ground),
        ...Object.fromEntries(cuts.map(({ picture, bytes }) => [picture.file, bytes])),
      },
      isOwn,
    );
    print(`Wrote content/stories/${story}/ground/${as}.json and its pictures.`);
  } finally {
    raster.close();
  }
}

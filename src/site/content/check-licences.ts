import { join } from 'node:path';
import type { Basemap } from '../../basemap/basemap.ts';
import { needsLicence, statedLicence, statementsFor, UNSTATED } from '../../content/files/stated-licence.ts';
import { buildProblem, type Problem } from '../../content/lint/diagnostics/problems.ts';
import type { ReadEffects } from './read-content.ts';

const decoder = new TextDecoder();

async function checkFile(
  path: string,
  folder: string,
  files: ReadonlySet<string>,
  effects: ReadEffects,
): Promise<readonly Problem[]> {
  const places = statementsFor(path).filter((place) => files.has(place));
  const read = places.map(async (place) => [place, decoder.decode(await effects.read(join(folder, place)))] as const);
  const texts = new Map(await Promise.all(read));
  if (statedLicence(path, (place) => texts.get(place) ?? null) !== null) return [];
  const cure = `Write \`public/${path}.license\` with the lines \`SPDX-FileCopyrightText: whose it is\` and \`SPDX-License-Identifier: CC-BY-4.0\`.`;
  const what = 'Nobody says on which terms this file may be used';
  return [buildProblem('UnstatedLicence', { file: `public/${path}` }, { what, cure })];
}

/** Files of `public/` that say nothing of their terms. */
export async function checkPublicLicences(
  folder: string,
  paths: readonly string[],
  effects: ReadEffects,
): Promise<readonly Problem[]> {
  const files = new Set(paths);
  const found = paths.filter(needsLicence).map((path) => checkFile(path, folder, files, effects));
  return (await Promise.all(found)).flat();
}

/** Parts of a basemap that nobody has given terms. */
export function checkBasemapLicences(name: string, { meta }: Basemap): readonly Problem[] {
  return (meta.attribution ?? [])
    .filter(({ licence }) => (licence ?? '').trim() === '' || licence === UNSTATED)
    .map(({ text }) => {
      const cure =
        'Write `"source"` and `"licence"` into its table in `src/basemap/sources/`, and make the basemap anew.';
      const what = `Nobody says on which terms “${text}” may be used`;
      return buildProblem('UnstatedLicence', { file: `public/basemap/${name}.topo.json` }, { what, cure });
    });
}

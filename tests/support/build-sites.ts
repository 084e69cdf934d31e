import { availableParallelism } from 'node:os';
import { builtSite } from './build-site.ts';
import { SITES } from './sites.ts';

/** Builds the sites that several tests need, so many at once as there are processors. */
const waiting = SITES.map((name) => () => builtSite(name));

async function buildOneByOne(): Promise<void> {
  const build = waiting.shift();
  if (!build) return;
  await build();
  await buildOneByOne();
}

await Promise.all(Array.from({ length: availableParallelism() }, buildOneByOne));

import { availableParallelism } from 'node:os';
import { builtAgain, builtSite } from './build-site.ts';

/** Builds every site that tests need, so many at once as there are processors. */
const waiting = [() => builtSite('volcano'), () => builtSite('main'), builtAgain, () => builtSite('harbour')];

async function buildOneByOne(): Promise<void> {
  const build = waiting.shift();
  if (!build) return;
  await build();
  await buildOneByOne();
}

await Promise.all(Array.from({ length: availableParallelism() }, buildOneByOne));

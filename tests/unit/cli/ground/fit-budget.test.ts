import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Detail } from '../../../../src/basemap/detail/detail.ts';
import type { Thinning } from '../../../../src/cli/ground/cut/build-detail.ts';
import { budgetFor, fitBudget, sentBytes, THINNINGS } from '../../../../src/cli/ground/cut/fit-budget.ts';
import { seeded } from '../../../support/seeded.ts';

/** Lines that nothing can compress, the fewer the more a thinning smooths away. */
function noise({ areaPx, without }: Thinning): Detail {
  const random = seeded(1);
  const step = () => [Math.floor(random() * 2000), Math.floor(random() * 2000)];
  const arcs = Array.from({ length: Math.ceil(60_000 / areaPx / (1 + without.length)) }, () => [step(), step()]);
  return { type: 'Topology', arcs, objects: {}, meta: {} } as unknown as Detail;
}

test('what is too large is thinned until it fits, and no further', () => {
  const fitted = fitBudget(noise, 5000);
  assert.ok(fitted);
  assert.ok(fitted.bytes <= 5000);
  const before = THINNINGS[THINNINGS.indexOf(fitted.thinning) - 1];
  assert.ok(before, 'something had to go');
  assert.ok(sentBytes(noise(before)) > 5000);
  assert.equal(fitBudget(noise, 1e9)?.thinning, THINNINGS[0]);
  assert.equal(
    fitBudget(() => null, 5000),
    null,
  );
});

test('each section may weigh 80 kB, and all of them together 600 kB', () => {
  assert.equal(budgetFor(1), 80_000);
  assert.equal(budgetFor(12), 50_000);
});

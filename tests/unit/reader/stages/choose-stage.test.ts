import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Capabilities, chooseStage } from '../../../../src/reader/stages/choose-stage.ts';

const ABLE: Capabilities = { lightMap: false, saveData: false, memoryGb: 8, webGl: true };

const arbitraryCapabilities: fc.Arbitrary<Capabilities> = fc.record({
  lightMap: fc.boolean(),
  saveData: fc.boolean(),
  memoryGb: fc.option(fc.constantFrom(0.25, 0.5, 1, 2, 4, 8, 16)),
  webGl: fc.boolean(),
});

test('MapLibre is chosen where nothing speaks against it', () => {
  assert.deepEqual(chooseStage(ABLE), { stage: 'maplibre', reason: null });
});

test('a device that does not tell its memory is not taken for a small one', () => {
  assert.equal(chooseStage({ ...ABLE, memoryGb: null }).stage, 'maplibre');
});

test('each limit alone is enough for SVG, and is the reason given', () => {
  assert.equal(chooseStage({ ...ABLE, webGl: false }).reason, 'no-webgl');
  assert.equal(chooseStage({ ...ABLE, saveData: true }).reason, 'save-data');
  assert.equal(chooseStage({ ...ABLE, memoryGb: 2 }).reason, 'low-memory');
  assert.equal(chooseStage({ ...ABLE, lightMap: true }).reason, 'light-map');
});

test("the reader's own choice is the reason before any limit of the device", () => {
  fc.assert(
    fc.property(arbitraryCapabilities, (capabilities) => {
      assert.equal(chooseStage({ ...capabilities, lightMap: true }).reason, 'light-map');
    }),
  );
});

test('there is a reason exactly where SVG stays alone', () => {
  fc.assert(
    fc.property(arbitraryCapabilities, (capabilities) => {
      const { stage, reason } = chooseStage(capabilities);
      assert.equal(stage === 'light', reason !== null);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layCard } from '../../../../src/cli/cards/card-layout.ts';
import { HELP, parseCards } from '../../../../src/cli/cards/options.ts';
import { chosenSections } from '../../../../src/cli/cards.ts';

test('upright cards of every section by default', () => {
  const options = parseCards(['flood']);
  assert.deepEqual([options?.width, options?.height, options?.sections, options?.theme], [1080, 1350, null, 'light']);
});

test('what cannot be is refused in words', () => {
  const refused = (args: readonly string[], words: RegExp): void => assert.throws(() => parseCards(args), words);
  refused([], /Which story/);
  refused(['a', 'b'], /One story at a time/);
  refused(['a', '--size', '10x10'], /such as 1080x1350; found "10x10"/);
  refused(['a', '--theme', 'sepia'], /--theme takes light, dark; found "sepia"/);
});

test('sections come in the order of the story; an unknown one is told with the nearest', () => {
  const ids = ['opening', 'the-dam', 'flood'];
  assert.deepEqual(chosenSections(ids, null), ids);
  assert.deepEqual(chosenSections(ids, ['flood', 'opening']), ['opening', 'flood']);
  assert.throws(() => chosenSections(ids, ['flod']), /no section "flod".*flood/);
});

test('map and words share any card without a gap, and the map has the larger part', () => {
  const side = fc.integer({ min: 200, max: 4000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const { card, map, words, isWide, scale } = layCard({ width, height });
      const along = isWide ? ('width' as const) : ('height' as const);
      const across = isWide ? ('height' as const) : ('width' as const);
      assert.equal(map[along] + words[along], card[along]);
      assert.deepEqual([map[across], words[across]], [card[across], card[across]]);
      assert.ok(map[along] > words[along]);
      assert.ok(Math.abs(card.width * scale - width) <= scale && Math.abs(card.height * scale - height) <= scale);
    }),
  );
});

test('help names every option', () => {
  assert.equal(parseCards(['--help']), null);
  for (const name of ['locale', 'size', 'sections', 'theme', 'out', 'site', 'help']) {
    assert.ok(HELP.includes(`--${name}`), name);
  }
});

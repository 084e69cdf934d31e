import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilmSize, safeBox } from '../../../../src/cli/film/film-size.ts';

test('a page that, drawn larger, has exactly the pixels of the film', () => {
  for (const text of ['1080x1920', '1920x1080', '1080x1080', '240x320', '3840x2160']) {
    const { width, height, page, scale } = parseFilmSize(text);
    assert.equal(`${Math.round(page.width * scale)}x${Math.round(page.height * scale)}`, `${width}x${height}`);
  }
});

test('what is no size of a film is refused with one that is', () => {
  for (const text of ['', '1080', '1081x1920', '100x100', '9000x9000', '1080X1920', '-1080x1920']) {
    assert.throws(() => parseFilmSize(text), /such as 1080x1920; found/, text);
  }
});

test('text keeps clear of the edges, and in upright film of what apps lay over it', () => {
  const upright = safeBox(parseFilmSize('1080x1920'));
  assert.ok(upright.bottom <= 960 * 0.8 && upright.right <= 540 * 0.88);
  const wide = safeBox(parseFilmSize('1920x1080'));
  assert.ok(wide.left >= 1280 * 0.05 && wide.bottom <= 720 * 0.95 + 0.01);
});

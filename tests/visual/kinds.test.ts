import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { drawKindPictures } from '../support/kind-pictures.ts';
import { type ChangedPicture, PICTURE_PAGE, PICTURES, writePicturePage } from '../support/picture-page.ts';

const kept = new Map<string, string>();
for await (const path of glob('**/*.svg', { cwd: PICTURES })) {
  kept.set(path.replaceAll('\\', '/'), await readFile(join(PICTURES, path), 'utf8'));
}
const drawn = new Map(drawKindPictures().map(({ path, svg }) => [path, svg]));
const changed: ChangedPicture[] = [];

for (const path of [...new Set([...drawn.keys(), ...kept.keys()])].sort()) {
  test(`${path} is the picture that is kept`, () => {
    const [before, now] = [kept.get(path) ?? null, drawn.get(path) ?? null];
    if (before === now) return;
    changed.push({ path, before, after: now });
    assert.fail(
      `${path} has changed. ${PICTURE_PAGE} shows it as it was and as it is. Where that is meant: npm test -- --update-pictures`,
    );
  });
}

after(async () => {
  if (changed.length > 0) await writePicturePage(changed);
});

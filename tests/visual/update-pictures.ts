import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { drawKindPictures } from '../support/kind-pictures.ts';
import { PICTURES } from '../support/picture-page.ts';

const pictures = drawKindPictures();
await rm(PICTURES, { recursive: true, force: true });
for (const { path, svg } of pictures) {
  await mkdir(dirname(join(PICTURES, path)), { recursive: true });
  await writeFile(join(PICTURES, path), svg);
}
console.log(`Drew ${pictures.length} pictures anew. What has changed: git diff tests/visual`);

import { expectSection } from '../support/expect-section.ts';
import { test } from '../support/reader-test.ts';

test('every section rests on its frame, its annotations drawn, its places in sight, no word cut', async ({
  reader,
  told,
}) => {
  test.setTimeout(300_000);
  await reader.open();
  for (const section of reader.sections) await expectSection(reader, told.story, section);
});

import { createReader } from '../support/reader.ts';
import { expect, findStory, test } from '../support/reader-test.ts';
import { shortTree } from '../support/short-tree.ts';
import { DATA_STORY, MEDIA_STORY, type SiteName, STORY_OF } from '../support/sites.ts';

/** The story of the project; of the fixtures those with media and with data. */
const STORIES: Readonly<Record<SiteName, readonly string[]>> = {
  main: [STORY_OF.main],
  volcano: [MEDIA_STORY, DATA_STORY],
  harbour: [],
};

for (const locale of ['en', 'ar']) {
  test(`in ${locale} assistive technology is told the same parts, names and order as before`, {
    tag: '@engine',
  }, async ({ page, siteName }) => {
    for (const slug of STORIES[siteName]) {
      const told = await findStory(siteName, locale, slug);
      await createReader(page, told).open();
      const tree = shortTree(await page.locator('body').ariaSnapshot());
      expect(tree).toMatchSnapshot([`${slug}-${locale}.txt`]);
    }
  });
}

import type { Frame, Locator, Page } from 'playwright/test';
import type { Story } from '../../src/story/story.ts';
import { atRestIn, expect, type HostReader, soon, storyFrame, test } from '../support/embed-test.ts';
import { historyLength, startHistory } from '../support/history.ts';
import { numeralLines } from '../support/numeral-lines.ts';

const next = (frame: Frame) => frame.locator('.embed-bar [data-action="next"]');
const previous = (frame: Frame) => frame.locator('.embed-bar [data-action="previous"]');
const isEngaged = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => 'engaged' in document.documentElement.dataset);

/** A wheel's turns are joined to one scroll, whatever it is over by then, until the wheel has rested so long. */
const WHEEL_RESTS_MS = 600;

/** Turns the wheel over the frame until either page or story has moved. */
async function wheelMoves(page: Page, frame: Frame, by: number): Promise<'page' | 'story'> {
  const tops = async () => [await page.evaluate(() => window.scrollY), await frame.evaluate(() => window.scrollY)];
  let [pageTop, storyTop] = await tops();
  await expect
    .poll(
      async () => {
        const before = [pageTop, storyTop];
        [pageTop, storyTop] = await tops();
        return before[0] === pageTop && before[1] === storyTop;
      },
      { message: 'both at rest', intervals: [WHEEL_RESTS_MS] },
    )
    .toBe(true);
  let moved: 'page' | 'story' | null = null;
  await soon(async () => {
    await page.mouse.wheel(0, by);
    const [pageNow, storyNow] = await tops();
    moved = pageNow !== pageTop ? 'page' : storyNow !== storyTop ? 'story' : null;
    return moved;
  }).not.toBeNull();
  return moved ?? 'page';
}

/** Runs in the frame. */
function scrollToEnd(): number {
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  return document.documentElement.scrollHeight;
}

async function open(page: Page, host: HostReader, story: Story): Promise<Frame> {
  await host.open('every-mode', story, { mode: 'contained' });
  const frame = await storyFrame(page);
  await page.locator('story-embed').hover();
  await atRestIn(frame);
  return frame;
}

test('in any engine its buttons lead on and back', { tag: '@engine' }, async ({ page, host, told }) => {
  const frame = await open(page, host, told.story);
  const sections = told.story.sections.map(({ id }) => id);
  // A pointer that WebDriver BiDi moves does not reach a frame of another origin.
  const press = (button: Locator) => button.dispatchEvent('click');
  for (const section of sections.slice(1, 4)) {
    await press(next(frame));
    await atRestIn(frame, section);
  }
  await press(previous(frame));
  await atRestIn(frame, sections[2]);
});

test('buttons and arrow keys lead from section to section, and nothing leaves a trail', async ({
  page,
  host,
  editions,
}) => {
  for (const [index, story] of editions.entries()) {
    const frame = await open(page, host, story);
    const before = await startHistory(page);
    // The whole way once; which way is forward is seen after a few sections.
    const sections = story.sections.map(({ id }) => id).slice(0, index === 0 ? undefined : 4);
    const visited = new Set<string>();
    for (let presses = 0; presses < sections.length * 8 && !visited.has(sections.at(-1) ?? ''); presses += 1) {
      await next(frame).click();
      visited.add((await atRestIn(frame)).scene.section);
    }
    expect([...visited].filter((id) => sections.includes(id)).length).toBeGreaterThanOrEqual(sections.length - 1);
    await page.keyboard.press(story.locale === 'ar' ? 'ArrowRight' : 'ArrowLeft');
    await atRestIn(frame, sections.at(-2));
    expect(await historyLength(page)).toBe(before);
    expect(frame.url()).not.toContain('#');
  }
});

/** What takes arrow keys for itself. */
const FIELDS = {
  text: '<input value="words">',
  range: '<input type="range">',
  radio: '<input type="radio" name="a"><input type="radio" name="a">',
  select: '<select><option>one</option><option>two</option></select>',
  textarea: '<textarea>words</textarea>',
  editable: '<p contenteditable tabindex="0">words</p>',
} as const;

test('arrow keys with a modifier, or in a form field, are left to browser and field', async ({ page, host, told }) => {
  const frame = await open(page, host, told.story);
  const [first, second] = told.story.sections;
  for (const modifier of ['Alt', 'Control', 'Meta', 'Shift']) {
    await next(frame).focus();
    await page.keyboard.press(`${modifier}+ArrowRight`);
    expect((await atRestIn(frame)).scene.section, modifier).toBe(first?.id);
  }
  for (const [name, field] of Object.entries(FIELDS)) {
    await frame.evaluate((html) => {
      document.querySelector('#fields')?.remove();
      document.body.insertAdjacentHTML('beforeend', `<div id="fields" style="position:fixed;top:0">${html}</div>`);
      document.querySelector<HTMLElement>('#fields > *')?.focus();
    }, field);
    await page.keyboard.press('ArrowRight');
    expect((await atRestIn(frame)).scene.section, name).toBe(first?.id);
  }
  await frame.evaluate(() => document.querySelector('#fields')?.remove());
  await next(frame).focus();
  await page.keyboard.press('ArrowRight');
  await atRestIn(frame, second?.id);
});

test('the page scrolls on until the reader takes the story up, and again when they turn away or reach its end', async ({
  page,
  host,
  told,
}) => {
  const frame = await open(page, host, told.story);
  expect(await wheelMoves(page, frame, 60)).toBe('page');
  await frame.locator('.stage').click({ position: { x: 300, y: 200 }, force: true });
  expect(await isEngaged(frame)).toBe(true);
  expect(await wheelMoves(page, frame, 60)).toBe('story');
  // What has never been in sight gets its true height there, so that the end moves on.
  let end = 0;
  const isSameEnd = async () => {
    const before = end;
    end = await frame.evaluate(scrollToEnd);
    return end === before;
  };
  await expect.poll(isSameEnd, { intervals: [WHEEL_RESTS_MS] }).toBe(true);
  expect(await wheelMoves(page, frame, 60)).toBe('page');
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await page.mouse.click(5, 5);
  await soon(() => isEngaged(frame)).toBe(false);
});

test('the way to the full story is in sight, and opens outside the frame', async ({ page, host, told }) => {
  const frame = await open(page, host, told.story);
  const link = frame.locator('.embed-bar .whole');
  await expect(link).toBeVisible();
  const [href, target] = await link.evaluate((a: HTMLAnchorElement) => [a.href, a.target]);
  expect(href).toMatch(new RegExp(`/${told.story.locale}/${told.story.slug}/(index.html)?$`));
  expect(target).toBe('_blank');
});

test('a great numeral is never broken over two lines, however wide the frame', async ({ page, baseURL, editions }) => {
  for (const { locale, slug } of editions) {
    await page.goto(`${baseURL}/${locale}/${slug}/embed/?mode=contained`);
    for (const width of [320, 390, 699, 700, 860, 1000, 1099]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await numeralLines(page);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines, `${locale}, ${width} px`).toEqual(lines.map(() => 1));
    }
  }
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('a swipe turns to the next section, and scrolling moves the page until the reader takes the story up', async ({
    page,
    host,
    editions,
  }) => {
    const finger = await page.context().newCDPSession(page);
    for (const story of editions) {
      const frame = await open(page, host, story);
      const [first, second] = story.sections;
      const forward = story.locale === 'ar' ? 1 : -1;
      const drag = async (byX: number, byY: number): Promise<void> => {
        for (const share of [0, 0.25, 0.5, 0.75, 1]) {
          const touchPoints = [{ x: 195 + byX * share, y: 420 + byY * share }];
          await finger.send('Input.dispatchTouchEvent', {
            type: share === 0 ? 'touchStart' : 'touchMove',
            touchPoints,
          });
        }
        await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      };
      await atRestIn(frame, first?.id);
      await soon(async () => {
        await drag(forward * 120, 0);
        return (await atRestIn(frame)).scene.section;
      }).not.toBe(first?.id);
      expect([second?.id, story.sections[2]?.id]).toContain((await atRestIn(frame)).scene.section);
      expect(await isEngaged(frame)).toBe(false);
      const before = await frame.evaluate(() => window.scrollY);
      const pageTop = await page.evaluate(() => window.scrollY);
      await soon(async () => {
        await drag(0, -200);
        return page.evaluate(() => window.scrollY);
      }).toBeGreaterThan(pageTop + 100);
      expect(await frame.evaluate(() => window.scrollY)).toBe(before);
    }
  });
});

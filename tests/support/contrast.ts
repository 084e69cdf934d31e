import type { Page } from 'playwright/test';
import { PNG } from 'pngjs';
import type { Box } from '../../src/geo/lng-lat.ts';

type Rgb = readonly [number, number, number];

/** A run of text on screen. */
export interface Lettering {
  readonly text: string;
  readonly box: Box;
  readonly color: string;
  /** Text of 24 px, or of 18.66 px in bold: 3:1 is enough for it (WCAG 2.2, 1.4.3). */
  readonly isLarge: boolean;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
}

/** WCAG's contrast, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

export function readRgb(color: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** All text below a selector that is on screen whole. */
export function readLettering(page: Page, selector: string): Promise<readonly Lettering[]> {
  return page.evaluate((wanted) => {
    const isOnScreen = ({ left, top, right, bottom }: DOMRect): boolean =>
      left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
    const letteringOf = (node: Node, parent: Element): readonly Lettering[] => {
      const { fill, color, fontSize, fontWeight } = getComputedStyle(parent);
      const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24);
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter(isOnScreen).map(({ left, top, right, bottom }) => ({
        text: node.textContent?.trim() ?? '',
        box: { left, top, right, bottom },
        color: parent instanceof SVGElement ? fill : color,
        isLarge,
      }));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Lettering[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent?.closest(wanted) || parent.closest('.visually-hidden') || !textContent?.trim()) continue;
      found.push(...letteringOf(walker.currentNode, parent));
    }
    return found;
  }, selector);
}

/** The contrast that nearly all of a text's ground reaches: a road of one pixel under a letter does not hide the word. */
export function leastContrast(ground: PNG, { box, color }: Lettering): number {
  const found: number[] = [];
  const ink = readRgb(color);
  for (let y = Math.ceil(box.top); y < Math.floor(box.bottom); y += 1) {
    for (let x = Math.ceil(box.left); x < Math.floor(box.right); x += 1) {
      const [red = 0, green = 0, blue = 0] = ground.data.subarray((y * ground.width + x) * 4);
      found.push(contrast(ink, [red, green, blue]));
    }
  }
  found.sort((a, b) => a - b);
  return found[Math.floor(found.length * 0.1)] ?? Number.POSITIVE_INFINITY;
}

/** The screen without the text itself, and without the lines that strike it out. */
export async function pictureWithout(page: Page, selector: string): Promise<PNG> {
  const style = await page.addStyleTag({
    content: `:is(${selector}), :is(${selector}) * { fill: transparent !important; color: transparent !important }
      [data-key*=":strike"] { visibility: hidden }`,
  });
  const picture = PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
  await style.evaluate((element) => (element as HTMLElement).remove());
  return picture;
}

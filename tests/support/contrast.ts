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

/** Of each value of a channel: a picture asks for millions. */
const LINEAR: readonly number[] = Array.from({ length: 256 }, (_, value) => linear(value / 255));

const lightOf = (channel: number): number => LINEAR[channel] ?? linear(channel / 255);

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * lightOf(red) + 0.7152 * lightOf(green) + 0.0722 * lightOf(blue);
}

const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** WCAG's contrast, 1 to 21. */
export const contrast = (one: Rgb, other: Rgb): number => ratio(luminance(one), luminance(other));

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
  const ink = luminance(readRgb(color));
  const { data, width } = ground;
  for (let y = Math.ceil(box.top); y < Math.floor(box.bottom); y += 1) {
    for (let x = Math.ceil(box.left); x < Math.floor(box.right); x += 1) {
      const at = (y * width + x) * 4;
      found.push(ratio(ink, luminance([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0])));
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

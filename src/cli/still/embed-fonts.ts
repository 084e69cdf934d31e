import type { Page } from 'playwright';
import type { ComposedSvg } from './compose-svg.ts';

interface Face {
  readonly css: string;
  readonly url: string;
}

/** Runs in the page: the rules of the faces it has loaded and the texts name. */
function usedFaces(families: readonly string[]): readonly Face[] {
  const named = families.join(',');
  const loaded = new Set(
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
  );
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.flatMap((rule): Face[] => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const family = rule.style.getPropertyValue('font-family').replaceAll('"', '');
    const url = /url\("([^"]+)"\)/.exec(rule.cssText)?.[1];
    if (!url || !loaded.has(family) || !named.includes(family)) return [];
    return [{ css: rule.cssText, url: new URL(url, rule.parentStyleSheet?.href ?? location.href).href }];
  });
}

const escapeCss = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The drawing with the faces of its texts in it: real text, that looks the same where they are not installed. */
export async function embedFonts(page: Page, { svg, families }: ComposedSvg): Promise<string> {
  const faces = await page.evaluate(usedFaces, families);
  const rules = await Promise.all(
    faces.map(async ({ css, url }) => {
      const response = await page.request.get(url);
      const data = (await response.body()).toString('base64');
      return css.replace(/url\("[^"]+"\)/, `url("data:font/woff2;base64,${data}")`);
    }),
  );
  return svg.replace(/>/, `><style>${escapeCss(rules.join('\n'))}</style>`);
}

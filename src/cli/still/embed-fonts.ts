import type { Page } from 'playwright';
import type { ComposedSvg } from './compose-svg.ts';

/** A typeface of the page, and the file of it. */
export interface UsedFace {
  /** Its `@font-face`, which says where the file is. */
  readonly css: string;
  readonly url: string;
  readonly family: string;
  readonly style: string;
  /** `unicode-range`; empty for all characters. */
  readonly range: string;
}

export interface FetchedFace extends UsedFace {
  readonly file: Buffer;
}

/** Runs in the page: the rules of the faces it has loaded and the texts name. */
function usedFaces(families: readonly string[]): readonly UsedFace[] {
  const named = families.join(',');
  const loaded = new Set(
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
  );
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.flatMap((rule): UsedFace[] => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const [family = '', style = '', range = ''] = ['font-family', 'font-style', 'unicode-range'].map((name) =>
      rule.style.getPropertyValue(name).replaceAll('"', ''),
    );
    const url = /url\("([^"]+)"\)/.exec(rule.cssText)?.[1];
    if (!url || !loaded.has(family) || !named.includes(family)) return [];
    const whole = new URL(url, rule.parentStyleSheet?.href ?? location.href).href;
    return [{ css: rule.cssText, url: whole, family, style: style || 'normal', range }];
  });
}

/** The faces of a drawing's texts, as the page has them. */
export async function fetchFaces(page: Page, { families }: ComposedSvg): Promise<readonly FetchedFace[]> {
  const faces = await page.evaluate(usedFaces, families);
  return Promise.all(faces.map(async (face) => ({ ...face, file: await (await page.request.get(face.url)).body() })));
}

const escapeCss = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The drawing with the faces of its texts in it: real text, that looks the same where they are not installed. */
export function embedFonts({ svg }: ComposedSvg, faces: readonly FetchedFace[]): string {
  const rules = faces.map(({ css, file }) =>
    css.replace(/url\("[^"]+"\)/, `url("data:font/woff2;base64,${file.toString('base64')}")`),
  );
  return svg.replace(/>/, `><style>${escapeCss(rules.join('\n'))}</style>`);
}

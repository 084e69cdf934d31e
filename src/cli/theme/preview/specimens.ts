import { PAGE_ROLES, PALETTE_NAMES } from '../../../content/schema/theme.ts';
import { colorsBetween } from '../../../data/scales/colors-between.ts';
import { RAMPS, rampColors } from '../../../data/scales/ramps.ts';
import { escapeHtml } from '../../../i18n/escape-html.ts';
import type { SiteTheme } from '../../../site/theme/define-theme.ts';
import type { Script } from '../../../theme/scripts.ts';
import { PAINT_TOKENS } from '../../../theme/tokens.ts';

/** A sentence in each script that a theme may have a family for. */
const SAMPLES: Readonly<Partial<Record<Script, readonly [lang: string, words: string]>>> = {
  latn: ['en', 'Half of the town had gone by the evening of 24 December; 1,950 people stayed.'],
  cyrl: ['uk', 'До вечора 24 грудня половина міста виїхала; залишилося 1950 людей.'],
  grek: ['el', 'Ως το βράδυ της 24ης Δεκεμβρίου η μισή πόλη είχε φύγει.'],
  arab: ['ar', 'بحلول مساء ٢٤ كانون الأول كان نصف المدينة قد رحل، وبقي ١٩٥٠ شخصاً.'],
  hebr: ['he', 'עד ערב ה־24 בדצמבר עזב חצי מן העיר; 1,950 איש נשארו.'],
  deva: ['hi', '24 दिसंबर की शाम तक आधा शहर जा चुका था; 1,950 लोग रह गए।'],
};

const block = (title: string, body: string): string => `<section><h2>${escapeHtml(title)}</h2>\n${body}</section>\n`;

/** Running text in each script of the theme, and each role of the page in its size. */
export function typeSpecimen({ type: { faces } }: SiteTheme): string {
  const scripts = faces.text.flatMap(({ script, family }) => {
    const [lang, words] = SAMPLES[script] ?? [];
    if (words === undefined || lang === undefined) return [];
    const dir = script === 'arab' || script === 'hebr' ? 'rtl' : 'ltr';
    return [
      `<p class="sample ${script}" lang="${lang}" dir="${dir}">${words} <small>${escapeHtml(family)}</small></p>`,
    ];
  });
  const roles = PAGE_ROLES.map(
    (role) =>
      `<div class="role"><small>${role}</small><div style="font-size:var(--size-${role});line-height:var(--line-${role},1.2)">${role.startsWith('numeral') ? '235,000' : 'Leaving the harbour'}</div></div>`,
  );
  return block('Type', [...scripts, ...roles].join('\n'));
}

/** The card of a section, as it stands over the map. */
export const cardSpecimen = (): string =>
  block(
    'Card',
    `<div class="card-ground"><div class="card"><h2>The harbour</h2><p>Half of the town had gone by the evening. <a href="#card">A link</a>, <strong>strong</strong> and <em>slanted</em> words.</p><p class="note">Harbour log, 24 December</p><button type="button">A button</button></div></div>`,
  );

const swatch = (hex: string, name: string): string =>
  `<span class="swatch" style="background:${hex}" title="${name} ${hex}"></span>`;

/** Every palette of the theme, a line each. */
export function paletteSpecimen({ palettes }: SiteTheme): string {
  const rows = PALETTE_NAMES.map(
    (name) =>
      `<p><small>${name}</small>${PAINT_TOKENS.map((token) => swatch(palettes[name][token], token)).join('')}</p>`,
  );
  return block('Palettes', rows.join('\n'));
}

const CLASSES = 5;

/** Ramps of data layers as legends show them, on light and on dark ground. */
export function rampSpecimen({ ramps, palettes: { light, dark } }: SiteTheme): string {
  const names = [...new Set([...Object.keys(ramps), ...RAMPS])];
  const rows = names.map((name) => {
    const own = ramps[name];
    const colors = own === undefined ? rampColors(name, CLASSES) : colorsBetween(own, CLASSES);
    const on = (theme: 'light' | 'dark', land: string): string =>
      `<span class="legend" style="background:${land}">${colors.map((color) => swatch(color[theme], name)).join('')}</span>`;
    return `<p><small>${escapeHtml(name)}</small>${on('light', light.land)}${on('dark', dark.land)}</p>`;
  });
  return block('Legends', rows.join('\n'));
}

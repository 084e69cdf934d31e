import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeInfo } from '../../src/i18n/locales.ts';
import { quotationMarks } from '../../src/i18n/quotation-marks.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type BuiltPage, readableText } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';
import { MANY_LANGUAGES } from '../support/sites.ts';

const LOCALES = ['en', 'de', 'pt-BR', 'uk', 'hi', 'fa', 'he', 'ckb', 'zh-Hans', 'ja'] as const;
const FROM_THE_RIGHT = ['fa', 'he', 'ckb'];
const UNSPACED = ['zh-Hans', 'ja'];
/** A date, a figure and a distance as the pages of each language have them. */
const WRITTEN: Readonly<Record<(typeof LOCALES)[number], readonly string[]>> = {
  en: ['14 June 2019', '11,300', '14 km'],
  de: ['14. Juni 2019', '11.300', '14 km'],
  'pt-BR': ['14 de junho de 2019', '11.300', '14 km'],
  uk: ['14 червня 2019', '11 300', '14 км'],
  hi: ['14 जून 2019', '11,300', '14 कि॰मी॰'],
  fa: ['۱۴ ژوئن ۲۰۱۹', '۱۱٬۳۰۰', '۱۴ کیلومتر'],
  he: ['14 ביוני 2019', '11,300', '14 ק״מ'],
  ckb: ['١٤ی حوزەیرانی ٢٠١٩', '١١٬٣٠٠', '١٤ کم'],
  'zh-Hans': ['2019年6月14日', '11,300', '14公里'],
  ja: ['2019年6月14日', '11,300', '14 km'],
};

const spaced = (text: string): string => text.replaceAll(/[\s\u200e\u200f\u061c]+/g, ' ');

forSite('volcano', (site) => {
  function pageIn(locale: string, path = ''): BuiltPage {
    const wanted = `${locale}/${MANY_LANGUAGES}/${path}index.html`;
    const page = site.pages.find((candidate) => candidate.path === wanted);
    assert.ok(page, wanted);
    return page;
  }
  const wordsOn = (locale: string): string =>
    spaced(readableText(pageIn(locale).document.querySelector('main') ?? assert.fail()));

  /** Words on the static map of a section, line by line, each with its classes. */
  function linesOnMap(locale: string, section: string): readonly { readonly text: string; readonly classes: string }[] {
    const { html } = pageIn(locale);
    const [, after = ''] = html.split(new RegExp(`<section[^>]* id="?${section}"?[ >]`));
    const [map = ''] = after.split('</figure>');
    return [...map.matchAll(/<text class="([^"]*)"[^>]*>([^<]*)</g)].map(([, classes = '', text = '']) => ({
      text,
      classes,
    }));
  }

  test('one story is told in ten languages, and nothing of it is missing in any', () => {
    assert.equal(LOCALES.length, 10);
    for (const locale of LOCALES) {
      const { dir, script } = localeInfo(locale);
      assert.equal(dir, FROM_THE_RIGHT.includes(locale) ? 'rtl' : 'ltr', locale);
      const html = pageIn(locale).document.querySelector('html');
      const said = ['lang', 'dir', 'data-script'].map((name) => html?.getAttributeValue(name));
      assert.deepEqual(said, [locale, dir, script], locale);
    }
    assert.doesNotMatch(site.said, new RegExp(`Missing\\w*.*${MANY_LANGUAGES}`));
  });

  test('figures, dates, distances and quotations are those of the language', () => {
    for (const locale of LOCALES) {
      const words = wordsOn(locale);
      for (const text of WRITTEN[locale]) assert.ok(words.includes(text), `${locale}: ${text}`);
      const [open, close] = quotationMarks(locale);
      const quote = readableText(pageIn(locale).document.querySelector('.quote p') ?? assert.fail());
      assert.ok(quote.startsWith(open) && quote.endsWith(close), `${locale}: ${quote}`);
    }
  });

  test('the interface speaks each language, and no words of it are marked as another’s', () => {
    for (const locale of LOCALES) {
      const { document, html } = pageIn(locale);
      assert.equal(
        readableText(document.querySelector('[data-action="open-sections"]') ?? assert.fail()).trim(),
        translate('sections', locale),
      );
      const strange = document.querySelectorAll('.bar nav span[lang], .settings label span[lang]');
      assert.equal(strange.length, 0, locale);
      for (const other of LOCALES.filter((one) => one !== locale)) {
        assert.ok(!html.includes(translate('editionGone', other)), `${locale} carries texts of ${other}`);
      }
    }
  });

  test('where a bar has no room for so many languages it has a menu of them', () => {
    for (const locale of LOCALES) {
      const { document } = pageIn(locale);
      const links = document.querySelectorAll('.bar [popover] a[data-language]');
      assert.equal(links.length, LOCALES.length - 1, locale);
      assert.equal(document.querySelectorAll('.bar nav > a[data-language]').length, 0, locale);
    }
  });

  test('names on the map are in the language of the page, with the one asked for beside them in other scripts', () => {
    const names = { de: 'Tanger', uk: 'Танжер', hi: 'तांजियर', fa: 'طنجه', he: 'טנג׳יר', ckb: 'تەنجە', ja: 'タンジェ' };
    for (const [locale, name] of Object.entries({ ...names, en: 'Tangier', 'zh-Hans': '丹吉尔', 'pt-BR': 'Tânger' })) {
      const lines = linesOnMap(locale, 'the-strait').map(({ text }) => text);
      assert.ok(lines.includes(name), `${locale}: ${lines.join(' | ')}`);
      assert.equal(lines.includes('Tangier'), true, locale);
    }
  });

  test('words without spaces are broken to fit, and no line begins or ends as none may', () => {
    for (const locale of UNSPACED) {
      const lines = linesOnMap(locale, 'the-strait').filter(({ classes }) => classes.includes('t-callout-body'));
      const texts = lines.map(({ text }) => text);
      assert.ok(texts.length >= 2, `${locale}: ${texts.join(' | ')}`);
      for (const text of texts) assert.doesNotMatch(text, /^[、。，]|[「（]$/, locale);
    }
  });

  test('letters of scripts without capitals are told apart, so that none is slanted or tracked', () => {
    const classes = { ja: 'up', 'zh-Hans': 'up', hi: 'up', he: 'rtl', fa: 'ar', ckb: 'ar', uk: '', de: '' };
    for (const [locale, expected] of Object.entries(classes)) {
      const own = linesOnMap(locale, 'the-strait').find(({ classes: all }) => all.includes('t-callout-body'));
      const given = (own?.classes ?? '').split(' ').filter((name) => /^(up|rtl|ar)$/.test(name));
      assert.deepEqual(given, expected === '' ? [] : [expected], locale);
    }
  });

  test('styles of a script come with the pages that are in it, and with no others', () => {
    for (const locale of LOCALES) {
      const isLoose = ['hi', 'he', 'zh-Hans', 'ja'].includes(locale);
      assert.equal(pageIn(locale).html.includes('text-autospace'), isLoose, locale);
    }
  });
});

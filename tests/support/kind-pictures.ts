import { DEFINITIONS } from '../../src/annotations/registry.ts';
import type { Camera } from '../../src/geo/lng-lat.ts';
import { escapeHtml } from '../../src/i18n/escape-html.ts';
import { plainMarks } from '../../src/marks/plain-marks.ts';
import { renderMarks } from '../../src/marks/render-marks.ts';
import { marksOf, restContext, SCREENS, type Setting } from './kind-context.ts';
import { EXAMPLE_SETTING, exampleOf } from './kind-laws.ts';

/** A kind's example at rest, drawn whole. */
export interface KindPicture {
  /** Below `tests/visual/pictures/`. */
  readonly path: string;
  /** SVG text, a mark a line; colours and sizes of type are those of `mapStyleSheet`. */
  readonly svg: string;
}

/** So near that what lies on the map fills a phone. */
const REST: Camera = { center: [25.1, 38.2], zoom: 10, pitch: 0, bearing: 0 };
const SIZES = ['desktop', 'phone'] as const;
const LOCALES = { ltr: 'en', rtl: 'ar' } as const;

/** Each part of a path on a line of its own, so that a change of one is seen to be one. */
const inLines = (element: string): string =>
  element.replace(/ d="([^"]*)"/, (_, d: string) => ` d="${d.replace(/(?<=.)[Mm]/g, '\n    $&')}"`);

function drawn(setting: Setting, kind: string, marks: ReturnType<typeof marksOf>): string {
  const [width, height] = SCREENS[setting.sizeClass ?? 'desktop'];
  const { places, projection } = restContext(setting);
  const points = Object.entries(places).map(([id, { lngLat }]) => {
    const [x, y] = projection.project(lngLat);
    return `  <circle data-key="${id}" class="f-ink-3" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2"/>`;
  });
  const lines = plainMarks(marks).flatMap((mark) => {
    const element = renderMarks([mark]);
    return element === '' ? [] : [`  ${inLines(element.replace(' ', ` data-key="${escapeHtml(mark.key)}" `))}`];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="map-svg size-${setting.sizeClass}" viewBox="0 0 ${width} ${height}">`,
    `  <title>${kind}</title>`,
    `  <rect class="f-land" width="${width}" height="${height}"/>`,
    ...points,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

/** A picture of each kind in the registry, on each size of screen and in each direction of text. */
export function drawKindPictures(): readonly KindPicture[] {
  return DEFINITIONS.flatMap((definition) =>
    SIZES.flatMap((sizeClass) =>
      Object.entries(LOCALES).map(([dir, locale]) => {
        const setting = { ...EXAMPLE_SETTING, rest: REST, sizeClass, locale };
        const marks = marksOf(exampleOf(definition, locale), 1, setting);
        return { path: `${definition.kind}/${sizeClass}-${dir}.svg`, svg: drawn(setting, definition.kind, marks) };
      }),
    ),
  );
}

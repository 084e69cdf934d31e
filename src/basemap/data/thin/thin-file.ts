import type { DataPart } from '../../../story/sources/map-source.ts';
import { gridPath } from '../../drawing/grid-path.ts';
import { edgePath } from '../../drawing/packed-shapes.ts';
import { type DotsOfSize, dotsIn, farSource, pathLines, type ShapeFile } from '../../drawing/shape-file.ts';
import { dataSource } from '../data-layers.ts';
import { thinDots } from './thin-dots.ts';
import { thinLines } from './thin-lines.ts';
import { thinRings } from './thin-rings.ts';

/** How a view is drawn up to a zoom, where that is worth it. */
export interface ThinnedView {
  readonly view: string;
  readonly upTo: number;
  /** Rings, lines or dots that the view has, and how many are drawn. */
  readonly all: number;
  readonly left: number;
}

export interface ThinnedFile {
  readonly file: ShapeFile;
  readonly views: readonly ThinnedView[];
}

type Views = Readonly<Record<string, readonly DataPart[]>>;

/** Zooms from the nearest on for which shapes are thinned: small screens see a section from half as many farther off. */
const STEPS = 5;
/** A view that keeps more of its shapes than this is drawn whole. */
const WORTH_IT = 0.9;
/** Parts of a unit: what is drawn together is smaller than one. */
const DECIMALS = 2;

interface Part {
  readonly source: string;
  readonly part: DataPart;
  readonly path: string | undefined;
  readonly circles: readonly DotsOfSize[] | undefined;
  readonly edges: readonly string[] | undefined;
}

const partsIn = (file: ShapeFile, view: string, parts: readonly DataPart[]): readonly Part[] =>
  parts.map((part, index) => {
    const source = dataSource(view, index);
    return {
      source,
      part,
      path: file.paths[source],
      circles: file.circles?.[source],
      edges: file.edges?.[source],
    };
  });

const dotCount = (circles: readonly DotsOfSize[] = []): number =>
  circles.reduce((sum, dots) => sum + dotsIn(dots).length, 0);

/** Edges are those of shapes that are counted already. */
const countOf = (parts: readonly Part[]): number =>
  parts.reduce(
    (sum, { path = '', circles, edges }) => sum + dotCount(circles) + (edges ? 0 : path.split('m').length - 1),
    0,
  );

function thinPath({ path, part }: Part, px: number): string | undefined {
  if (path === undefined) return undefined;
  const [isArea, lines] = [part.type === 'fill', pathLines(path)];
  const thinned = (isArea ? thinRings : thinLines)(lines, px);
  return thinned.length === lines.length ? path : gridPath(thinned, isArea, DECIMALS);
}

function thinView(parts: readonly Part[], px: number, isOpaque: boolean): readonly Part[] {
  const dotted = parts.map(({ part, circles = [] }) => ({ part, circles }));
  const dots = isOpaque ? thinDots(dotted, px) : dotted;
  const thinned = parts.map((part, index) => ({
    ...part,
    path: part.edges ? part.path : thinPath(part, px),
    circles: part.circles && dots[index]?.circles,
  }));
  const pathOf = (source: string): string => thinned.find((one) => one.source === source)?.path ?? '';
  return thinned.map((part) => (part.edges ? { ...part, path: edgePath(part.edges.map(pathOf)) } : part));
}

const named = <T>(parts: readonly (Part & { readonly name: string })[], of: (part: Part) => T | undefined) =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const value = of(part);
      return value === undefined ? [] : [[part.name, value] as const];
    }),
  );

/**
 * A file with what is left of its views from farther and farther off, each under the name of `farSource`: whatever is smaller
 * than a pixel there is drawn together with what lies in the same one, and dots that others hide are left out.
 * @param zoom the nearest the file is seen at
 * @param seeThrough views that what lies below is seen through
 */
export function thinFile(file: ShapeFile, views: Views, zoom: number, seeThrough: ReadonlySet<string>): ThinnedFile {
  const nearest = Math.ceil(zoom);
  const steps = Array.from({ length: STEPS }, (_, at) => nearest - at).filter((step) => step >= 0);
  const thinned = Object.entries(views).flatMap(([view, viewParts]) => {
    const parts = partsIn(file, view, viewParts);
    const all = countOf(parts);
    return steps.flatMap((upTo) => {
      const px = file.grid.size / (512 * 2 ** upTo);
      const far = thinView(parts, px, !seeThrough.has(view));
      const left = countOf(far);
      return left > WORTH_IT * all ? [] : [{ view, upTo, all, left, far }];
    });
  });
  const far = thinned.flatMap(({ upTo, far: parts }) => {
    const nameAt = (source: string): string => farSource(source, upTo);
    return parts.map((part) => ({ ...part, name: nameAt(part.source), edges: part.edges?.map(nameAt) }));
  });
  if (far.length === 0) return { file, views: [] };
  return {
    file: {
      ...file,
      paths: { ...file.paths, ...named(far, ({ path }) => path) },
      edges: { ...file.edges, ...named(far, ({ edges }) => edges) },
      circles: { ...file.circles, ...named(far, ({ circles }) => circles) },
    },
    views: thinned.map(({ far: _, ...view }) => view),
  };
}

import { resolveImport, type Violation } from './import-rules.ts';
import { importsOf, type SourceUnit } from './source-unit.ts';

function graphOf(units: readonly SourceUnit[]): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const unit of units) {
    const targets = importsOf(unit)
      .map(({ specifier }) => resolveImport(unit.path, specifier))
      .filter((target): target is string => target !== null);
    graph.set(unit.path, [...(graph.get(unit.path) ?? []), ...targets]);
  }
  return graph;
}

/** Files that reach themselves by following imports; each loop is reported once. */
export function checkLoops(units: readonly SourceUnit[]): readonly Violation[] {
  const graph = graphOf(units);
  const done = new Set<string>();
  const violations: Violation[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      violations.push({ path, message: `import loop: ${[...trail.slice(start), path].join(' → ')}` });
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return violations;
}

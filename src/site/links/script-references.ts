import { ImportType, initSync, parse } from 'es-module-lexer';
import type { Reference } from './reference.ts';

/** What `new URL('file', import.meta.url)` looks like before and after `import.meta`. */
const FILE_BEFORE_META = /new URL\((["'`])([^"'`]+)\1,\s*$/;
const LONGEST_NAME = 300;

export interface ScriptReference extends Reference {
  /** `import`: a module needed before this one runs. `later`: fetched on demand. `file`: no module, or one for a worker. */
  readonly use: 'import' | 'later' | 'file';
  /** Offsets of the whole expression: of the address and its quotes, of `import(…)`, or of `new URL(…)`. */
  readonly whole: readonly [start: number, end: number];
}

function fileAt(code: string, meta: number): ScriptReference | null {
  const before = code.slice(Math.max(0, meta - LONGEST_NAME), meta);
  const match = FILE_BEFORE_META.exec(before);
  const [, closing] = /^import\.meta\.url(\s*\))/.exec(code.slice(meta, meta + 40)) ?? [];
  const [all = '', , url = ''] = match ?? [];
  if (!match || closing === undefined) return null;
  const start = meta - all.length;
  const address = start + 'new URL('.length + 1;
  const end = meta + 'import.meta.url'.length + closing.length;
  return { start: address, end: address + url.length, url, kind: 'load', use: 'file', whole: [start, end] };
}

/** Files a module names: imports, imports on demand, and `new URL('…', import.meta.url)`. */
export function scriptReferences(code: string): readonly ScriptReference[] {
  initSync();
  const [imports] = parse(code);
  return imports.flatMap(({ t, n, s, e, ss, se }): readonly ScriptReference[] => {
    if (t === ImportType.ImportMeta) return [fileAt(code, ss)].filter((found) => found !== null);
    if (n === undefined) return [];
    const isDynamic = t === ImportType.Dynamic;
    // Of a dynamic import the lexer gives the expression, quotes included.
    const [start, end] = isDynamic ? [s + 1, e - 1] : [s, e];
    const whole = isDynamic ? ([ss, se] as const) : ([s - 1, e + 1] as const);
    return [{ start, end, url: n, kind: 'load', use: isDynamic ? 'later' : 'import', whole }];
  });
}

import type { Browser, CDPSession } from 'playwright';
import { heapOf } from './measure-load.ts';
import type { ScrollRun } from './measure-scroll.ts';
import { openSettled } from './open-settled.ts';

export interface MemoryFigures {
  /** After the first pass through the story, which fills what is kept, and after the last. */
  readonly firstBytes: number;
  readonly lastBytes: number;
  /** The same without what the browser compiled: it goes on translating scripts for speed, pass after pass. */
  readonly firstDataBytes: number;
  readonly lastDataBytes: number;
  readonly passes: number;
}

/** What of Chromium's heap snapshot is read: rows of numbers, a row a node. */
export interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (string | readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
}

/** Scripts compiled and learnt about, and what the browser keeps outside their heap. */
const NO_DATA: ReadonlySet<string> = new Set(['code', 'object shape', 'native']);

/** Bytes of all that a page's scripts keep, their code left out, and what the browser keeps outside their heap. */
export function dataBytes({ snapshot: { meta }, nodes }: HeapSnapshot): number {
  const { node_fields: fields, node_types: types } = meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const names = types[type] ?? [];
  let sum = 0;
  for (let row = 0; row < nodes.length; row += fields.length) {
    const name = names[nodes[row + type] ?? -1] ?? '';
    if (!NO_DATA.has(name)) sum += nodes[row + size] ?? 0;
  }
  return sum;
}

export async function takeSnapshot(session: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = [];
  const listen = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', listen);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', listen);
  return JSON.parse(chunks.join('')) as HeapSnapshot;
}

/** Runs in the page. */
async function pass(stepPx: number): Promise<void> {
  const end = document.documentElement.scrollHeight - window.innerHeight;
  for (let top = 0; top <= end; top += stepPx) {
    window.scrollTo({ top, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
  }
}

/** JavaScript's memory after the first and the last of so many passes through the story. */
export async function measureMemory(
  browser: Browser,
  url: string,
  run: ScrollRun,
  passes: number,
): Promise<MemoryFigures> {
  const { page, session, close } = await openSettled(browser, url, run);
  const measure = async () => ({ heap: await heapOf(session), data: dataBytes(await takeSnapshot(session)) });
  await page.evaluate(pass, run.stepPx);
  const first = await measure();
  for (let count = 1; count < passes; count += 1) await page.evaluate(pass, run.stepPx);
  const last = passes > 1 ? await measure() : first;
  await close();
  return {
    firstBytes: first.heap,
    lastBytes: last.heap,
    firstDataBytes: first.data,
    lastDataBytes: last.data,
    passes,
  };
}

import type { Answer, Call, Functions } from './answer-calls.ts';

/** A worker that cannot start does not always say so. */
const START_MS = 5000;

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Calls the functions of a module worker. */
export interface WorkerCalls<F extends Functions> {
  /** @throws what the function throws, or that the worker has failed */
  call<Name extends keyof F & string>(name: Name, ...args: Parameters<F[Name]>): Promise<ReturnType<F[Name]>>;
  end(): void;
}

function createWorker(url: string): Worker | null {
  try {
    return new Worker(url, { type: 'module' });
  } catch {
    // A frame without an origin may not start one from an address.
    return null;
  }
}

/** Before it listens, a worker whose modules are still on their way loses what it is told. */
const isListening = (worker: Worker): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), START_MS);
    const done = (isThere: boolean): void => {
      clearTimeout(timer);
      resolve(isThere);
    };
    worker.addEventListener('message', () => done(true), { once: true });
    worker.addEventListener('error', () => done(false), { once: true });
  });

function callsOf<F extends Functions>(worker: Worker): WorkerCalls<F> {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.id === null) return;
    const { resolve, reject } = waiting.get(data.id) ?? {};
    waiting.delete(data.id);
    if ('error' in data) reject?.(new Error(data.error));
    else resolve?.(data.result as never);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.postMessage({ id: count, name, args } satisfies Call);
      }),
    end: () => worker.terminate(),
  };
}

/** Starts a module worker; null where none can be started. */
export async function startWorker<F extends Functions>(
  url: string,
  signal: AbortSignal,
): Promise<WorkerCalls<F> | null> {
  const worker = createWorker(url);
  if (worker === null) return null;
  signal.addEventListener('abort', () => worker.terminate());
  if (await isListening(worker)) return callsOf(worker);
  worker.terminate();
  return null;
}

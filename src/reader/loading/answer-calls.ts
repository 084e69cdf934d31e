/** What a worker does for its page, by name. */
export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** From the page to its worker. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly args: readonly never[];
}

/** Back: that it listens, then what was asked for, or why it could not be had. */
export type Answer =
  | { readonly id: null }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

function answer(functions: Functions, { id, name, args }: Call): Answer {
  try {
    return { id, result: functions[name]?.(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** In a worker: does what the page calls (`startWorker`). A bitmap is handed over and not copied. */
export function answerCalls(functions: Functions): void {
  self.addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const found = answer(functions, data);
    const isBitmap = 'result' in found && found.result instanceof ImageBitmap;
    self.postMessage(found, { transfer: isBitmap ? [found.result as ImageBitmap] : [] });
  });
  self.postMessage({ id: null } satisfies Answer);
}

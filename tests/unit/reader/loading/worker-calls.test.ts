import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Call } from '../../../../src/reader/loading/answer-calls.ts';
import { startWorker } from '../../../../src/reader/loading/worker-calls.ts';

interface Functions extends Readonly<Record<string, (...args: never[]) => unknown>> {
  double(value: number): number;
}

/** A worker that answers as it is told to, and says so at first. */
class FakeWorker extends EventTarget {
  static behaviour: (worker: FakeWorker) => void = () => {};
  static answer: (call: Call) => Answer | null = () => null;
  isEnded = false;

  constructor() {
    super();
    queueMicrotask(() => FakeWorker.behaviour(this));
  }
  say(data: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  postMessage(call: Call): void {
    const answer = FakeWorker.answer(call);
    if (answer) queueMicrotask(() => this.say(answer));
  }
  terminate(): void {
    this.isEnded = true;
  }
}

const listening = (worker: FakeWorker): void => worker.say({ id: null });
const start = () => startWorker<Functions>('worker.js', new AbortController().signal);

function use(behaviour: typeof FakeWorker.behaviour, answer: typeof FakeWorker.answer = () => null): void {
  Object.assign(FakeWorker, { behaviour, answer });
  Object.assign(globalThis, { Worker: FakeWorker });
}

test('a call has the answer to it, whichever comes first', async () => {
  const held: Call[] = [];
  let worker: FakeWorker | null = null;
  use(
    (one) => {
      worker = one;
      listening(one);
    },
    (call) => {
      held.push(call);
      return null;
    },
  );
  const calls = await start();
  const results = Promise.all([calls?.call('double', 1), calls?.call('double', 2)]);
  for (const { id, args } of held.toReversed()) (worker as FakeWorker | null)?.say({ id, result: 2 * Number(args[0]) });
  assert.deepEqual(await results, [2, 4]);
});

test('what a function throws is thrown by the call', async () => {
  use(listening, ({ id }) => ({ id, error: 'It has no place' }));
  await assert.rejects((await start())?.call('double', 1) ?? Promise.resolve(), /It has no place/);
});

test('a worker that fails later fails all that wait for it', async () => {
  let worker: FakeWorker | null = null;
  use((one) => {
    worker = one;
    listening(one);
  });
  const waiting = (await start())?.call('double', 1);
  (worker as FakeWorker | null)?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  await assert.rejects(waiting ?? Promise.resolve(), /out of memory/);
});

test('where no worker starts there is none: neither one that is forbidden nor one whose script fails', async () => {
  use((worker) => worker.dispatchEvent(new Event('error')));
  assert.equal(await start(), null);
  Object.assign(globalThis, {
    Worker: class {
      constructor() {
        throw new DOMException('A frame without an origin', 'SecurityError');
      }
    },
  });
  assert.equal(await start(), null);
});

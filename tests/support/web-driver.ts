import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts } from './free-ports.ts';

/** How long a page may take for what it is asked: two browsers without a graphics card share two cores. */
const PATIENCE_MS = 60_000;

/** A browser that is driven by WebDriver: what Playwright cannot start. */
export interface WebDriver {
  open(url: string): Promise<void>;
  /** Runs a function in the page, or in its first frame that has a story, and gives back what it gives. */
  run<Args extends readonly unknown[], T>(run: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Asks again and again until the answer is true. */
  until<Args extends readonly unknown[]>(what: string, ask: (...args: Args) => boolean, ...args: Args): Promise<void>;
  press(key: string): Promise<void>;
  wheel(by: number): Promise<void>;
  click(selector: string): Promise<void>;
  /** Goes into the frame that a selector finds in the document or in the shadow of `host`; null goes back to the top. */
  enter(host: string | null): Promise<void>;
  close(): Promise<void>;
}

/** Name of an element in WebDriver's messages. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

/** @throws with what the driver says where it answers with an error */
const callerOf =
  (address: string): Call =>
  async (method, path, body) => {
    const init = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
    const response = await fetch(address + path, { method, ...init });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${path}: ${error}: ${message}`);
  };

/** A display that nobody sees; its name. */
async function startDisplay(program: string): Promise<readonly [ChildProcess, string]> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'];
  const display = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(display.stdio[3] as Readable, 'data')) as [Buffer];
  return [display, `:${number.toString().trim()}`];
}

async function startDriver(program: string, display: string): Promise<readonly [ChildProcess, Call]> {
  const [port] = await freePorts(1);
  const driver = spawn(program, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  const call = callerOf(`http://127.0.0.1:${port}`);
  const isReady = async (triesLeft: number): Promise<void> => {
    if (await call('GET', '/status').catch(() => null)) return;
    if (triesLeft === 0) throw new Error(`${program} does not answer.`);
    await wait(100);
    await isReady(triesLeft - 1);
  };
  await isReady(100);
  return [driver, call];
}

const pressing = (value: string) => ({
  type: 'key',
  id: 'keys',
  actions: ['keyDown', 'keyUp'].map((type) => ({ type, value })),
});

const turning = (deltaY: number) => ({
  type: 'wheel',
  id: 'wheel',
  actions: [{ type: 'scroll', x: 200, y: 300, deltaX: 0, deltaY, duration: 0 }],
});

/**
 * Starts Safari's engine in a window of 1440 × 900.
 * @param programs of the driver and of a display server
 */
export async function startWebKit([driverProgram = '', displayProgram = '']: readonly string[]): Promise<WebDriver> {
  const [display, name] = await startDisplay(displayProgram);
  const [driver, call] = await startDriver(driverProgram, name);
  const { sessionId } = (await call('POST', '/session', {
    capabilities: { alwaysMatch: { timeouts: { script: PATIENCE_MS, pageLoad: PATIENCE_MS } } },
  })) as { readonly sessionId: string };
  const ask: Call = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  await ask('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 900 });
  const run: WebDriver['run'] = async (code, ...args) =>
    (await ask('POST', '/execute/sync', { script: `return (${code}).apply(null, arguments)`, args })) as never;
  const act = (...actions: readonly unknown[]) => ask('POST', '/actions', { actions });
  const find = (selector: string) => ask('POST', '/element', { using: 'css selector', value: selector });
  return {
    open: async (url) => void (await ask('POST', '/url', { url })),
    run,
    async until(what, asked, ...args) {
      const end = Date.now() + PATIENCE_MS;
      const again = async (): Promise<void> => {
        if (await run(asked, ...args)) return;
        if (Date.now() > end) throw new Error(`It never came: ${what}.`);
        await wait(50);
        await again();
      };
      await again();
    },
    press: async (key) => void (await act(pressing(key))),
    wheel: async (by) => void (await act(turning(by))),
    async click(selector) {
      const { [ELEMENT]: element } = (await find(selector)) as { readonly [ELEMENT]: string };
      await ask('POST', `/element/${element}/click`);
    },
    async enter(host) {
      if (host === null) return void (await ask('POST', '/frame', { id: null }));
      const frame = await run((selector) => {
        const found = document.querySelector(selector);
        return (found?.shadowRoot ?? found)?.querySelector('iframe') as unknown;
      }, host);
      await ask('POST', '/frame', { id: frame });
    },
    async close() {
      await ask('DELETE', '').catch(() => undefined);
      for (const process of [driver, display]) process.kill();
    },
  };
}

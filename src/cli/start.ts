import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { type ServeOptions, type StaticServer, serve } from './lib/serve.ts';

export const DEFAULT_PORT = 4321;

const HELP = `npm start: builds the site if it needs it, and serves it

  npm start -- [options]
  --port <n>     port to use (also PORT=<n>); ${DEFAULT_PORT} by default, the next free one if it is taken
  --host <name>  address to listen on; 127.0.0.1 by default, 0.0.0.0 lets other devices of your network in
  --help         this text`;

export interface StartEffects {
  readonly build: () => Promise<boolean>;
  readonly serve: (options: ServeOptions) => Promise<StaticServer>;
  readonly print: (line: string) => void;
  /** Resolves when the reader of the terminal wants the server to stop. */
  readonly untilStopped: () => Promise<void>;
}

export interface StartOptions {
  readonly port: number;
  readonly host: string;
}

/** Ports below 1 and beyond 65535 do not exist; asking for one is an error to be told, not a default to be taken. */
export function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Error(`A port is a whole number from 1 to 65535; found "${text}".`);
}

/** Builds where needed, serves, and stays until stopped. */
export async function start(options: StartOptions, effects: StartEffects): Promise<number> {
  if (!(await effects.build())) return 1;
  const server = await effects.serve({ root: join(PROJECT_ROOT, 'dist'), ...options });
  if (server.port !== options.port) effects.print(`Port ${options.port} is taken; using ${server.port}.`);
  effects.print(`\n  The story is at ${server.url}\n  Ctrl-C stops it.\n`);
  await effects.untilStopped();
  await server.close();
  effects.print('Stopped.');
  return 0;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  return await start(
    { port: parsePort(values.port ?? process.env['PORT']), host: values.host ?? '127.0.0.1' },
    {
      build: () => buildIfNeeded(PROJECT_ROOT, buildEffects),
      serve,
      print: (line) => console.log(line),
      untilStopped: () =>
        new Promise((resolve) => {
          process.once('SIGINT', () => resolve());
          process.once('SIGTERM', () => resolve());
        }),
    },
  );
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(`${error.message}\n\n${HELP}`);
    return 1;
  });
}

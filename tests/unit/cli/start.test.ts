import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PORT, parsePort, type StartEffects, start } from '../../../src/cli/start.ts';

function recorded(overrides: Partial<StartEffects> & { readonly freePort?: number } = {}) {
  const printed: string[] = [];
  const done: string[] = [];
  const effects: StartEffects = {
    build: async () => Boolean(await done.push('build')),
    serve: async ({ port }) => {
      await done.push('serve');
      const actual = overrides.freePort ?? port;
      return {
        url: `http://localhost:${actual}/`,
        port: actual,
        close: async () => {
          await done.push('close');
        },
      };
    },
    print: (line) => printed.push(line),
    untilStopped: async () => {
      await done.push('wait');
    },
    ...overrides,
  };
  return { effects, printed, done };
}

test('builds, serves, waits, and closes the server', async () => {
  const { effects, printed, done } = recorded();
  assert.equal(await start({ port: 4321, host: '127.0.0.1' }, effects), 0);
  assert.deepEqual(done, ['build', 'serve', 'wait', 'close']);
  assert.match(printed.join('\n'), /http:\/\/localhost:4321\//);
  assert.doesNotMatch(printed.join('\n'), /taken/);
});

test('says so when the port was taken', async () => {
  const { effects, printed } = recorded({ freePort: 4323 });
  await start({ port: 4321, host: '127.0.0.1' }, effects);
  assert.match(printed[0] ?? '', /4321 is taken; using 4323/);
});

test('serves nothing when the build failed', async () => {
  const { effects, done } = recorded({ build: () => Promise.resolve(false) });
  assert.equal(await start({ port: 4321, host: '127.0.0.1' }, effects), 1);
  assert.deepEqual(done, []);
});

test('a port is a port, or is refused by name', () => {
  assert.equal(parsePort(undefined), DEFAULT_PORT);
  assert.equal(parsePort(''), DEFAULT_PORT);
  assert.equal(parsePort('8080'), 8080);
  for (const wrong of ['0', '-1', '65536', '80.5', 'http'])
    assert.throws(() => parsePort(wrong), { message: /whole number/ });
});

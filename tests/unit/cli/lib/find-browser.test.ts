import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ensureBrowser,
  ensureTestBrowser,
  type FindBrowserEffects,
  findBrowser,
  findTestBrowser,
} from '../../../../src/cli/lib/find-browser.ts';

/** A machine on which only `files` exist. `arrive` names the command after which another file exists. */
function machine(
  files: readonly string[],
  options: Partial<FindBrowserEffects> & { readonly arrive?: readonly [command: string, file: string] } = {},
) {
  const present = new Set(files);
  const commands: string[] = [];
  const effects: FindBrowserEffects = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path) => present.has(path),
    playwrightPath: () => Promise.resolve('/cache/ms-playwright/chrome'),
    run: (file, args) => {
      const command = [file === process.execPath ? 'node' : file, ...args].join(' ');
      commands.push(command);
      if (options.arrive && command.includes(options.arrive[0])) present.add(options.arrive[1]);
      return Promise.resolve({ code: 0, output: '' });
    },
    isRoot: false,
    print: () => undefined,
    ...options,
  };
  return { effects, commands };
}

test('CHROME_PATH comes before the PATH, and that before a browser of Playwright', async () => {
  const files = ['/opt/chrome', '/usr/bin/chromium', '/cache/ms-playwright/chrome'];
  const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' };
  assert.equal(await findBrowser(machine(files, { env }).effects), '/opt/chrome');
  assert.equal(await findBrowser(machine(files).effects), '/usr/bin/chromium');
  assert.equal(await findBrowser(machine(files.slice(2)).effects), '/cache/ms-playwright/chrome');
  assert.equal(await findBrowser(machine([]).effects), null);
});

test('a CHROME_PATH that names nothing is said, not passed over', async () => {
  const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrom' };
  await assert.rejects(findBrowser(machine(['/usr/bin/chromium'], { env }).effects), { message: /\/opt\/chrom/ });
});

test('a browser that is here is used without installing anything', async () => {
  const { effects, commands } = machine(['/usr/bin/google-chrome']);
  assert.equal(await ensureBrowser(effects), '/usr/bin/google-chrome');
  assert.deepEqual(commands, []);
});

test('where there is none, Playwright is asked first', async () => {
  const { effects, commands } = machine([], { arrive: ['install chromium', '/cache/ms-playwright/chrome'] });
  assert.equal(await ensureBrowser(effects), '/cache/ms-playwright/chrome');
  assert.equal(commands.length, 1);
});

test('then Debian, but only as root', async () => {
  const arrive = ['apt-get install', '/usr/bin/chromium'] as const;
  const root = machine(['/usr/bin/apt-get'], { arrive, isRoot: true });
  assert.equal(await ensureBrowser(root.effects), '/usr/bin/chromium');
  const user = machine(['/usr/bin/apt-get'], { arrive });
  await assert.rejects(ensureBrowser(user.effects), { message: /install Chromium or Chrome[\s\S]*CHROME_PATH/ });
  assert.ok(!user.commands.some((command) => command.includes('apt-get')));
});

const SHELL = '/usr/bin/chromium-headless-shell';

test('tests run in the shell where it is, unless another browser was chosen', async () => {
  const files = ['/usr/bin/chromium', '/opt/chrome'];
  assert.equal(await findTestBrowser(machine([...files, SHELL]).effects), SHELL);
  assert.equal(await findTestBrowser(machine(files).effects), '/usr/bin/chromium');
  const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' };
  assert.equal(await findTestBrowser(machine([...files, SHELL], { env }).effects), '/opt/chrome');
  assert.equal(await findBrowser(machine([...files, SHELL]).effects), '/usr/bin/chromium');
});

test('only root on Debian gets the shell, and who cannot have it runs tests in the Chromium there is', async () => {
  const files = ['/usr/bin/apt-get', '/usr/bin/chromium', '/opt/chrome'];
  const arrive = ['install -y -qq --no-install-recommends chromium-headless-shell', SHELL] as const;
  assert.equal(await ensureTestBrowser(machine(files, { arrive, isRoot: true }).effects), SHELL);
  assert.equal(await ensureTestBrowser(machine(files, { isRoot: true }).effects), '/usr/bin/chromium');
  const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/chrome' };
  for (const still of [machine(files, { arrive }), machine([...files, SHELL], { isRoot: true })]) {
    await ensureTestBrowser(still.effects);
    assert.deepEqual(still.commands, []);
  }
  const chosen = machine(files, { arrive, env, isRoot: true });
  assert.equal(await ensureTestBrowser(chosen.effects), '/opt/chrome');
  assert.deepEqual(chosen.commands, []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ensureOtherBrowsers, findPrograms, OTHER_BROWSERS } from '../../../../src/cli/lib/other-browsers.ts';

/** A machine on which only `files` exist; installing brings `arriving`. */
function machine(files: readonly string[], arriving: readonly string[] = [], isRoot = true) {
  const present = new Set(files);
  const commands: string[] = [];
  const effects = {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path: string) => present.has(path),
    run: (file: string, args: readonly string[]) => {
      commands.push([file, ...args].join(' '));
      if (args[0] === 'install') for (const path of arriving) present.add(path);
      return Promise.resolve({ code: 0, output: '' });
    },
    isRoot,
    print: () => undefined,
  };
  return { effects, commands };
}

const APT = '/usr/bin/apt-get';
const WEBKIT = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

test('the browser of long support comes before another, and that before one outside the PATH', () => {
  const [place] = OTHER_BROWSERS.firefox.places;
  const found = (...files: readonly string[]) => findPrograms(OTHER_BROWSERS.firefox, machine(files).effects);
  assert.deepEqual(found(place, '/usr/bin/firefox', '/usr/bin/firefox-esr'), ['/usr/bin/firefox-esr']);
  assert.deepEqual(found(place, '/usr/local/bin/firefox'), ['/usr/local/bin/firefox']);
  assert.deepEqual(found(place), [place]);
  assert.equal(found(), null);
});

test('a browser that lacks one of its programs is not here', () => {
  assert.deepEqual(findPrograms(OTHER_BROWSERS.webkit, machine(WEBKIT).effects), WEBKIT);
  assert.equal(findPrograms(OTHER_BROWSERS.webkit, machine(WEBKIT.slice(0, 1)).effects), null);
});

test('where all are here nothing is installed', async () => {
  const { effects, commands } = machine([APT, '/usr/bin/firefox-esr', ...WEBKIT]);
  assert.deepEqual(await ensureOtherBrowsers(effects), []);
  assert.deepEqual(commands, []);
});

test('root on Debian gets what is missing and no more; what did not come is named', async () => {
  const { effects, commands } = machine([APT, '/usr/bin/firefox-esr'], WEBKIT);
  assert.deepEqual(await ensureOtherBrowsers(effects), []);
  assert.match(commands.at(-1) ?? '', /install .*webkit2gtk-driver xvfb$/);
  assert.ok(!commands.join().includes('firefox'));
  assert.deepEqual(await ensureOtherBrowsers(machine([APT], ['/usr/bin/firefox-esr']).effects), ['WebKit']);
});

test('nobody else is asked to install anything', async () => {
  const user = machine([APT], WEBKIT, false);
  assert.deepEqual(await ensureOtherBrowsers(user.effects), ['Firefox', 'WebKit']);
  const elsewhere = machine([], WEBKIT);
  assert.deepEqual(await ensureOtherBrowsers(elsewhere.effects), ['Firefox', 'WebKit']);
  assert.deepEqual([...user.commands, ...elsewhere.commands], []);
});

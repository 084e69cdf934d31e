import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build, type InlineConfig, mergeConfig, type Rolldown } from 'vite';
import { loadTheme } from '../../../src/site/content/publisher/load-theme.ts';
import { viteSettings } from '../../../src/site/vite-settings.ts';

const theme = await loadTheme();

/** One page script and one library, built with the site's own settings for what readers are sent. */
async function built(library: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'site-config-'));
  const folder = join(root, 'node_modules', 'library');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "name": "library", "type": "module", "main": "index.js" }');
  await writeFile(join(folder, 'index.js'), library);
  await writeFile(join(root, 'page.js'), "import 'library';\n");
  const { plugins: _, environments, ...settings } = viteSettings(theme);
  const own: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: environments.client.build.minify,
      rolldownOptions: { input: join(root, 'page.js') },
    },
  };
  const result = (await build(mergeConfig(settings, own))) as Rolldown.RolldownOutput;
  await rm(root, { recursive: true });
  return result.output[0].code;
}

test('what a library does when it is loaded is done, whatever its functions are called', async () => {
  const code = await built(`
    const done = [];
    globalThis.done = done;
    function define(name) { done.push(name); }
    function extend(name) { done.push(name); }
    define('defined');
    extend('extended');
  `);
  const page: { done?: readonly string[] } = {};
  runInNewContext(code, Object.assign(page, { globalThis: page }));
  assert.deepEqual([...(page.done ?? [])], ['defined', 'extended']);
});

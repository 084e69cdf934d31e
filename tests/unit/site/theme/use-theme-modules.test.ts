import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProcess } from '../../../../src/cli/lib/run-process.ts';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';

/** Prints how wide a name is on the map, and the paper's colour, with a theme's modules in place of the shipped ones. */
const script = (theme: string): string => `
  const { readTheme } = await import('./src/site/content/publisher/read-theme.ts');
  const { useThemeModules } = await import('./src/site/theme/use-theme-modules.ts');
  await useThemeModules((await readTheme('.', '${theme}')).theme);
  const { textWidth } = await import('./src/typography/text-metrics.ts');
  const { paletteFor } = await import('./src/basemap/themes.ts');
  console.log(textWidth('Щербаківка', { size: 100, weight: 400, tracking: 0 }).toFixed(0), paletteFor('light', 'paper').paper);
`;

test('a command that has taken a theme measures and paints as pages of the theme do', async () => {
  const run = async (theme: string): Promise<string> =>
    (
      await runProcess(process.execPath, ['--input-type=module', '--eval', script(theme)], {
        cwd: PROJECT_ROOT,
        env: {},
      })
    ).output.trim();
  const [paper, wire] = [await run('paper'), await run('wire')];
  assert.match(paper, /^\d+ #FBF8F1$/);
  assert.match(wire, /^\d+ #FFFFFF$/);
  assert.notEqual(paper.split(' ')[0], wire.split(' ')[0]);
});

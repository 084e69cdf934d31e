import { existsSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { packBasemap } from '../basemap/packed.ts';
import { authorMode } from './authoring/author-mode.ts';
import { builtSite } from './built-site.ts';
import { contentCheck } from './integrations/content-check.ts';
import { embedLoader } from './integrations/embed-loader.ts';
import { storyMedia } from './integrations/story-media.ts';
import { addPolicy } from './page-policy.ts';
import type { SiteTheme } from './theme/define-theme.ts';
import { viteSettings } from './vite-settings.ts';

type Hooks = AstroIntegration['hooks'];
type Hook = (options: unknown) => void | Promise<void>;

const settings = (theme: SiteTheme): AstroIntegration => ({
  name: 'vite-settings',
  hooks: {
    'astro:config:setup'({ config, updateConfig, addWatchFile }) {
      updateConfig({ vite: viteSettings(theme) });
      // A site that is written takes a new theme by starting anew.
      for (const path of ['site.yaml', `themes/${theme.name}/theme.yaml`]) {
        const file = new URL(`content/${path}`, config.root);
        if (existsSync(file)) addWatchFile(file);
      }
    },
  },
});

/** What the integration is made of, in the order in which its parts hear of each step. */
const parts = (theme: SiteTheme): readonly AstroIntegration[] => [
  contentCheck(),
  settings(theme),
  embedLoader(),
  storyMedia(),
  builtSite({
    finishPage: (html) => addPolicy(html),
    packBasemap: (text) => JSON.stringify(packBasemap(JSON.parse(text))),
  }),
  authorMode(),
];

/** Runs the hooks of one name, one after the other. */
const inTurn =
  (hooks: readonly Hook[]): Hook =>
  async (options) => {
    for (const hook of hooks) await hook(options);
  };

/** All that makes an Astro site a site of story maps. */
export function storyMap(theme: SiteTheme): AstroIntegration {
  const all = parts(theme).map(({ hooks }) => hooks as Readonly<Record<string, Hook>>);
  const names = [...new Set(all.flatMap((hooks) => Object.keys(hooks)))];
  const hooks = names.map((name) => [name, inTurn(all.flatMap((one) => one[name] ?? []))] as const);
  return { name: 'story-map', hooks: Object.fromEntries(hooks) as Hooks };
}

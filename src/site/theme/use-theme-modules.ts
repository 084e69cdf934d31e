import { registerHooks } from 'node:module';
import type { SiteTheme } from './define-theme.ts';
import { MODULES } from './theme-modules.ts';

/**
 * From here on this process loads a theme's own modules in place of the shipped ones, as pages do: what `npm run check` says
 * of names and callouts is measured in the site's typefaces. Call it before any of them is loaded.
 */
export async function useThemeModules(theme: SiteTheme): Promise<void> {
  const made = Object.entries(MODULES).map(async ([path, make]) => [path, await make(theme)] as const);
  const modules = await Promise.all(made);
  registerHooks({
    load(url, context, nextLoad) {
      const found = modules.find(([path]) => url.endsWith(path));
      if (found === undefined) return nextLoad(url, context);
      return { format: 'module-typescript', source: found[1], shortCircuit: true };
    },
  });
}

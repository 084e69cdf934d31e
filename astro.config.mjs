import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { loadTheme } from './src/site/content/publisher/load-theme.ts';
import { TEXT_OPTIONS, textProcessor } from './src/site/content/text-compiler.ts';
import { siteFonts } from './src/site/fonts.ts';
import { storyMap } from './src/site/story-map.ts';

const theme = await loadTheme();

export default defineConfig({
  // Set when the site has a public address; canonical and social URLs are absolute only then.
  ...(process.env.SITE ? { site: process.env.SITE.replace(/\/?$/, '/') } : {}),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx({ ...TEXT_OPTIONS, processor: textProcessor }), storyMap(theme)],
  fonts: await siteFonts(theme),
});

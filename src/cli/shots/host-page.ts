import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright';
import type { EmbedShot } from './shot-plan.ts';

const PARAGRAPH = `<p>${'This sentence stands for the article around the story. '.repeat(8)}</p>`;

/** An article with the story in it, as somebody else's site would have it. */
function renderHostPage(baseUrl: string, path: string, { mode }: EmbedShot, theme: string): string {
  const [color, background] = theme === 'dark' ? ['#ddd', '#111'] : ['#222', '#fff'];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An article</title>
<style>
body { max-width: 860px; margin: 24px auto; background: ${background}; color: ${color}; font: 18px/1.5 sans-serif; }
p { margin-inline: 16px; }
</style>
${PARAGRAPH}
<story-embed src="${new URL(path.slice(1), baseUrl)}" mode="${mode}" theme="${theme}" style="display: block; min-height: ${mode === 'card' ? '25rem' : '100vh'}"></story-embed>
<script async src="${new URL('embed.js', baseUrl)}"></script>
${PARAGRAPH}`;
}

/** Serves one page, from another address than the story's: a browser lets no page without one load what is on this machine. */
async function servePage(html: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

/** Opens the article, brings the story before the reader and gives its frame. */
export async function openHostPage(
  page: Page,
  baseUrl: string,
  shot: { readonly path: string; readonly embed: EmbedShot },
  theme: string,
): Promise<Frame> {
  const host = await servePage(renderHostPage(baseUrl, shot.path, shot.embed, theme));
  await page.goto(host.url);
  host.close();
  const iframe = page.locator('story-embed iframe');
  await iframe.waitFor({ state: 'attached' });
  const frame = await (await iframe.elementHandle())?.contentFrame();
  if (!frame) throw new Error(`The story in ${shot.path} has no frame.`);
  await frame.waitForLoadState('load');
  await page.locator('story-embed').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return frame;
}

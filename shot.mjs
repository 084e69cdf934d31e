import { chromium } from 'playwright';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, extname } from 'node:path';
const root = 'tests/.sites/volcano/dist';
const T = {'.html':'text/html','.js':'text/javascript','.css':'text/css','.json':'application/json','.svg':'image/svg+xml','.webp':'image/webp','.avif':'image/avif','.mp4':'video/mp4','.webm':'video/webm','.m4a':'audio/mp4','.vtt':'text/vtt','.woff2':'font/woff2','.png':'image/png'};
const s = createServer(async (q, r) => { let p = decodeURIComponent(q.url.replace(/[?#].*/, '')); if (p.endsWith('/')) p += 'index.html'; try { const b = await readFile(join(root, p)); r.setHeader('Content-Type', T[extname(p)] ?? 'application/octet-stream'); r.end(b); } catch { r.statusCode = 404; r.end(); } }).listen(5998);
const [,, size='desktop', locale='en', theme='light', ids='all', mode='live'] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const V = { desktop: { viewport: { width: 1440, height: 900 } }, phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } };
const c = await b.newContext({ ...V[size], colorScheme: theme, javaScriptEnabled: mode !== 'noscript', serviceWorkers: 'block' });
const p = await c.newPage();
p.on('console', m => ['error','warning'].includes(m.type()) && console.log('console', m.text()));
p.on('pageerror', e => console.log('pageerror', e.message));
const reqs = []; p.on('request', r => { if (r.url().includes('_media')) reqs.push(r.url().replace(/.*_media/, '')); });
p.on('requestfailed', r => console.log('failed', r.url(), r.failure()?.errorText));
const all = ['opening','quay','dawn','deck','crossing','tide','pictures','storm','sound'];
for (const id of ids === 'all' ? all : ids.split(',')) {
  reqs.length = 0;
  await p.goto('about:blank'); await p.goto(`http://localhost:5998/${locale}/the-ferry/${id === 'opening' ? '' : '#' + id}`);
  if (mode === 'live') { await p.waitForFunction(() => document.querySelector('story-map')?.dataset.settled === 'true', null, { timeout: 20000 }).catch(() => console.log('not settled', id)); await p.waitForTimeout(500); }
  await p.screenshot({ path: `/tmp/shots/${id}-${size}-${locale}-${theme}${mode === 'live' ? '' : '-' + mode}.png`, fullPage: mode === 'noscript' });
  console.log(id, reqs.join(' '));
}
await b.close(); s.close();

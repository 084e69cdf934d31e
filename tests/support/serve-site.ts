import { join } from 'node:path';
import { serve } from '../../src/cli/lib/serve.ts';
import { SITES, siteRoot } from './sites.ts';

const [wanted, port] = process.argv.slice(2);
const name = SITES.find((site) => site === wanted);
if (!name || !port) throw new Error(`Usage: serve-site.ts ${SITES.join('|')} <port>`);

// What builds is not loaded for nothing: it takes longer to load than all else here.
if (!process.env['SITES_ARE_BUILT']) await (await import('./build-site.ts')).builtSite(name);
const root = join(siteRoot(name), 'dist');
const { url } = await serve({ root, port: Number(port), host: '127.0.0.1', attempts: 1, isPlain: true });
console.log(`${name} is at ${url}`);

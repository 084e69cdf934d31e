import { serve } from '../../src/cli/lib/serve.ts';
import { builtSite, SITES } from './build-site.ts';

const [wanted, port] = process.argv.slice(2);
const name = SITES.find((site) => site === wanted);
if (!name || !port) throw new Error(`Usage: serve-site.ts ${SITES.join('|')} <port>`);

const { dist: root } = await builtSite(name);
const { url } = await serve({ root, port: Number(port), host: '127.0.0.1', attempts: 1, isPlain: true });
console.log(`${name} is at ${url}`);

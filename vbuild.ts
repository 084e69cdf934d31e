import { builtSite } from './tests/support/build-site.ts';
try { const r = await builtSite('volcano'); console.log(r.dist, r.said.slice(-3000)); } catch (e) { console.log(String(e).slice(-6000)); }

import { defineConfig } from 'playwright/test';
import base from './playwright.config.ts';

const projects = (base.projects ?? []).filter(({ name }) => name?.startsWith('volcano')).map((p) => ({ ...p, use: { ...p.use, baseURL: 'http://127.0.0.1:4777' } }));
export default defineConfig({ ...base, projects, workers: 1, webServer: { command: `"${process.execPath}" -e "import('./src/cli/lib/serve.ts').then(m=>m.serve({root:'tests/.sites/look/dist',port:4777,host:'127.0.0.1',attempts:1}))"`, cwd: `${import.meta.dirname}/..`, url: 'http://127.0.0.1:4777/', timeout: 60000, reuseExistingServer: true } });

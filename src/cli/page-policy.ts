import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Executable scripts in the page itself, modules too; data blocks have a type of their own and are not run. */
const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)(?![^>]*\btype="(?!module"))[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Styles may stand in the page, scripts only where their hash is named. Workers and requests may be `data:` because in a
 * frame without an origin MapLibre starts its worker from such an address.
 */
const DIRECTIVES = {
  'default-src': "'none'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' data: blob:",
  'worker-src': "'self' data: blob:",
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

const hashOf = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** A page with the policy that allows what it has and nothing else. `frame-ancestors` only works in a server's header. */
export function addPolicy(html: string): string {
  const hashes = new Set([...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => hashOf(script)));
  const directives = { ...DIRECTIVES, 'script-src': ["'self'", ...hashes].join(' ') };
  const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
  return html.replace(/<meta charset=[^>]*>/, (charset) => charset + meta);
}

/** Writes a Content-Security-Policy into every page, after Astro has written its last byte of script. */
export function pagePolicy(): AstroIntegration {
  return {
    name: 'page-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.html'));
        for (const file of files) {
          const path = join(root, file);
          await writeFile(path, addPolicy(await readFile(path, 'utf8')));
        }
      },
    },
  };
}

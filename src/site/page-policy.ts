import { createHash } from 'node:crypto';

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

const PLAYER = /<(?:video|audio)\b/;
const FRAME_HOST = /\bdata-frame-host="([a-z0-9.-]+)"/g;

/** Film and sound, and frames of other sites that a button of the page offers: allowed where the page has them. */
function mediaDirectives(html: string): Readonly<Record<string, string>> {
  const hosts = new Set([...html.matchAll(FRAME_HOST)].map(([, host]) => `https://${host}`));
  return {
    ...(PLAYER.test(html) ? { 'media-src': "'self' data: blob:" } : {}),
    ...(hosts.size > 0 ? { 'frame-src': ["'self'", ...hosts].join(' ') } : {}),
  };
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/**
 * A page with the policy that allows what it has and nothing else, in place of one it may have had; `scripts` says where
 * files with scripts may come from. `frame-ancestors` only works in a server's header.
 */
export function addPolicy(html: string, scripts: "'self'" | 'blob:' = "'self'"): string {
  const hashes = new Set([...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => hashOf(script)));
  const directives = { ...DIRECTIVES, ...mediaDirectives(html), 'script-src': [scripts, ...hashes].join(' ') };
  const policy = Object.entries(directives).map(([name, sources]) => `${name} ${sources}`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
  return html.replace(POLICY, '').replace(/<meta charset=[^>]*>/, (charset) => charset + meta);
}

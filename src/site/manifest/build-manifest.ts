import type { SiteFiles } from '../links/site-files.ts';
import { OWN_LICENCES } from './licences.ts';

/** The list of a copy's files, in its root. It does not list itself. */
export const MANIFEST = 'build-manifest.json';

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** SPDX expression, or `unstated`. */
  readonly licence: string;
  /** Whom its author names; absent where nobody is named. */
  readonly credit?: string;
}

export interface BuildManifest {
  readonly files: readonly ManifestFile[];
  /** What the licences mean that SPDX does not name. */
  readonly licences: Readonly<Record<string, string>>;
}

/** What a copy has too few, other and too many of, each in the order of names. */
export interface Differences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
}

/** SHA-256 of a content. */
export async function digest(content: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(content)));
}

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export async function buildManifest(
  files: SiteFiles,
  licenceOf: (path: string) => string,
  creditOf: (path: string) => string = () => '',
): Promise<BuildManifest> {
  const listed = [...files].filter(([path]) => path !== MANIFEST).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files: await Promise.all(
      listed.map(async ([path, content]) => {
        const sha256 = toHex(await digest(content));
        const credit = creditOf(path);
        const file = { path, bytes: content.length, sha256, licence: licenceOf(path) };
        return credit === '' ? file : { ...file, credit };
      }),
    ),
    licences: OWN_LICENCES,
  };
}

export const renderManifest = (manifest: BuildManifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** @throws where the text is no manifest */
export function parseManifest(text: string): BuildManifest {
  const manifest = JSON.parse(text) as Partial<BuildManifest>;
  const isGood = manifest.files?.every(({ path, sha256 }) => typeof path === 'string' && /^[0-9a-f]{64}$/.test(sha256));
  if (!isGood) throw new Error(`${MANIFEST} is no list of files.`);
  return manifest as BuildManifest;
}

/** Compares a copy with the list it came with. */
export async function compareWithManifest(manifest: BuildManifest, files: SiteFiles): Promise<Differences> {
  const listed = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const changed: string[] = [];
  for (const [path, content] of files) {
    const wanted = listed.get(path);
    if (wanted !== undefined && wanted !== toHex(await digest(content))) changed.push(path);
  }
  return {
    missing: [...listed.keys()].filter((path) => !files.has(path)).sort(),
    changed: changed.sort(),
    extra: [...files.keys()].filter((path) => path !== MANIFEST && !listed.has(path)).sort(),
  };
}

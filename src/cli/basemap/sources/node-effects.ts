import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { env, stderr, stdout } from 'node:process';
import pacote from 'pacote';
import type { Effects, PackagePin } from '../../lib/effects.ts';

function cacheFolder(): string {
  const shared = env['XDG_CACHE_HOME'];
  return shared ? join(shared, 'story-map', 'basemap') : join('.cache', 'basemap');
}

/** With the tarball's address known, a cached package needs no question to the registry. npm sets the variable. */
function registryOptions({
  name,
  version,
}: PackagePin): { readonly registry: string; readonly resolved: string } | null {
  const registry = env['npm_config_registry'];
  if (!registry) return null;
  const file = `${name.split('/').at(-1)}-${version}.tgz`;
  return { registry, resolved: new URL(`${name}/-/${file}`, registry.replace(/\/?$/, '/')).href };
}

function fetchPackage(pin: PackagePin, onBytes: (received: number) => void): Promise<Uint8Array> {
  const options = { cache: cacheFolder(), integrity: pin.integrity, preferOffline: true, ...registryOptions(pin) };
  return pacote.tarball.stream(
    `${pin.name}@${pin.version}`,
    async (stream) => {
      const chunks: Uint8Array[] = [];
      let received = 0;
      for await (const chunk of stream) {
        chunks.push(chunk);
        received += chunk.byteLength;
        onBytes(received);
      }
      return Buffer.concat(chunks);
    },
    options,
  );
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const CLEAR_LINE = '\r\u001b[2K';

export const nodeEffects: Effects = {
  print: (line) => stdout.write(`${stderr.isTTY ? CLEAR_LINE : ''}${line}\n`),
  printError: (line) => stderr.write(`${stderr.isTTY ? CLEAR_LINE : ''}${line}\n`),
  progress: (line) => {
    if (stderr.isTTY) stderr.write(CLEAR_LINE + line);
  },
  readText,
  writeText,
  fetchPackage,
};

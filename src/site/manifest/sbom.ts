import { type LockedPackage, type LockFile, packageNameAt, resolveDependency } from './lock-file.ts';

const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;

/** Subresource integrity (`sha512-` and base64) as CycloneDX writes hashes. */
function hashesOf({ integrity }: LockedPackage) {
  return (integrity?.split(' ') ?? []).flatMap((entry) => {
    const [, bits, base64] = /^sha(\d+)-([^?]+)/.exec(entry) ?? [];
    if (!bits || !base64) return [];
    const hex = [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'));
    return [{ alg: `SHA-${bits}`, content: hex.join('') }];
  });
}

function licencesOf({ license }: LockedPackage) {
  if (!license) return [];
  return [/ (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } }];
}

function componentOf(path: string, entry: LockedPackage) {
  const fullName = entry.name ?? packageNameAt(path);
  const [group, name] = fullName.startsWith('@') ? fullName.split('/') : [undefined, fullName];
  const purl = purlOf(fullName, entry.version ?? '');
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group ? { group } : {}),
    name,
    version: entry.version,
    // Packages for development make the site and are not in it.
    scope: entry.dev ? 'excluded' : entry.optional || entry.devOptional ? 'optional' : 'required',
    hashes: hashesOf(entry),
    licenses: licencesOf(entry),
    purl,
  };
}

function dependenciesOf(lock: LockFile, path: string, refs: ReadonlyMap<string, string>): readonly string[] {
  const entry = lock.packages[path] ?? {};
  const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies };
  const names = Object.keys(path === '' ? { ...wanted, ...entry.devDependencies } : wanted);
  const found = names.map((name) => refs.get(resolveDependency(lock, path, name) ?? ''));
  return [...new Set(found.filter((ref) => ref !== undefined))].sort();
}

/** What the site is made with and of, as a CycloneDX 1.6 bill of materials. The same lock file gives the same text. */
export function renderSbom(lock: LockFile): string {
  const { name = 'site', version = '0.0.0', license } = lock.packages[''] ?? {};
  const root = purlOf(name, version);
  const paths = Object.keys(lock.packages).filter((path) => path !== '');
  const components = new Map(paths.map((path) => [path, componentOf(path, lock.packages[path] ?? {})]));
  const refs = new Map([['', root], ...[...components].map(([path, { purl }]) => [path, purl] as const)]);
  // One package may be installed in several places.
  const graph = new Map<string, readonly string[]>();
  for (const [path, ref] of refs) {
    const all = [...(graph.get(ref) ?? []), ...dependenciesOf(lock, path, refs)];
    graph.set(ref, [...new Set(all)].sort());
  }
  const byRef = new Map([...components.values()].map((component) => [component.purl, component]));
  const sbom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name,
        version,
        licenses: licencesOf({ ...(license && { license }) }),
      },
    },
    components: [...byRef.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [...graph].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ref, dependsOn]) => ({ ref, dependsOn })),
  };
  return `${JSON.stringify(sbom, null, 1)}\n`;
}

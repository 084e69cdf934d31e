/** What this project reads of an npm lock file (version 3). */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const FOLDER = 'node_modules/';

/** Path in the lock file of the package a module belongs to; `''`, the project itself, for our own. */
export function packagePathOf(moduleId: string): string {
  const start = moduleId.replaceAll('\\', '/').lastIndexOf(FOLDER);
  if (start < 0) return '';
  const [first = '', second = ''] = moduleId.slice(start + FOLDER.length).split('/');
  return FOLDER + (first.startsWith('@') ? `${first}/${second}` : first);
}

/** Name of the package at a path of the lock file. */
export const packageNameAt = (path: string): string => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);

/** Where Node finds a dependency of the package at `path`, or null where it is not installed. */
export function resolveDependency({ packages }: LockFile, path: string, name: string): string | null {
  const candidate = `${path}${path === '' ? '' : '/'}${FOLDER}${name}`;
  if (packages[candidate]) return candidate;
  if (path === '') return null;
  return resolveDependency({ packages }, path.slice(0, Math.max(0, path.lastIndexOf(FOLDER) - 1)), name);
}

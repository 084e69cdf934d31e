/** One npm package, pinned by version and by the hash of its tarball. */
export interface PackagePin {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity, `sha512-…`. */
  readonly integrity: string;
  /** Size of the tarball, so that progress has an end. */
  readonly bytes: number;
}

/** All that a command may do to the world. Tests pass their own. */
export interface Effects {
  /** One line to standard output. */
  readonly print: (line: string) => void;
  /** One line to standard error. */
  readonly printError: (line: string) => void;
  /** A line that the next one overwrites; dropped where nobody watches. */
  readonly progress: (line: string) => void;
  /** Null where there is no such file. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Makes the folders on the way. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** The tarball, from the cache or the registry. Rejects where the hash differs from the pin. */
  readonly fetchPackage: (pin: PackagePin, onBytes: (received: number) => void) => Promise<Uint8Array>;
}

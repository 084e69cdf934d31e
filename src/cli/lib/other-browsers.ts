import { delimiter, join } from 'node:path';
import type { FindBrowserEffects } from './find-browser.ts';

/** A browser besides Chromium in which the suite reads. */
export interface OtherBrowser {
  readonly name: string;
  /** Names of each program it takes, the preferred first. */
  readonly programs: readonly (readonly string[])[];
  /** Where programs are that are not on the PATH. */
  readonly places: readonly string[];
  readonly debianPackages: readonly string[];
}

export const OTHER_BROWSERS = {
  firefox: {
    name: 'Firefox',
    programs: [['firefox-esr', 'firefox', 'firefox.exe']],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    debianPackages: ['firefox-esr'],
  },
  // Safari's engine. Its window needs a display: Xvfb is one that nobody sees.
  webkit: {
    name: 'WebKit',
    programs: [['WebKitWebDriver'], ['Xvfb']],
    places: [],
    debianPackages: ['webkit2gtk-driver', 'xvfb'],
  },
} as const satisfies Readonly<Record<string, OtherBrowser>>;

type Machine = Pick<FindBrowserEffects, 'env' | 'exists' | 'run' | 'isRoot' | 'print'>;

/** Program files of a browser, in the order of `programs`; null where one of them is not here. */
export function findPrograms(
  { programs, places }: OtherBrowser,
  { env, exists }: Pick<Machine, 'env' | 'exists'>,
): readonly string[] | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = programs.map((names) =>
    [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(exists),
  );
  return found.every((path) => path !== undefined) ? found : null;
}

const missingOn = (machine: Machine): readonly OtherBrowser[] =>
  Object.values(OTHER_BROWSERS).filter((browser) => findPrograms(browser, machine) === null);

/**
 * Installs what is missing where that can be done without asking: as root on Debian.
 * @returns names of the browsers that are still not here
 */
export async function ensureOtherBrowsers(machine: Machine): Promise<readonly string[]> {
  const missing = missingOn(machine);
  if (missing.length > 0 && machine.isRoot && machine.exists('/usr/bin/apt-get')) {
    machine.print(`No ${missing.map(({ name }) => name).join(', no ')} here yet; asking Debian…`);
    const packages = missing.flatMap(({ debianPackages }) => debianPackages);
    await machine.run('apt-get', ['update', '-qq']);
    await machine.run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  return missingOn(machine).map(({ name }) => name);
}

// Runs before anything is installed, on whatever Node started npm: plain JavaScript and Node's own modules only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 18;

/**
 * Whether what npm installed is what the lock file asks for. Optional packages may be missing: most are for other machines.
 * @param {{packages?: Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>}} wanted package-lock.json
 * @param {{packages?: Record<string, {version?: string}>} | null} installed node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages?.[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

/**
 * What npm said, without the notices that mean nothing here: a new Node is part of what is being installed.
 * @param {string} output
 */
export function withoutNotices(output) {
  return output
    .split('\n')
    .filter((line) => !/^npm (warn|WARN|notice)/.test(line) && line.trim() !== '')
    .join('\n');
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs a command and keeps what it prints.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{code: number, output: string}>}
 */
function run(file, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(file, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: file === 'npm.cmd' });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Shows that work goes on: one line that counts on a terminal, a line now and then in a log.
 * @param {string} message
 */
function startProgress(message) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const isTerminal = process.stdout.isTTY;
  process.stdout.write(isTerminal ? message : `${message}\n`);
  const timer = setInterval(
    () => process.stdout.write(isTerminal ? `\r${message} ${seconds()}` : `  still installing, ${seconds()}\n`),
    isTerminal ? 1000 : 15_000,
  );
  return (/** @type {string} */ end) => {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? '\r' : ''}${end} (${seconds()}).${isTerminal ? '\u001b[K' : ''}\n`);
  };
}

/** @param {string} root */
async function install(root) {
  const count = Object.keys(readJson(join(root, 'package-lock.json'))?.packages ?? {}).length;
  const done = startProgress(`Installing ${count} packages from the lock file; this happens once…`);
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = npm?.endsWith('js')
    ? await run(process.execPath, [npm, ...args], root)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, root);
  if (code === 0) {
    done('Installed');
    return true;
  }
  done('npm could not install the packages');
  console.error(withoutNotices(output));
  console.error('\nIs the package registry within reach? `npm ci` shows the same error in full.');
  return false;
}

/**
 * The `node` package fetches its binary in an install script, which npm may have been told not to run.
 * @param {string} root
 */
async function placeNode(root) {
  const folder = join(root, 'node_modules', 'node');
  const isThere = () => ['node', 'node.exe'].some((name) => existsSync(join(folder, 'bin', name)));
  if (!isThere()) await run(process.execPath, ['installArchSpecificPackage'], folder);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (isThere() || major > 22 || (major === 22 && minor >= 18)) return true;
  console.error('Node 24 could not be put into node_modules. Install Node 24 (https://nodejs.org) and try again.');
  return false;
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(`This is Node ${process.versions.node}; the installer needs ${OLDEST_NODE} or newer.`);
    return 1;
  }
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const lock = readJson(join(root, 'package-lock.json'));
  const hidden = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!isInstalled(lock, hidden) && !(await install(root))) return 1;
  return (await placeNode(root)) ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();

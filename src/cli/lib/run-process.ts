import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ProcessResult {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

/** Runs a command to its end and keeps its output, errors included. A command that cannot start has code 127. */
export function runProcess(file: string, args: readonly string[], options: RunOptions): Promise<ProcessResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    const keep = (line: string): void => {
      lines.push(line);
      options.onLine?.(line);
    };
    createInterface({ input: child.stdout }).on('line', keep);
    createInterface({ input: child.stderr }).on('line', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${file}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: lines.join('\n') }));
  });
}

import { cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export function describeMachine(browserVersion: string) {
  const processors = cpus();
  return {
    processors: processors.length,
    model: processors[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.version,
    browser: browserVersion,
    measuredAt: new Date().toISOString(),
  };
}

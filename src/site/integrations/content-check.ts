import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { errorsOf, renderProblem } from '../../content/lint/diagnostics/problems.ts';
import { findContentProblems, summarize } from '../content/content-problems.ts';

/** An error whose message is the whole report: a stack would only bury it. */
function reportError(message: string): Error {
  const error = new Error(message);
  error.name = 'ContentError';
  error.stack = message;
  return error;
}

/**
 * Checks the content before Astro reads it: a build with mistakes stops and names all of them at once. While developing
 * they are logged, and the pages that have them show them.
 */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      async 'astro:config:setup'({ config, command, logger }) {
        if (command !== 'build' && command !== 'dev') return;
        const folders = { root: fileURLToPath(config.root), publicFolder: fileURLToPath(config.publicDir) };
        const report = await findContentProblems(folders);
        const errors = errorsOf(report.problems);
        const warnings = report.problems.filter(({ severity }) => severity === 'warning');
        for (const problem of warnings) logger.warn(renderProblem(problem));
        if (errors.length === 0) return;
        const message = [`The content has ${summarize(report)}:`, ...errors.map(renderProblem)].join('\n\n');
        if (command === 'build') throw reportError(message);
        logger.error(message);
      },
    },
  };
}

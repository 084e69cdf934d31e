import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { errorsOf, type Problem, renderProblem } from '../story/problems.ts';
import { type ContentReport, findContentProblems, summarize } from './content-problems.ts';
import { PROJECT_ROOT } from './project-root.ts';
import { DISK, type ReadEffects } from './read-content.ts';

export interface CheckEffects extends ReadEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

const HELP = `node src/cli/check.ts: checks every story in content/stories and prints all mistakes at once
  --root <folder>   the folder that holds content/ and public/ (default: this project)
  --help
Exit code 1 where there is an error; warnings do not count. What each mistake means: content/README.md`;

const CONSOLE: CheckEffects = {
  ...DISK,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
};

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: { root: { type: 'string' }, help: { type: 'boolean' } } });
  return values;
}

function printProblems(problems: readonly Problem[], { print }: CheckEffects): void {
  problems.forEach((problem, index) => {
    if (index > 0 && problems[index - 1]?.file !== problem.file) print('');
    print(`${problem.severity === 'warning' ? 'warning: ' : ''}${renderProblem(problem)}`);
  });
  if (problems.length > 0) print('');
}

function printReport(report: ContentReport, effects: CheckEffects): number {
  if (report.stories.length === 0) {
    effects.printError('There is no story in content/stories. content/README.md tells how to write one.');
    return 1;
  }
  printProblems(report.problems, effects);
  effects.print(`Content: ${summarize(report)}.`);
  return errorsOf(report.problems).length > 0 ? 1 : 0;
}

/** @returns the exit code */
export async function runCheck(args: readonly string[], effects: CheckEffects = CONSOLE): Promise<number> {
  let options: ReturnType<typeof optionsOf>;
  try {
    options = optionsOf(args);
  } catch (error) {
    effects.printError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (options.help === true) {
    effects.print(HELP);
    return 0;
  }
  const root = options.root === undefined ? PROJECT_ROOT : resolve(options.root);
  return printReport(await findContentProblems({ root, publicFolder: resolve(root, 'public') }, effects), effects);
}

if (import.meta.main) process.exitCode = await runCheck(process.argv.slice(2));

/**
 * Runs a command whose options are parsed first; what it throws is said without its place in the code.
 * @param parse null where only help is asked for
 * @returns the exit code
 */
export async function runCommand<Options>(
  args: readonly string[],
  help: string,
  parse: (args: readonly string[]) => Options | null,
  run: (options: Options) => Promise<number>,
): Promise<number> {
  try {
    const options = parse(args);
    if (options !== null) return await run(options);
    console.log(help);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

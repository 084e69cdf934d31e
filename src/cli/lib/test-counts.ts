export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts of a step that is one test itself, such as the type check. */
export function countsOfOne(isGood: boolean): Counts {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/** Sum over steps. */
export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** Reads the closing lines of Node's TAP report. A report without them is that of a runner that died: null. */
export function countsOfTap(tap: string): Counts | null {
  const read = (name: string): number | null => {
    const match = new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap);
    return match ? Number(match[1]) : null;
  };
  const passed = read('pass');
  const failed = read('fail');
  if (passed === null || failed === null) return null;
  return {
    passed,
    failed: failed + (read('cancelled') ?? 0),
    skipped: (read('skipped') ?? 0) + (read('todo') ?? 0),
  };
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly tests: readonly { readonly annotations: readonly { readonly description?: string }[] }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats?: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors?: readonly unknown[];
}

function readReport(json: string): PlaywrightReport | null {
  try {
    return JSON.parse(json) as PlaywrightReport;
  } catch {
    return null;
  }
}

/** Reads Playwright's JSON report. A test that passed only when repeated has failed. */
export function countsOfPlaywright(json: string): Counts | null {
  const report = readReport(json);
  if (!report?.stats) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped };
}

/** Why a test is skipped that no browser is there for. */
export const notFound = (browser: string): string => `${browser}: not found`;

const annotationsIn = ({ suites = [], specs = [] }: PlaywrightSuite): readonly string[] => [
  ...suites.flatMap(annotationsIn),
  ...specs.flatMap(({ tests }) =>
    tests.flatMap(({ annotations }) => annotations.map(({ description }) => description ?? '')),
  ),
];

/** How many tests of Playwright's JSON report were skipped for want of a browser, by its name. */
export function missingBrowsers(json: string): ReadonlyMap<string, number> {
  const reasons = annotationsIn(readReport(json) ?? {});
  const names = reasons.flatMap((reason) => /^(\w+): not found$/.exec(reason)?.[1] ?? []);
  return new Map([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
}

/** The line that closes `npm test`. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

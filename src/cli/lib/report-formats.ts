import {
  guideAddress,
  PROBLEMS,
  type Problem,
  type ProblemName,
  renderProblem,
} from '../../content/lint/diagnostics/problems.ts';
import { type LintReport, summarize } from '../../site/content/content-problems.ts';

export const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** A report as lines for people: problems by file, then how long each story is, then the sum. */
export function reportText(report: LintReport): readonly string[] {
  const { problems, suppressed, reading } = report;
  const found = problems.flatMap((problem, index) => {
    const isNextFile = index > 0 && problems[index - 1]?.file !== problem.file;
    const line = `${problem.severity === 'warning' ? 'warning: ' : ''}${renderProblem(problem)}`;
    return isNextFile ? ['', line] : [line];
  });
  const times = Object.entries(reading).map(([slug, { words, minutes }]) => `${slug}: ${words} words, ${minutes} min`);
  const suffix = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`;
  const gap = found.length === 0 ? [] : [''];
  return [...found, ...gap, `Reading time: ${times.join('; ')}.`, `Content: ${summarize(report)}${suffix}.`];
}

function described({ name, file, field, line, severity, message, hint }: Problem) {
  return { rule: name, severity, file, line, field, message, hint, guide: guideAddress(name) };
}

/** A report as data: every problem, suppressed ones with their reason, and each story's length. */
export function reportJson({ stories, problems, suppressed, reading }: LintReport): object {
  return {
    stories: stories.map((slug) => ({ slug, ...reading[slug] })),
    problems: problems.map(described),
    suppressed: suppressed.map(({ problem, reason }) => ({ ...described(problem), reason })),
  };
}

function sarifRule(name: ProblemName) {
  const { title, severity } = PROBLEMS[name];
  return {
    id: name,
    shortDescription: { text: title },
    help: { text: `See ${guideAddress(name)}` },
    defaultConfiguration: { level: severity },
  };
}

function sarifResult({ name, file, field, line, severity, message, hint }: Problem, reason?: string) {
  return {
    ruleId: name,
    ruleIndex: Object.keys(PROBLEMS).indexOf(name),
    level: severity,
    message: { text: `${field === '' ? '' : `${field} `}${message} ${hint}`.trim() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line ?? 1 },
        },
      },
    ],
    ...(reason === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: reason }] }),
  };
}

/** A report in the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors show in place. */
export function reportSarif({ problems, suppressed }: LintReport): object {
  const rules = (Object.keys(PROBLEMS) as ProblemName[]).map(sarifRule);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'story-map check', rules } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...problems.map((problem) => sarifResult(problem)),
          ...suppressed.map(({ problem, reason }) => sarifResult(problem, reason)),
        ],
      },
    ],
  };
}

export function renderReport(report: LintReport, format: Format): readonly string[] {
  if (format === 'text') return reportText(report);
  return [JSON.stringify(format === 'json' ? reportJson(report) : reportSarif(report), null, 2)];
}

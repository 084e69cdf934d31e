import type { WrittenStory } from '../write/story-files-of.ts';
import { type Entry, pathText, type Verdict } from './account.ts';

/** What the report tells beside the verdicts. */
export interface ReportFacts {
  readonly dialect: string;
  /** The file or folder that was imported. */
  readonly input: string;
  readonly isFetched: boolean;
  /** What is left for the author to do, in Markdown. */
  readonly tasks: readonly string[];
}

const ORDER: readonly Verdict[] = ['dropped', 'approximated', 'kept'];
const HEADINGS: Readonly<Record<Verdict, string>> = { kept: 'Kept', approximated: 'Approximated', dropped: 'Dropped' };

/** Lines of one verdict in one section; more like them are counted. */
const MAX_LINES = 60;

/** Whatever a stranger's file says, it stays on its line and is no markup. */
const plain = (text: string): string =>
  text
    .replace(/[<>]|\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\*_[\]#|`])/g, '\\$1');

const LONGEST = 4000;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function lineOf(what: string, why: string, count: number): string {
  return `- ${plain(cut(what))}${count > 1 ? ` (${count} times)` : ''}: ${plain(why)}.`;
}

/** What is said of many things in the same words is said once. */
function linesOf(entries: readonly Entry[]): readonly string[] {
  const same = [...Map.groupBy(entries, ({ what, why }) => `${what}\n${why}`).values()];
  const lines = same.flatMap(([first, ...more]) =>
    first === undefined ? [] : [lineOf(first.what, first.why, more.length + 1)],
  );
  const rest = lines.length - MAX_LINES;
  return rest > 0 ? [...lines.slice(0, MAX_LINES), `- ${rest} more of this kind: see import-report.json.`] : lines;
}

/** Empty fields and what any story has are not worth a line. */
const isWorthALine = ({ verdict, why }: Entry): boolean => verdict !== 'kept' || why !== 'it says nothing';

function blockOf(entries: readonly Entry[]): string {
  const told = entries.filter(isWorthALine);
  const blocks = ORDER.flatMap((verdict) => {
    const lines = linesOf(told.filter((entry) => entry.verdict === verdict));
    return lines.length === 0 ? [] : [`${HEADINGS[verdict]}:\n\n${lines.join('\n')}`];
  });
  return blocks.length === 0 ? 'Kept as it was.' : blocks.join('\n\n');
}

function countsOf(entries: readonly Entry[]): string {
  const leaves = (verdict: Verdict): number =>
    entries.filter((entry) => entry.verdict === verdict).reduce((sum, { leaves: count }) => sum + count, 0);
  const [kept, approximated, dropped] = (['kept', 'approximated', 'dropped'] as const).map(leaves);
  return `Of its values ${kept} were kept, ${approximated} approximated, ${dropped} dropped; import-report.json has each of them.`;
}

/** What became of a story from another tool, section by section, and what is left for its author to do. */
export function importReport(facts: ReportFacts, { chapters }: WrittenStory, entries: readonly Entry[]): string {
  const parts = new Set(chapters.map(({ part }) => part).filter((part) => part !== ''));
  const ofWhole = entries.filter(({ part }) => !parts.has(part));
  const asked = facts.isFetched ? 'Nothing in it was run.' : 'Nothing was fetched and nothing was run.';
  const told = chapters.map(({ file, title, part }, at) => {
    const isFirst = chapters.findIndex((other) => other.part === part) === at;
    const own = part === '' || !isFirst ? [] : entries.filter((entry) => entry.part === part);
    const body =
      own.length === 0 ? (isFirst || part === '' ? 'See above.' : 'It continues the section before it.') : blockOf(own);
    return `## ${plain(title)}\n\n\`${file}\`\n\n${body}\n`;
  });
  const tasks = facts.tasks.map((task) => `- ${task}`).join('\n');
  return [
    `# Imported from ${facts.dialect}`,
    asked,
    countsOf(entries),
    `Still to do:\n\n${tasks}`,
    `## The story as a whole\n\n${blockOf(ofWhole)}`,
    told.join('\n'),
  ].join('\n\n');
}

/** The same for programs: every value of the input is named, or lies below a path that is. */
export function reportJson(facts: ReportFacts, { chapters }: WrittenStory, entries: readonly Entry[]): string {
  const report = {
    dialect: facts.dialect,
    input: facts.input,
    isFetched: facts.isFetched,
    sections: chapters.map(({ file, title, part }) => ({ file, title, part })),
    tasks: facts.tasks,
    entries: entries.map(({ path, verdict, what, why, part, leaves }) => ({
      path,
      at: pathText(path),
      verdict,
      what: cut(what),
      why,
      ...(part === '' ? {} : { part }),
      values: leaves,
    })),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

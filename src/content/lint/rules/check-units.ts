import { isCurrency } from '../../../i18n/format-quantity.ts';
import { whereInBody } from '../../files/fields.ts';
import { fileNamed, type MdxFile, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

/** A fact that prints its own figure, with the signs that stand against it. */
const FACT = /(\p{Sc}\s?)?<Fact\b(?=[^>]*?\bid\s*=\s*["']([^"']+)["'])[^>]*\/>(\s?(?:%|\p{Sc}|°|km\b|[A-Z]{3}\b))?/gu;

/** Whether a sign beside a figure says what the figure says itself. */
function isTwice(unit: string, before: string, after: string): boolean {
  if (isCurrency(unit)) return before !== '' || /^\p{Sc}$/u.test(after) || after === unit;
  const own: Readonly<Record<string, string>> = { percent: '%', '%': '%', km: 'km', '°C': '°', '°F': '°' };
  return after !== '' && own[unit] === after;
}

function checkSection({ file }: MdxFile, facts: Readonly<Record<string, unknown>>, files: StoryFiles) {
  return [...file.body.matchAll(FACT)].flatMap(({ index, 1: before = '', 2: id = '', 3: after = '' }) => {
    const { unit } = membersOf(facts[id]);
    const sign = (before || after).trim();
    if (typeof unit !== 'string' || !isTwice(unit, before.trim(), after.trim())) return [];
    return [buildProblem('UnitTwice', whereInBody(files.raw, file, index), { id, unit, sign })];
  });
}

/** Units that an author writes beside a fact which brings its own. */
export function checkUnits(files: StoryFiles): readonly Problem[] {
  const facts = membersOf(fileNamed(files.raw, 'facts.yaml')?.data);
  return files.mdx.flatMap((section) => checkSection(section, facts, files));
}

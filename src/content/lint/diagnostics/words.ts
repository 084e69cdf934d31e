import { kind } from './problem-kind.ts';

const spelled = (ways: readonly string[]): string => ways.map((way) => `\`${way}\``).join(', ');

/** Mistakes in what the story says. */
export const WORD_PROBLEMS = {
  CardTooLong: kind<{ readonly words: number }>(
    'A card with too much text',
    ({ words }) => `The text has ${words} words; a card holds about 90 before it hides the map or outgrows the screen.`,
    () => 'Cut it, or make two sections of it.',
    'warning',
  ),
  MissingInterfaceStrings: kind<{ readonly keys: readonly string[] }>(
    'Interface texts that are not translated',
    ({ keys }) =>
      `These texts are missing: ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ` and ${keys.length - 8} more` : ''}.`,
    () => 'Translate them; until then the English ones stand in.',
    'warning',
  ),
  MissingMapDescription: kind<Record<never, never>>(
    'A map nobody has described',
    () => 'is missing. Readers who cannot see the map need to be told what it shows.',
    () => 'Say in one or two sentences what this map shows and what stands out on it.',
  ),
  MissingTranslation: kind<{ readonly language: string; readonly missing: string }>(
    'A text that is not translated',
    ({ language, missing }) => `${missing} in the language \`${language}\`, which story.yaml lists.`,
    () => 'Translate it; until then the default language stands in, marked as such.',
    'warning',
  ),
  StaleTranslation: kind<{ readonly language: string }>(
    'A translation of words that have changed',
    ({ language }) => `was translated into \`${language}\` from words that have changed since, or from none on record.`,
    ({ language }) => `Read both again, then run \`npm run translated -- ${language}\`.`,
    'warning',
  ),
  UnexplainedNumeral: kind<{
    readonly numeral: string;
    readonly near: string;
    readonly inBody: boolean;
    /** The same figure as a year, a page and so on, in the language of the text. */
    readonly ways: readonly string[];
  }>(
    'A numeral nothing explains',
    ({ numeral, near }) =>
      `says “${numeral}” (in “${near}”), and no fact, date, time, route, version or place name explains it.`,
    ({ inBody, ways }) => {
      const fact = inBody
        ? 'Write it as `<Fact id="…"/>`, add the fact to facts.yaml with its source, or leave the figure out.'
        : 'Add the fact to facts.yaml with its source, correct the figure, or leave it out.';
      return ways.length === 0 ? fact : `${fact} If it counts nothing, say what it is: ${spelled(ways)}.`;
    },
  ),
  UntranslatedText: kind<{ readonly language: string; readonly text: string; readonly count: number }>(
    'A translation with the words of the original',
    ({ language, text, count }) =>
      `is meant to be in \`${language}\` and says what the default language says: “${text.length > 60 ? `${text.slice(0, 60).trim()}…` : text}”${count > 1 ? `, and so do ${count - 1} more texts of this file` : ''}.`,
    ({ language }) => `Translate it, or take \`${language}\` out of \`locales\` in story.yaml until it is there.`,
    'warning',
  ),
  UnitTwice: kind<{ readonly id: string; readonly unit: string; readonly sign: string }>(
    'A unit that is said twice',
    ({ id, unit, sign }) =>
      `The fact \`${id}\` is in \`${unit}\` and prints that itself; “${sign}” beside it says it again.`,
    ({ sign }) => `Take “${sign}” out of the text.`,
    'warning',
  ),
};

import { shown } from './html-to-mdx.ts';
import type { ImportedStory, Note } from './imported-story.ts';
import type { WrittenStory } from './story-files-of.ts';

const ORDER = ['kept', 'changed', 'dropped'] as const;

/** A line of the report: whatever a stranger's file says, it stays on its line and is no markup. */
function noteLine({ verdict, what, why }: Note): string {
  const plain = what.replace(/[<>]|\p{Cc}/gu, ' ').replace(/([\\*_[\]#|])/g, '\\$1');
  return `- **${verdict}** ${plain}: ${why}.`;
}

function noteLines(notes: readonly Note[]): string {
  const ordered = ORDER.flatMap((verdict) => notes.filter((note) => note.verdict === verdict));
  return ordered.length === 0 ? '- **kept** as it was.' : ordered.map(noteLine).join('\n');
}

/** What became of a story from another tool, chapter by chapter, and what is left for its author to do. */
export function importReport(story: ImportedStory, { chapters }: WrittenStory, isBare: string | null): string {
  const map =
    isBare === null
      ? []
      : [`- Make its map: \`${isBare}\`. Until then it stands on bare ground. Then set \`homeCountry\`.`];
  const todo = [
    ...map,
    '- Say what each map shows (`mapDescription`): a sentence was put there to build with.',
    '- Give every figure a source in `facts.yaml`, then take `UnexplainedNumeral` out of `suppress` in `story.yaml`.',
    '- Name the places in `places.yaml`; frames can then say which must stay in view.',
    '- Add the pictures listed below that the story needs.',
  ];
  const told = chapters.map(
    ({ file, title, notes }) => `## ${shown(title).replace(/[<>]/g, ' ')}\n\n\`${file}\`\n\n${noteLines(notes)}\n`,
  );
  return `# Imported from ${story.dialect}\n\nNothing was fetched and nothing was run.\n\n${noteLines(story.notes)}\n\nStill to do:\n\n${todo.join('\n')}\n\n${told.join('\n')}`;
}

import type { Edit } from '../content/files/edit.ts';
import { EDIT_ADDRESS, type EditAnswer } from '../content/files/edit-address.ts';

/** Asks the server that serves this page to change the story's files. Never throws. */
export async function sendEdit(edit: Edit): Promise<EditAnswer> {
  try {
    const response = await fetch(EDIT_ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(edit),
    });
    return (await response.json()) as EditAnswer;
  } catch {
    return { done: false, reason: 'The server does not answer. Is `npm run dev` still running?' };
  }
}

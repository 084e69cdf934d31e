/** A text as one word of a command line, whatever a shell would make of what is in it. */
export const shellWord = (text: string): string =>
  /^[\w./:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

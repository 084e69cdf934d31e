import type { ErrorCode, YAMLError } from 'yaml';

/** What authors' files break most often, in their words; the parser's own are kept for the rest. */
const WORDS: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_SCALAR_START: 'a text begins with a sign that YAML keeps for itself, and needs quotation marks',
  BLOCK_AS_IMPLICIT_KEY:
    'a text has `: ` in it and needs quotation marks, since that begins another field; or the line is indented too far',
  DUPLICATE_KEY: 'this field is there twice',
  TAB_AS_INDENT: 'the line begins with a tab, and is to be indented by spaces',
  UNEXPECTED_TOKEN:
    'a value goes on where it has ended. A text that begins with a sign such as `[`, `{`, `-`, `*`, `"` or `\'` needs quotation marks round all of it',
};

const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');

/** Why a text is not YAML. */
export const yamlFault = ({ code, message }: YAMLError): string => WORDS[code] ?? firstLine(message);

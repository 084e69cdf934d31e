export interface LeadNumeral {
  /** The great numeral the text begins with, or an empty string. */
  readonly numeral: string;
  readonly rest: string;
}

/** Takes a great numeral off the head of a section's HTML (as `resolveFootnotes` makes it): it stands where a title would. */
export function splitLeadNumeral(html: string): LeadNumeral {
  const [numeral = ''] = /^\s*<p class="great-numeral">[\s\S]*?<\/p>/.exec(html) ?? [];
  return { numeral, rest: html.slice(numeral.length) };
}

import type { Field } from '../input/field.ts';
import { slugOf } from '../write/slugs.ts';

/** What becomes of a section's title. */
export function sayHeading(title: Field): void {
  title.kept(title.has ? 'the heading' : 'it is empty: the section has no heading');
}

/** What becomes of the name that a section's address is made of. */
export function sayAddress(id: Field): void {
  const slug = slugOf(id.text);
  if (!id.has || slug === id.text) id.kept('the address of its section, numbered where another has it');
  else if (slug === '')
    id.approximated('addresses have small letters, digits and hyphens: its title or its place gives one');
  else id.approximated(`addresses have small letters, digits and hyphens: ${slug}`);
}

import { UNSTATED } from '../../content/files/stated-licence.ts';

/** What stands for a name that nobody has given. */
const NOBODY = '–';

/** Whose a picture is and on which terms, as far as it is said; empty where nothing is. */
export const creditLine = ({ credit, licence }: { readonly credit: string; readonly licence: string }): string =>
  [credit === NOBODY ? '' : credit, licence === UNSTATED ? '' : licence].filter((part) => part !== '').join(' · ');

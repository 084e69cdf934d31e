import type { Mark } from '../../marks/mark.ts';
import { addKinds } from '../more-kinds.ts';
import type { AnyDefinition } from '../registry.ts';
import { ownKindName } from './own-names.ts';

/** Called with what went wrong in a kind, in words: its annotation is not there, all else is. */
export type TellFailure = (failure: string) => void;

/** In place of a placement where there could be none; plain data, so that a worker can hand it on. */
const FAILED = '!failed';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function attempt<T>(work: () => T, otherwise: (error: unknown) => T): T {
  try {
    return work();
  } catch (error) {
    return otherwise(error);
  }
}

function failureIn(placement: unknown): string | null {
  const failure = (placement as Readonly<Record<string, unknown>> | null)?.[FAILED];
  return typeof failure === 'string' ? failure : null;
}

/** A definition, or the part of it that a thread of the reader's has. */
type DefinitionPart = Partial<AnyDefinition> & Pick<AnyDefinition, 'kind'>;

/** A definition that never throws: what goes wrong in it is told where it would be drawn. */
function guarded(definition: DefinitionPart, tell: TellFailure): DefinitionPart {
  const { kind, place, draw, names, subject, background, bind, describe } = definition;
  const told = (error: unknown): readonly [] => {
    tell(`${kind}: ${wordsOf(error)}`);
    return [];
  };
  return {
    ...definition,
    ...(place && {
      // A copy: what no worker could hand on is found out here, and not for the whole section.
      place: (...of) =>
        attempt(
          () => structuredClone(place(...of)),
          (error) => ({ placement: { [FAILED]: wordsOf(error) }, boxes: [] }),
        ),
    }),
    ...(draw && {
      draw(annotation, placement, t, view) {
        const failure = failureIn(placement);
        return failure === null
          ? attempt<readonly Mark[]>(() => [...draw(annotation, placement, t, view)], told)
          : told(new Error(failure));
      },
    }),
    ...(names && {
      names: (...of) =>
        attempt(
          () => names(...of),
          () => [],
        ),
    }),
    ...(subject && {
      subject: (...of) =>
        attempt(
          () => subject(...of),
          () => null,
        ),
    }),
    ...(background && {
      background: (...of) =>
        attempt(
          () => background(...of),
          () => null,
        ),
    }),
    ...(bind && {
      bind: (...of) =>
        attempt(
          () => bind(...of),
          () => ({ data: null, problems: [] }),
        ),
    }),
    ...(describe && {
      describe: (...of) =>
        attempt(
          () => describe(...of),
          () => null,
        ),
    }),
  };
}

/**
 * Makes a story's own kinds known, under names that no other story has.
 * @param tell in the reader's page: what goes wrong while they are placed or drawn; `npm run check` has told authors before
 */
export function addOwnKinds(slug: string, definitions: readonly DefinitionPart[], tell: TellFailure = () => {}): void {
  addKinds(definitions.map((one) => guarded({ ...one, kind: ownKindName(slug, one.kind) }, tell)) as never);
}

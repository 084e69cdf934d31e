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

/** The same function, with what it comes to where it throws. */
const orElse =
  <Of extends readonly unknown[], T>(work: (...of: Of) => T, otherwise: (error: unknown) => T) =>
  (...of: Of): T =>
    attempt(() => work(...of), otherwise);

const none = (): null => null;

/** The parts of a definition that say nothing where they throw: what is missing then shows. */
const quietly = ({ names, subject, background, bind, describe }: DefinitionPart): Partial<AnyDefinition> => ({
  ...(names && { names: orElse(names, () => []) }),
  ...(subject && { subject: orElse(subject, none) }),
  ...(background && { background: orElse(background, none) }),
  ...(bind && { bind: orElse(bind, () => ({ data: null, problems: [] })) }),
  ...(describe && { describe: orElse(describe, none) }),
});

/** A definition that never throws: what goes wrong in it is told where it would be drawn. */
function guarded(definition: DefinitionPart, tell: TellFailure): DefinitionPart {
  const { kind, place, draw } = definition;
  const told = (error: unknown): readonly Mark[] => {
    tell(`${kind}: ${wordsOf(error)}`);
    return [];
  };
  return {
    ...definition,
    ...quietly(definition),
    // A copy: what no worker could hand on is found out here, and not for the whole section.
    ...(place && {
      place: orElse(
        (...of) => structuredClone(place(...of)),
        (error) => ({ placement: { [FAILED]: wordsOf(error) }, boxes: [] }),
      ),
    }),
    ...(draw && {
      draw: orElse((annotation, placement, t, view) => {
        const failure = failureIn(placement);
        if (failure !== null) throw new Error(failure);
        return [...draw(annotation, placement, t, view)];
      }, told),
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

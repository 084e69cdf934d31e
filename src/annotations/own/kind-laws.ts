import type { z } from 'astro/zod';
import { isWithin } from '../../geo/boxes.ts';
import { Collisions } from '../../labels/collisions.ts';
import type { RestContext, View } from '../../labels/rest-context.ts';
import type { Mark } from '../../marks/mark.ts';
import { plainMarks } from '../../marks/plain-marks.ts';
import type { AnnotationBase } from '../../story/annotation.ts';
import type { Placed } from '../define.ts';
import { roleOf } from '../fields.ts';
import type { AnyDefinition } from '../registry.ts';

interface Parts {
  readonly innerType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly items?: readonly z.core.$ZodType[];
  readonly options?: readonly z.core.$ZodType[];
  readonly checks?: readonly unknown[];
}

/** Names of fields that take any text, of which nobody has said what it holds. */
export function textsWithoutRole(schema: z.core.$ZodType, name = ''): readonly string[] {
  if (roleOf(schema) !== null) return [];
  const { type } = schema._zod.def;
  const { innerType, shape = {}, element, items = [], options = [], checks = [] } = schema._zod.def as Parts;
  if (type === 'string') return checks.length === 0 ? [name] : [];
  const unnamed = [innerType, element, ...items, ...options].flatMap((inner) =>
    inner ? [[name, inner] as const] : [],
  );
  return [...Object.entries(shape), ...unnamed].flatMap(([key, inner]) => textsWithoutRole(inner, key));
}

/** More than any kind needs: each mark is an element of the page, and each drawing that moves is painted 60 times a second. */
export const MAX_MARKS = 120;

/** An annotation in its section, on a screen. */
export interface LawSetting {
  readonly annotation: AnnotationBase;
  readonly rest: RestContext;
  /** At rest first, then with other cameras. */
  readonly views: readonly [View, ...View[]];
}

type Any = Parameters<AnyDefinition['place']>[0];
type Law = (definition: AnyDefinition, setting: LawSetting) => string | null;

/** Shares of an annotation at which it is drawn on trial. */
const SHARES = [0.001, 0.25, 0.5, 0.75, 1] as const;

const place = (definition: AnyDefinition, { annotation, rest }: LawSetting, taken = Collisions.NONE) =>
  definition.place(annotation as Any, rest, taken);

const written = (value: unknown): string => JSON.stringify(value) ?? '';

/** What is drawn in every view and at every share on trial. */
function drawings(definition: AnyDefinition, setting: LawSetting): readonly (readonly Mark[])[] {
  const placed = place(definition, setting);
  if (placed === null) return [];
  return setting.views.flatMap((view) =>
    SHARES.map((t) => definition.draw(setting.annotation as Any, placed.placement, t, view)),
  );
}

function firstOf<T>(all: readonly T[], broken: (one: T) => string | null): string | null {
  return all.reduce<string | null>((found, one) => found ?? broken(one), null);
}

function repeatedIn(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}

const isPlain: Law = (definition, setting) => {
  const placed = place(definition, setting);
  if (written(structuredClone(placed)) !== written(placed)) return 'its placement is no plain data';
  return written(place(definition, setting)) === written(placed)
    ? null
    : '`place` answers the same question differently: it may depend on its arguments alone';
};

const drawsTheSame: Law = (definition, setting) => {
  const first = written(drawings(definition, setting));
  return written(drawings(definition, setting)) === first
    ? null
    : '`draw` draws the same differently: it may depend on its arguments alone';
};

const hasKeys: Law = (definition, setting) =>
  firstOf(drawings(definition, setting), (marks) => {
    const { id } = setting.annotation;
    const plain = plainMarks(marks);
    const twice = repeatedIn(plain.map(({ key }) => key));
    const foreign = marks.find(({ key }) => !key.startsWith(id));
    if (twice !== undefined) return `two of its marks have the key \`${twice}\``;
    if (foreign !== undefined) return `the key \`${foreign.key}\` does not begin with its \`id\`, \`${id}\``;
    return plain.length > MAX_MARKS ? `it draws ${plain.length} marks; ${MAX_MARKS} are the most` : null;
  });

const keepsKeys: Law = (definition, setting) => {
  const all = drawings(definition, setting);
  return firstOf(setting.views, (view) => {
    const from = setting.views.indexOf(view) * SHARES.length;
    const ofView = all.slice(from, from + SHARES.length);
    const whole = new Set((ofView.at(-1) ?? []).map(({ key }) => key));
    const gone = ofView.flat().find(({ key }) => !whole.has(key));
    return gone === undefined ? null : `its mark \`${gone.key}\` is drawn on the way and is gone when it is whole`;
  });
};

const hasNumbers: Law = (definition, setting) =>
  firstOf(drawings(definition, setting), (marks) => {
    const broken = marks.find((mark) => /NaN|Infinity|null/.test(written(mark)));
    return broken === undefined ? null : `a number in its mark \`${broken.key}\` is missing or infinite`;
  });

const isSeen: Law = (definition, setting) => {
  if (place(definition, setting) === null) return null;
  const whole = drawings(definition, setting)[SHARES.length - 1] ?? [];
  return whole.some(({ opacity = 1 }) => opacity > 0) ? null : 'it is placed, and nothing of it is drawn';
};

const keepsClear: Law = (definition, setting) => {
  if (definition.isFixed) return null;
  const [words] = place(definition, setting)?.boxes ?? [];
  if (words === undefined) return null;
  if (!isWithin(words, setting.rest.freeBox)) return 'it does not stand in `rest.freeBox`';
  const [elsewhere] = place(definition, setting, Collisions.of([words]))?.boxes ?? [];
  return elsewhere !== undefined && Collisions.of([words]).hits(elsewhere)
    ? 'it does not keep clear of `collisions`; with `isFixed: true` names make way for it'
    : null;
};

const standsWithout: Law = (definition, { annotation, rest, views: [view] }) => {
  const nothing = { places: {}, facts: {}, media: {}, drawings: {}, atlas: { route: () => null, area: () => null } };
  const placed: Placed<unknown> | null = definition.place(annotation as Any, { ...rest, ...nothing }, Collisions.NONE);
  const bare: View = { ...view, facts: {}, media: {}, drawings: {} };
  if (placed !== null) definition.draw(annotation as Any, placed.placement, 1, bare);
  return null;
};

const hasTable: Law = (definition, { annotation, rest: { facts, locale } }) => {
  const table = definition.describe?.(annotation as Any, { facts, locale, sectionTitle: 'A section' }) ?? null;
  if (table === null) return null;
  const { caption, head, rows } = table;
  if (caption === '') return 'its table has no caption';
  return rows.every((row) => row.length === head.length) ? null : 'rows of its table are not as long as its head';
};

const LAWS: readonly Law[] = [
  isPlain,
  hasKeys,
  hasNumbers,
  isSeen,
  drawsTheSame,
  keepsKeys,
  keepsClear,
  standsWithout,
  hasTable,
];

/** The first law that an annotation of a kind breaks in its section, in words; null where it keeps all of them. */
export function brokenLaw(definition: AnyDefinition, setting: LawSetting): string | null {
  return firstOf(LAWS, (law) => {
    try {
      return law(definition, setting);
    } catch (error) {
      const where = law === standsWithout ? ' where the story lacks what it names' : '';
      return `it throws${where}: ${error instanceof Error ? error.message : String(error)}`;
    }
  });
}

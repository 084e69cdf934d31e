import { kind, type NameFound } from './problem-kind.ts';

/** Mistakes with satellite pictures, scans and relief. */
export const GROUND_PROBLEMS = {
  DamagedGround: kind<{ readonly detail: string; readonly command: string }>(
    'A ground whose files are not whole',
    ({ detail }) => `This ground ${detail}.`,
    ({ command }) => `Cut it anew: \`${command}\`.`,
  ),
  GroundOverBudget: kind<{ readonly kilobytes: number; readonly budget: number }>(
    'A picture of the ground that is heavy for readers on the move',
    ({ kilobytes, budget }) => `The picture has ${kilobytes} kB; ${budget} kB is its budget.`,
    () => 'Cut it with `npm run ground`, which keeps within it.',
    'warning',
  ),
  PictureOutsideCut: kind<{
    readonly name: string;
    readonly screens: string;
    readonly isCut: boolean;
    readonly command: string;
  }>(
    'A view without its picture of the ground',
    ({ name, screens, isCut }) =>
      isCut
        ? `has moved since \`${name}\` was cut for it: ${screens} it shows ground beside the picture.`
        : `shows \`${name}\`, which was not cut for this section.`,
    ({ command }) => `Cut it anew: \`${command}\`.`,
    'warning',
  ),
  UnknownGround: kind<NameFound & { readonly command: string }>(
    'A ground that does not exist',
    ({ name }) => `names \`${name}\`, and there is no \`ground/${name}.json\`.`,
    ({ suggestion, command }) => `${suggestion} Cut it with \`${command}\`.`,
  ),
  UnusedGround: kind<{ readonly what: string }>(
    'A ground no section shows',
    ({ what }) => what,
    () => 'Show it with `ground:` or `relief:`, or take its files out.',
    'warning',
  ),
};

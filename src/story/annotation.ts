/** What every annotation has; the rest is its kind's own (`annotations/registry.ts`). */
export interface AnnotationBase {
  /** Unique in its section; translations refer to it. */
  readonly id: string;
  readonly kind: string;
  /** Section progress at which it starts and ends being drawn. */
  readonly draw: readonly [from: number, to: number];
  /** The section before has it too, by id and kind: it stays on the way between the two and does not come anew. */
  readonly carried?: boolean | undefined;
  /** Whether it lies on the map and moves with it, or stands on the screen. */
  readonly space: 'map' | 'screen';
}

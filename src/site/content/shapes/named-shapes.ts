/** Features of one object of a file; the name is empty where a file has no objects. */
export interface NamedShapes {
  readonly name: string;
  readonly features: readonly unknown[];
}

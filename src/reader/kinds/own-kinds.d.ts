/** Kinds of stories' own, by story: see `site/plugins/own-kinds.ts`. */
declare module 'virtual:own-kinds' {
  interface OwnKinds {
    /** Makes them known as far as the page draws them. */
    readonly addDrawn: (tell: (failure: string) => void) => import('./drawn-kinds.ts').MoreKinds;
  }
  export const OWN_KINDS: Readonly<Record<string, () => Promise<OwnKinds>>>;
}

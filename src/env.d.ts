/// <reference types="astro/client" />
/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:map.css';

declare module 'virtual:content-errors' {
  /** Where the project lies; empty in a build. */
  export const root: string;
  export const contentErrors: () => Promise<readonly import('./story/problems.ts').Problem[]>;
}

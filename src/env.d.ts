/// <reference types="astro/client" />
/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:map.css';

declare module 'virtual:content-errors' {
  /** Where the project lies; empty in a build. */
  export const root: string;
  /** Each a `Problem` of `content/lint/diagnostics/problems.ts`, which ambient types may not import. */
  export const contentErrors: () => Promise<readonly unknown[]>;
}

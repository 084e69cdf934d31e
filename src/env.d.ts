/// <reference types="astro/client" />
/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:map.css';

declare module 'virtual:content-root' {
  /** Where the project lies. */
  export const root: string;
}

/// <reference types="astro/client" />
/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:map.css';
declare module 'virtual:theme.css';
declare module 'virtual:theme-print.css';
declare module 'virtual:theme-embed-print.css';

declare namespace App {
  interface Locals {
    /** Whose text the page shows, a `Story` of `story/story.ts`: the components in it ask for its media. */
    story?: unknown;
  }
}

declare module 'virtual:content-root' {
  /** Where the project lies. */
  export const root: string;
}

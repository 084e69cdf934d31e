declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Returns a middleware that compresses what the next one answers. */
  export default function compression(options?: {
    readonly threshold?: number;
  }): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

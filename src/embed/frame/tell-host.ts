import { type FrameMessage, sealMessage } from '../protocol.ts';

/** A host's origin cannot be known, and nothing said here is a secret: sizes, places in the story, events of the story. */
export function tellHost(message: FrameMessage): void {
  window.parent.postMessage(sealMessage(message), '*');
}

import { type FrameEvent, MAX_TEXT } from '../protocol.ts';
import { tellHost } from './tell-host.ts';

type Named<Name extends FrameEvent['name']> = Extract<FrameEvent, { readonly name: Name }>['detail'];

function listen<Name extends FrameEvent['name']>(name: Name, pick: (detail: Named<Name>) => Named<Name>): void {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<Named<Name>>;
    tellHost({ type: 'event', event: { name, detail: pick(detail) } as FrameEvent });
  });
}

/** Passes the story's events on to the host page, for its own counting: where in the story, and nothing of the reader. */
export function forwardEvents(): void {
  listen('story:ready', ({ sections }) => ({ sections }));
  listen('story:section', ({ id, index, total }) => ({ id, index, total }));
  listen('story:scene', ({ progress, section }) => ({ progress, section }));
  listen('story:fallback', ({ reason, detail }) =>
    detail === undefined ? { reason } : { reason, detail: detail.slice(0, MAX_TEXT) },
  );
}

import { type HostMessage, type HostTheme, parseHostMessage } from '../protocol.ts';
import { createContained } from './contained.ts';
import { createDriven } from './driven.ts';
import { forwardEvents } from './forward-events.ts';
import { sayHeight } from './height-dialects.ts';
import { tellHost } from './tell-host.ts';
import { watchSize } from './watch-size.ts';

interface FrameListeners {
  onTheme(theme: HostTheme): void;
}

/**
 * The story's side of an embed. It obeys the page around it in three things, progress, size and theme, and no other
 * window in any.
 */
export function createFrame({ onTheme }: FrameListeners): void {
  const root = document.documentElement;
  if (window.parent === window) {
    root.dataset['engaged'] = '';
    return;
  }
  root.dataset['framed'] = '';
  const isFlat = root.dataset['embed'] === 'flat';
  const driven = createDriven();
  const size = watchSize(isFlat, (measured) => {
    tellHost({ type: 'size', ...measured });
    if (isFlat) sayHeight(measured.heightPx);
  });
  const obey = (message: HostMessage): void => {
    if (message.type === 'measure') size.repeat();
    else if (message.type === 'theme') onTheme(message.theme);
    else if (!isFlat) driven.follow(message.progress);
  };
  window.addEventListener('message', ({ source, data }) => {
    const message = source === window.parent ? parseHostMessage(data) : null;
    if (message) obey(message);
  });
  if (root.dataset['embed'] === 'contained') createContained();
  forwardEvents();
}

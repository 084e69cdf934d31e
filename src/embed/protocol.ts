/**
 * What a host page and the story in its frame may say to each other. Either end reads nothing but what a parser here
 * returned: unknown, malformed or unbounded messages come out as null, never as a throw.
 */

/** Raised when a message changes its meaning; ends of different versions do not hear each other. */
export const PROTOCOL_VERSION = 1;

/** Taller is no story but a mistake, or an attack on the host page's scroll bar. */
export const MAX_LENGTH_PX = 500_000;
/** Of a text, in UTF-16 units; longer ones are not heard. */
export const MAX_TEXT = 200;
const MAX_SECTIONS = 2000;

export const THEMES = ['auto', 'light', 'dark'] as const;
export type HostTheme = (typeof THEMES)[number];

/** How the story makes itself at home in the page: see `content/EMBED.md`. */
export const MODES = ['scroll', 'contained', 'flat', 'card'] as const;
export type EmbedMode = (typeof MODES)[number];

/** From the host page to the frame. */
export type HostMessage =
  /** Asks for the size, by a host that may have missed it. */
  | { readonly type: 'measure' }
  /** The host page is scrolled so far through the story. From the first of these on the host scrolls and the frame does not. */
  | { readonly type: 'progress'; readonly progress: number }
  | { readonly type: 'theme'; readonly theme: HostTheme };

/** An event of the story that the host page may count. */
export type FrameEvent =
  | { readonly name: 'story:ready'; readonly detail: { readonly sections: readonly string[] } }
  | {
      readonly name: 'story:section';
      readonly detail: { readonly id: string; readonly index: number; readonly total: number };
    }
  | { readonly name: 'story:scene'; readonly detail: { readonly progress: number; readonly section: string } }
  | { readonly name: 'story:fallback'; readonly detail: { readonly reason: string; readonly detail?: string } };

/** From the frame to the host page. */
export type FrameMessage =
  /** In CSS pixels: the height of the whole content, and how far it scrolls in the frame it has now. */
  | { readonly type: 'size'; readonly heightPx: number; readonly lengthPx: number }
  /** Asks the host to scroll there: the keyboard, a link or a search went to another part of the story. */
  | { readonly type: 'reveal'; readonly progress: number }
  | { readonly type: 'event'; readonly event: FrameEvent };

type Fields = Readonly<Record<string, unknown>>;

export function sealMessage(message: HostMessage | FrameMessage): Fields {
  return { storyMap: PROTOCOL_VERSION, ...message };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const within = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

const isCount = (value: unknown): value is number => within(value, MAX_SECTIONS) && Number.isInteger(value);

function openMessage(data: unknown): Fields | null {
  return isFields(data) && data['storyMap'] === PROTOCOL_VERSION ? data : null;
}

/** Whether it is a message of this program in another version, whose meaning is not known here. */
export const isOtherVersion = (data: unknown): boolean =>
  isFields(data) && typeof data['storyMap'] === 'number' && data['storyMap'] !== PROTOCOL_VERSION;

export function parseHostMessage(data: unknown): HostMessage | null {
  const message = openMessage(data);
  switch (message?.['type']) {
    case 'measure':
      return { type: 'measure' };
    case 'progress': {
      const { progress } = message;
      return within(progress, 1) ? { type: 'progress', progress } : null;
    }
    case 'theme': {
      const theme = THEMES.find((known) => known === message['theme']);
      return theme ? { type: 'theme', theme } : null;
    }
    default:
      return null;
  }
}

function parseEvent(event: unknown): FrameEvent | null {
  const { name, detail } = isFields(event) ? event : {};
  if (!isFields(detail)) return null;
  const { sections, id, index, total, progress, section, reason } = detail;
  switch (name) {
    case 'story:ready': {
      const isList = Array.isArray(sections) && sections.length <= MAX_SECTIONS && sections.every(isText);
      return isList ? { name, detail: { sections: [...sections] } } : null;
    }
    case 'story:section':
      return isText(id) && isCount(index) && isCount(total) ? { name, detail: { id, index, total } } : null;
    case 'story:scene':
      return within(progress, 1) && isText(section) ? { name, detail: { progress, section } } : null;
    case 'story:fallback':
      if (!isText(reason)) return null;
      return { name, detail: isText(detail['detail']) ? { reason, detail: detail['detail'] } : { reason } };
    default:
      return null;
  }
}

export function parseFrameMessage(data: unknown): FrameMessage | null {
  const message = openMessage(data);
  switch (message?.['type']) {
    case 'size': {
      const { heightPx, lengthPx } = message;
      const isBounded = within(heightPx, MAX_LENGTH_PX) && within(lengthPx, MAX_LENGTH_PX);
      return isBounded ? { type: 'size', heightPx, lengthPx } : null;
    }
    case 'reveal': {
      const { progress } = message;
      return within(progress, 1) ? { type: 'reveal', progress } : null;
    }
    case 'event': {
      const event = parseEvent(message['event']);
      return event && { type: 'event', event };
    }
    default:
      return null;
  }
}

/** What says whose key it is. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'isComposing'
>;

/**
 * The section an arrow key asks for: the next (1), the one before (-1), or none (null). With a modifier it is the
 * browser's, as in Alt+ArrowLeft for the page before.
 */
export function arrowStep(pressed: Pressed, dir: 'ltr' | 'rtl'): 1 | -1 | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, isComposing } = pressed;
  if (altKey || ctrlKey || metaKey || shiftKey || defaultPrevented || isComposing) return null;
  if (key === 'ArrowRight') return dir === 'ltr' ? 1 : -1;
  if (key === 'ArrowLeft') return dir === 'ltr' ? -1 : 1;
  return null;
}

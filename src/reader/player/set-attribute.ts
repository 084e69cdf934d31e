/** Writes an attribute that differs: some, as `viewBox`, cost a layout of everything inside even when they do not. */
export function setAttribute(element: Element | null, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

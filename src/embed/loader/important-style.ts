export type Style = Readonly<Record<string, string>>;

/**
 * Sets style properties so that no style sheet of the host overrules them. Through the object model, which a policy
 * against inline styles does not forbid.
 */
export function setStyle({ style }: HTMLElement, properties: Style): void {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value, 'important');
}

/** For what stands in the shadow root, where no style of the host comes: our own style for paper overrules it. */
export function setPrintableStyle({ style }: HTMLElement, properties: Style): void {
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
}

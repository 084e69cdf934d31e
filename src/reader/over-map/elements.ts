/** Sets a property where it is another: each that is set is laid out anew. */
export function writeStyle(element: HTMLElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

/** Lays each on top of those before it, and nothing else. One that is there is not moved: its film would stop. */
export function stackIn(host: HTMLElement, shown: readonly HTMLElement[]): void {
  for (const child of [...host.children]) if (!shown.some((one) => one === child)) child.remove();
  for (const [at, element] of shown.entries()) {
    const there = host.children[at] ?? null;
    if (there !== element) host.insertBefore(element, there);
  }
}

/** @throws when the page lacks what its script was written for */
export function requireElement<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page lacks "${selector}"`);
  return found;
}

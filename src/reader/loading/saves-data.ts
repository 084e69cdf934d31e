/** Whether the reader has asked the browser to load little. Not in every browser, and so not in the standard library's types. */
export function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

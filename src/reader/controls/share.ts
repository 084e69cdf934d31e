/** What the reader's device hands a link on by; false where it has nothing, or may not in this frame. */
async function isHandedOn(url: string): Promise<boolean> {
  if (!navigator.share) return false;
  try {
    await navigator.share({ title: document.title, url });
    return true;
  } catch (error) {
    // A reader who changes their mind is no failure.
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** Hands a link on: by what the device has for that, else to the clipboard; where there is neither, it is followed. */
export async function share(link: HTMLAnchorElement): Promise<void> {
  const { href: url } = link;
  if (await isHandedOn(url)) return;
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    location.href = url;
    return;
  }
  const status = link.nextElementSibling;
  if (status instanceof HTMLElement) status.textContent = status.dataset['copied'] ?? '';
}

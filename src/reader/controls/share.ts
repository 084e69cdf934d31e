/** Hands a link on: by what the device has for that, else to the clipboard; where there is neither, it is followed. */
export async function share(link: HTMLAnchorElement): Promise<void> {
  const { href: url } = link;
  if (navigator.share) {
    // A reader who changes their mind is no failure.
    await navigator.share({ title: document.title, url }).catch(() => undefined);
    return;
  }
  if (!navigator.clipboard) {
    location.href = url;
    return;
  }
  await navigator.clipboard.writeText(url);
  const status = link.nextElementSibling;
  if (status instanceof HTMLElement) status.textContent = status.dataset['copied'] ?? '';
}

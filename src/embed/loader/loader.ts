import { StoryEmbed } from './story-embed.ts';

const TAG = 'story-embed';

/** What the mark-up's other forms may say, and the element understands as well. */
const DATA = ['mode', 'locale', 'theme', 'topOffset', 'sandbox'] as const;

function embedFor(source: HTMLElement, src: string): HTMLElement {
  const embed = document.createElement(TAG);
  for (const name of DATA) {
    const value = source.dataset[name];
    if (value !== undefined) embed.dataset[name] = value;
  }
  if (source.title) embed.title = source.title;
  embed.setAttribute('src', src);
  return embed;
}

/** The script's own tag with `data-story`, an address relative to the script: for systems that strip unknown elements. */
function embedBeside(script: HTMLScriptElement): void {
  const { story } = script.dataset;
  if (story) script.after(embedFor(script, new URL(story, script.src).href));
}

/** A plain frame works without any script, contained; here it becomes one that follows the page where it can. */
function upgradeIframes(): void {
  for (const iframe of document.querySelectorAll<HTMLIFrameElement>('iframe[data-story-embed]')) {
    const address = new URL(iframe.src);
    if (address.searchParams.get('mode') === 'contained') address.search = '';
    iframe.replaceWith(embedFor(iframe, address.href));
  }
}

const script = document.currentScript;
if (!customElements.get(TAG)) customElements.define(TAG, StoryEmbed);
if (script instanceof HTMLScriptElement) embedBeside(script);
upgradeIframes();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', upgradeIframes, { once: true });

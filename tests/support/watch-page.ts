import type { Page } from 'playwright/test';

/** Requests that the page itself gave up, by leaving or by closing, did not fail. */
const ABORTED = ['net::ERR_ABORTED', 'NS_BINDING_ABORTED'];

/** Collects everything a page should never do: errors, failed requests, requests to other origins. */
export function watchPage(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      if (!isNoise(message.text())) problems.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
    if (!isOwn) problems.push(`request to another origin: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!ABORTED.includes(reason)) problems.push(`failed request: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
}

/** What the software renderer and the tests' own block on service workers say; readers see none of it. */
function isNoise(text: string): boolean {
  return /Service Worker registration blocked by Playwright|GL Driver Message|GPU stall due to ReadPixels|software WebGL|swiftshader/i.test(
    text,
  );
}

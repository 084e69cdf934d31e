import { expect, type Page } from 'playwright/test';
import type { FallbackReason, StoryEvents } from '../../src/reader/player/events.ts';
import { createReader, type Reader } from './reader.ts';
import type { StoryUnderTest } from './reader-test.ts';

declare global {
  interface Window {
    /** All that `story:fallback` told since the page began. */
    fallbacks: StoryEvents['story:fallback'][];
  }
}

/** A reader whose page may lack something, and what that did to it. */
export interface HinderedReader extends Reader {
  /** Errors nobody caught. Failed requests are expected here, these never are. */
  readonly errors: readonly string[];
  /** Addresses asked for that only MapLibre needs. */
  readonly maplibreRequests: readonly string[];
  /** Reasons told since the page began. */
  fallbacks(): Promise<readonly string[]>;
  /** What the errors said that were the reasons; empty where there was none. */
  causes(): Promise<readonly string[]>;
  stage(): Promise<string | undefined>;
  /** Transform of the drawing on screen, or of the sheets over it: where the light stage's camera is. */
  drawing(): Promise<string | null>;
}

export async function createHinderedReader(page: Page, told: StoryUnderTest): Promise<HinderedReader> {
  const errors: string[] = [];
  const maplibreRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('request', (request) => {
    if (/maplibre.*js$/.test(request.url())) maplibreRequests.push(request.url());
  });
  await page.addInitScript(() => {
    window.fallbacks = [];
    window.addEventListener('story:fallback', (event) => {
      const { detail } = event as CustomEvent<StoryEvents['story:fallback']>;
      window.fallbacks.push(detail);
    });
  });
  return {
    ...createReader(page, told),
    errors,
    maplibreRequests,
    fallbacks: () => page.evaluate(() => window.fallbacks.map(({ reason }) => reason)),
    causes: () => page.evaluate(() => window.fallbacks.map(({ detail = '' }) => detail)),
    stage: () => page.evaluate(() => document.querySelector<HTMLElement>('.stage')?.dataset['stage']),
    drawing: () =>
      page.evaluate(() => {
        const sheets = document.querySelectorAll<HTMLElement>('.sheets:not([hidden]) canvas');
        if (sheets.length === 0) return document.querySelector('.svg-stage use')?.getAttribute('transform') ?? null;
        return [...sheets].map(({ dataset, style }) => `${dataset['sheet']} ${style.transform}`).join();
      }),
  };
}

/** Has the page think it could draw with WebGL, so that MapLibre is left alone for the reason under test only. */
export const pretendWebGl = (): void => {
  const get = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...how: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...how: unknown[]): never {
    return (how[0] === 'webgl2' ? { getExtension: () => null } : get.call(this, ...how)) as never;
  };
};

/** The drawing is there alone, says why, and shows the next section asked for. */
export async function expectDrawingGoesOn(reader: HinderedReader, reason: FallbackReason): Promise<void> {
  expect(await reader.fallbacks()).toEqual([reason]);
  const before = await reader.drawing();
  const { id } = reader.sections[2] ?? { id: '' };
  await reader.follow(id);
  await reader.atRest(id);
  expect(await reader.drawing()).not.toBe(before);
  expect(await reader.stage()).toBe('light');
  expect(reader.errors).toEqual([]);
}

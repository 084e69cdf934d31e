import type { Browser, CDPSession } from 'playwright';
import { type ScrollFrame, type ScrollRun, scrollFrames } from './measure-scroll.ts';
import { openSettled } from './open-settled.ts';

/** What of Chromium's CPU profile is read. Times in microseconds of the system's steady clock. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly startTime: number;
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const SAMPLE_US = 100;
/** A frame's events are heard a little before its first callback runs. */
const BEFORE_MS = 2;

/** Scripts of the built site; the one that holds MapLibre is told by its name. */
const isOwn = (url: string): boolean => url.includes('/_astro/');
const isMaplibre = (url: string): boolean => isOwn(url) && url.includes('/maplibre-');

/** The calls in which the reader's own script was at work: what MapLibre does is not, whoever called it. */
function ownCalls({ nodes }: Profile): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const called = new Set(nodes.flatMap(({ children = [] }) => children));
  const own = new Set<number>();
  const visit = (id: number, isInOwn: boolean): void => {
    const node = byId.get(id);
    if (!node || isMaplibre(node.callFrame.url)) return;
    const isWork = isInOwn || isOwn(node.callFrame.url);
    if (isWork) own.add(id);
    for (const child of node.children ?? []) visit(child, isWork);
  };
  for (const { id } of nodes) if (!called.has(id)) visit(id, false);
  return own;
}

/**
 * Milliseconds of the reader's own script in each frame, from its first event until it is painted. What is prepared in
 * idle moments between two frames delays neither.
 * @param originUs when the page's own clock was at 0, by the profile's
 */
export function scriptPerFrame(
  profile: Profile,
  frames: readonly Pick<ScrollFrame, 'startMs' | 'mainMs'>[],
  originUs: number,
): readonly number[] {
  const own = ownCalls(profile);
  const { samples = [], timeDeltas = [] } = profile;
  const sums = frames.map(() => 0);
  let [now, at] = [profile.startTime, -1];
  for (const [index, id] of samples.entries()) {
    now += timeDeltas[index] ?? 0;
    const nowMs = (now - originUs) / 1000;
    while (at + 1 < frames.length && (frames[at + 1]?.startMs ?? 0) - BEFORE_MS <= nowMs) at += 1;
    const { startMs = 0, mainMs = 0 } = frames[at] ?? {};
    // A sample stands for the time until the next one.
    const isIn = at >= 0 && nowMs < startMs + mainMs;
    if (isIn && own.has(id)) sums[at] = (sums[at] ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000;
  }
  return sums;
}

async function clockOrigin(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const started = metrics.find(({ name }) => name === 'NavigationStart');
  if (!started) throw new Error('The browser does not say when the page began.');
  return started.value * 1e6;
}

/** Scrolls a story through and tells how long the reader's own script worked in each frame, in milliseconds. */
export async function measureScript(browser: Browser, url: string, run: ScrollRun): Promise<readonly number[]> {
  const { page, session, close } = await openSettled(browser, url, run);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  const originUs = await clockOrigin(session);
  await session.send('Profiler.start');
  const frames = await scrollFrames(page, run.stepPx, run.maxFrames);
  const { profile } = await session.send('Profiler.stop');
  await close();
  return scriptPerFrame(profile, frames, originUs);
}

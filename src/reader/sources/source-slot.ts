import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import { firstContentfulPaint } from '../loading/idle.ts';
import type { MapSources, SourceHost } from './map-sources.ts';

/** What a story's map shows beyond its basemap: what that takes is fetched where there is any, after the first picture. */
export function createSourceSlot(story: Story, host: SourceHost, signal: AbortSignal): MapSources {
  let sources: MapSources | null = null;
  let isOver = !story.mapSources;
  const start = async (): Promise<void> => {
    await firstContentfulPaint();
    sources = (await import('./map-sources.ts')).createMapSources(story, host, signal);
  };
  if (!isOver) {
    void start()
      .catch((cause: unknown) => host.tell('source-failed', cause))
      .finally(() => {
        isOver = true;
        host.onChange();
      });
  }
  return {
    show: (scene: Scene) => sources?.show(scene),
    isSettled: () => isOver && sources?.isSettled() !== false,
  };
}

import type { Scene } from '../../story/scene.ts';
import { type MapSource, sourcesInView, sourcesNear } from '../../story/sources/map-source.ts';
import type { Story } from '../../story/story.ts';
import type { TellFallback } from '../player/fallback.ts';
import type { StoryMarks } from '../player/story-marks.ts';
import type { OwnMap } from '../stages/own-map.ts';
import { createOwnMap } from './own-map.ts';
import { type ArrivedSource, readSource } from './read-source.ts';

/** What files of a story's own need of the page. */
export interface SourceHost {
  /** Something came. */
  onArrived(own: OwnMap): void;
  /** The picture may be shown again. */
  onChange(): void;
  readonly tell: TellFallback;
  /** Null until there are any. */
  marks(): Pick<StoryMarks, 'addNames'> | null;
}

/** Files that a story's map shows beyond its basemap. */
export interface MapSources {
  /** Asks for what the reader is near to. */
  show(scene: Scene): void;
  /** Whether nothing is on its way that the section being read shows. */
  isSettled(): boolean;
}

/** Tells marks the names of what has come, once there are marks. */
function createNameTeller(host: SourceHost, arrived: readonly ArrivedSource[]) {
  let told = 0;
  return {
    isOver: (): boolean => told === arrived.length || host.marks() === null,
    tell(): void {
      const marks = host.marks();
      if (!marks) return;
      for (const one of arrived.slice(told)) {
        if (one.type !== 'detail') continue;
        for (const index of one.source.sections) marks.addNames({ index, names: one.file });
      }
      told = arrived.length;
    },
  };
}

/**
 * Fetches a story's files as the reader comes near, one at a time, those of the section being read first. One that does not
 * come is told and left out. No frame waits for any.
 */
export function createMapSources(story: Story, host: SourceHost, signal: AbortSignal): MapSources {
  const ownMap = createOwnMap(story);
  const over = new Set<MapSource>();
  const arrived: ArrivedSource[] = [];
  const names = createNameTeller(host, arrived);
  let index = 0;
  let isUnderWay = false;
  const all = story.mapSources ?? [];
  let near = sourcesNear(all, index);
  /** While the reader has the camera in hand. */
  let seen: readonly MapSource[] = [];
  const fetchOne = async (source: MapSource): Promise<void> => {
    try {
      arrived.push(await readSource(source, signal));
      if (!signal.aborted) host.onArrived(ownMap(arrived));
    } catch (cause) {
      if (!signal.aborted) host.tell('source-failed', new Error(`${source.id}: ${cause}`, { cause }));
    }
    over.add(source);
  };
  const next = (): MapSource | undefined => [...seen, ...near].find((source) => !over.has(source));
  const fetchAll = async (): Promise<void> => {
    isUnderWay = true;
    for (let source = next(); source && !signal.aborted; source = next()) await fetchOne(source);
    isUnderWay = false;
    host.onChange();
  };
  return {
    show({ section, isFree, camera }) {
      if (section.index !== index) near = sourcesNear(all, section.index);
      index = section.index;
      seen = isFree ? sourcesInView(all, camera) : [];
      names.tell();
      if (!isUnderWay && next()) void fetchAll();
    },
    isSettled: () => names.isOver() && near.every((one) => over.has(one) || !one.sections.includes(index)),
  };
}

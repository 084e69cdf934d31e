/** What a media file is to a story. */
export type MediaKind = 'picture' | 'drawing' | 'video' | 'audio' | 'captions';

/** Why a media file cannot be shown as it is. */
export interface MediaFault {
  readonly problem:
    | 'UnreadableMedia'
    | 'UnsupportedMedia'
    | 'MediaTooLarge'
    | 'MalformedCaptions'
    | 'ActiveSvg'
    | 'AnimatedGif';
  /** A clause that goes on after the file's name: "is …", "has …". */
  readonly detail: string;
  readonly cure: string;
  /** Of a text file; null for others. */
  readonly line: number | null;
}

/** A media file as it was found to be, whatever its name says. */
export interface MediaFacts {
  readonly kind: MediaKind;
  readonly bytes: number;
  /** SHA-256 of its content in hexadecimal. */
  readonly digest: string;
  /** Pixels as it is seen, turned upright; 0 where it has no picture. */
  readonly width: number;
  readonly height: number;
  /** 0 for what has no time. */
  readonly durationS: number;
  readonly hasSound: boolean;
  /** Whether each of a video's pictures can be shown by itself. */
  readonly isAllKeyFrames: boolean;
  readonly faults: readonly MediaFault[];
}

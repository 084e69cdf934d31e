import type { Browser, Page } from 'playwright';

/** What a browser can write a film with, in the order of how many players know it. */
const CODECS = [
  { codec: 'avc1.640034', container: 'mp4', name: 'avc' },
  { codec: 'vp09.00.51.08', container: 'webm', name: 'vp9' },
  { codec: 'av01.0.13M.08', container: 'webm', name: 'av1' },
] as const;

export type FilmCodec = (typeof CODECS)[number];
export type Container = FilmCodec['container'];

/** A frame as the browser compressed it. */
export interface EncodedFrame {
  readonly isKey: boolean;
  /** In seconds, from the beginning of its segment. */
  readonly timestamp: number;
  readonly duration: number;
  /** In base64. */
  readonly data: string;
}

export interface EncodedSegment {
  readonly frames: readonly EncodedFrame[];
  /** What a player needs to begin; `description` in base64, where the codec has one. */
  readonly config: { readonly codec: string; readonly codedWidth: number; readonly codedHeight: number };
  readonly description: string | null;
}

export interface EncoderSize {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** Bits a pixel: drawings have large flat areas and hard edges. */
const BITS_PER_PIXEL = 0.11;

const settingsOf = ({ width, height, fps }: EncoderSize, codec: string) => ({
  codec,
  width,
  height,
  framerate: fps,
  bitrate: Math.round(width * height * fps * BITS_PER_PIXEL),
  latencyMode: 'quality' as const,
});

/** What the page of the encoder holds between two calls. */
interface EncoderState {
  encoder: VideoEncoder;
  frames: EncodedFrame[];
  picture: ImageBitmap | null;
  config: EncodedSegment['config'] | null;
  description: string | null;
  failure: string | null;
}

declare global {
  interface Window {
    film: EncoderState;
  }
}

/** Runs in the page. */
function begin(settings: VideoEncoderConfig): void {
  const toBase64 = (buffer: Uint8Array): string => {
    const pieces = Array.from({ length: Math.ceil(buffer.length / 32_768) }, (_, index) =>
      String.fromCharCode(...buffer.subarray(index * 32_768, (index + 1) * 32_768)),
    );
    return btoa(pieces.join(''));
  };
  const output = (chunk: EncodedVideoChunk, meta?: EncodedVideoChunkMetadata): void => {
    const bytes = new Uint8Array(chunk.byteLength);
    chunk.copyTo(bytes);
    window.film.frames.push({
      isKey: chunk.type === 'key',
      timestamp: chunk.timestamp / 1e6,
      duration: (chunk.duration ?? 0) / 1e6,
      data: toBase64(bytes),
    });
    const config = meta?.decoderConfig;
    if (!config) return;
    const { codec, codedWidth = settings.width, codedHeight = settings.height, description } = config;
    window.film.config = { codec, codedWidth, codedHeight };
    if (description) window.film.description = toBase64(new Uint8Array(description as ArrayBuffer));
  };
  const error = (cause: DOMException): void => {
    window.film.failure = cause.message;
  };
  const encoder = new VideoEncoder({ output, error });
  encoder.configure(settings);
  window.film = { encoder, frames: [], picture: null, config: null, description: null, failure: null };
}

/** Runs in the page. Without a picture the one before is meant again. */
async function add({ png, index, fps }: { png: string | null; index: number; fps: number }): Promise<void> {
  const { film } = window;
  if (film.failure !== null) throw new Error(film.failure);
  if (png !== null) {
    film.picture?.close();
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    film.picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  }
  if (!film.picture) throw new Error('The first frame has no picture.');
  const frame = new VideoFrame(film.picture, { timestamp: (index * 1e6) / fps, duration: 1e6 / fps });
  // A key frame every two seconds, so that players can seek.
  film.encoder.encode(frame, { keyFrame: index % (2 * fps) === 0 });
  frame.close();
  if (film.encoder.encodeQueueSize > 8)
    await new Promise((done) => film.encoder.addEventListener('dequeue', done, { once: true }));
}

/** Runs in the page. */
async function end(): Promise<EncodedSegment> {
  const { film } = window;
  await film.encoder.flush();
  film.encoder.close();
  film.picture?.close();
  if (film.failure !== null) throw new Error(film.failure);
  if (!film.config) throw new Error('The encoder wrote nothing.');
  return { frames: film.frames, config: film.config, description: film.description };
}

/** Runs in the page. */
async function firstSupported(settings: readonly VideoEncoderConfig[]): Promise<number> {
  if (!('VideoEncoder' in window)) return -1;
  const answers = await Promise.all(settings.map((one) => VideoEncoder.isConfigSupported(one)));
  return answers.findIndex(({ supported }) => supported === true);
}

/** Compresses pictures with what the browser has for that. */
export class FilmEncoder {
  readonly codec: FilmCodec;
  readonly #page: Page;
  readonly #size: EncoderSize;

  private constructor(page: Page, size: EncoderSize, codec: FilmCodec) {
    this.#page = page;
    this.#size = size;
    this.codec = codec;
  }

  /**
   * @param origin of a server on this machine: encoders are there for such pages only
   * @throws with the cure, where the browser writes no film of this size
   */
  static async open(
    browser: Browser,
    origin: string,
    size: EncoderSize,
    container: Container | null,
  ): Promise<FilmEncoder> {
    const page = await browser.newPage();
    const url = new URL('film-encoder', origin).href;
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(url);
    const codecs = CODECS.filter((one) => container === null || one.container === container);
    const found = await page.evaluate(
      firstSupported,
      codecs.map(({ codec }) => settingsOf(size, codec)),
    );
    const codec = codecs[found];
    if (codec) return new FilmEncoder(page, size, codec);
    const names = codecs.map(({ name }) => name).join(', ');
    throw new Error(
      `This browser compresses no film of ${size.width}x${size.height} (${names}). Ask for a smaller --size, or set CHROME_PATH to another Chromium or Chrome.`,
    );
  }

  async begin(): Promise<void> {
    await this.#page.evaluate(begin, settingsOf(this.#size, this.codec.codec));
  }

  /** @param png in base64; null repeats the frame before */
  async add(png: string | null, index: number): Promise<void> {
    await this.#page.evaluate(add, { png, index, fps: this.#size.fps });
  }

  end(): Promise<EncodedSegment> {
    return this.#page.evaluate(end);
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}

import type { Ground, GroundPicture } from '../../story/ground/ground.ts';
import { stackIn, writeStyle } from '../over-map/elements.ts';

/** A ground on the screen: its pictures, the coarsest first, each with what lays it on the map. */
export interface PlacedGround {
  readonly name: string;
  readonly kind: Ground['kind'];
  readonly opacity: number;
  /** As CSS has it. */
  readonly clip: string;
  readonly pictures: readonly { readonly picture: GroundPicture; readonly transform: string }[];
}

/** Those that stand in the text for readers without the stage are not named a second time. */
export function addressOf(root: HTMLElement, { src, file }: GroundPicture): string {
  const inText = root.querySelector<HTMLImageElement>(`img[data-ground-picture="${CSS.escape(file)}"]`);
  return src || (inText?.src ?? '');
}

interface Listeners {
  /** A picture has come, or will never come. */
  onChange(): void;
  onFailed(cause: Error): void;
}

interface Made {
  readonly element: HTMLElement;
  readonly images: ReadonlyMap<string, HTMLImageElement>;
}

const keyOf = ({ name, pictures }: PlacedGround): string => `${name} ${pictures.map(({ picture }) => picture.file)}`;

/** Keeps one element a ground, and puts those that are seen into the page in their order. */
export class PictureElements {
  readonly #root: HTMLElement;
  readonly #host: HTMLElement;
  readonly #listeners: Listeners;
  readonly #asked = new Map<string, HTMLImageElement>();
  /** Pictures of which an answer has come. */
  readonly #answered = new Set<string>();
  readonly #made = new Map<string, Made>();

  constructor(root: HTMLElement, host: HTMLElement, listeners: Listeners) {
    this.#root = root;
    this.#host = host;
    this.#listeners = listeners;
  }

  fetch(picture: GroundPicture): HTMLImageElement {
    const { file, width, height } = picture;
    const known = this.#asked.get(file);
    if (known) return known;
    const image = new Image(width, height);
    this.#asked.set(file, image);
    image.alt = '';
    image.src = addressOf(this.#root, picture);
    const end = (): void => {
      if (this.#asked.get(file) !== image) return;
      this.#answered.add(file);
      this.#listeners.onChange();
    };
    // Decoded before it is shown, so that no frame waits for it.
    image.decode().then(end, (error: unknown) => {
      if (this.#asked.get(file) === image)
        this.#listeners.onFailed(new Error(`${file} did not come`, { cause: error }));
      end();
    });
    return image;
  }

  /** Whether a picture has come, or will never come. */
  isThere({ file }: GroundPicture): boolean {
    return this.#answered.has(file);
  }

  show(grounds: readonly PlacedGround[]): void {
    for (const { pictures } of grounds) for (const { picture } of pictures) this.fetch(picture);
    const shown = grounds
      .filter(({ pictures }) => pictures.some(({ picture }) => this.isThere(picture)))
      .map((ground) => this.#place(ground));
    stackIn(this.#host, shown);
  }

  /** Gives up all others: a phone holds few such pictures. */
  keep(pictures: readonly GroundPicture[]): void {
    const files = new Set(pictures.map(({ file }) => file));
    const isGivenUp = (file: string): boolean => !files.has(file);
    for (const file of [...this.#asked.keys()].filter(isGivenUp)) {
      this.#asked.delete(file);
      this.#answered.delete(file);
    }
    for (const [key, { images }] of [...this.#made]) if ([...images.keys()].some(isGivenUp)) this.#made.delete(key);
  }

  #place(ground: PlacedGround): HTMLElement {
    const made = this.#made.get(keyOf(ground)) ?? this.#make(ground);
    writeStyle(made.element, 'opacity', ground.opacity.toFixed(3));
    writeStyle(made.element, 'clip-path', ground.clip);
    for (const { picture, transform } of ground.pictures) {
      const image = made.images.get(picture.file);
      if (image) writeStyle(image, 'transform', transform);
    }
    return made.element;
  }

  #make(ground: PlacedGround): Made {
    const element = document.createElement('div');
    element.className = `ground ${ground.kind}`;
    const images = ground.pictures.map(({ picture }) => {
      const image = this.fetch(picture).cloneNode() as HTMLImageElement;
      return [picture.file, image] as const;
    });
    element.append(...images.map(([, image]) => image));
    const made = { element, images: new Map(images) };
    this.#made.set(keyOf(ground), made);
    return made;
  }
}

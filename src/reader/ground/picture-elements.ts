import type { Ground, GroundPicture } from '../../story/ground/ground.ts';

/** A ground on the screen: its pictures, the coarsest first, each with what lays it on the map. */
export interface PlacedGround {
  readonly key: string;
  readonly kind: Ground['kind'];
  readonly opacity: number;
  /** As CSS has it. */
  readonly clip: string;
  readonly pictures: readonly { readonly picture: GroundPicture; readonly transform: string }[];
}

export interface PictureElements {
  show(grounds: readonly PlacedGround[]): void;
  fetch(picture: GroundPicture): void;
  /** Whether a picture has come, or will never come. */
  isThere(picture: GroundPicture): boolean;
}

const write = (element: HTMLElement, name: string, value: string): void => {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
};

/** Those that stand in the text for readers without the stage are not named a second time. */
function addressOf(root: HTMLElement, { src, file }: GroundPicture): string {
  const inText = root.querySelector<HTMLImageElement>(`img[data-ground-picture="${CSS.escape(file)}"]`);
  return src || (inText?.src ?? '');
}

interface Shown {
  readonly element: HTMLElement;
  readonly images: ReadonlyMap<string, HTMLImageElement>;
}

/** Keeps one element a ground, and puts those that are seen into the page in their order. */
export function createPictureElements(
  root: HTMLElement,
  host: HTMLElement,
  onChange: () => void,
  onFailed: (cause: Error) => void,
): PictureElements {
  /** Addresses that have been asked for, and whether an answer has come. */
  const asked = new Map<string, HTMLImageElement>();
  const over = new Set<string>();
  const made = new Map<string, Shown>();

  const fetch = (picture: GroundPicture): HTMLImageElement => {
    const known = asked.get(picture.file);
    if (known) return known;
    const image = new Image(picture.width, picture.height);
    asked.set(picture.file, image);
    image.alt = '';
    image.src = addressOf(root, picture);
    const end = (): void => {
      over.add(picture.file);
      onChange();
    };
    // Decoded before it is shown, so that no frame waits for it.
    image.decode().then(end, (error: unknown) => {
      onFailed(new Error(`${picture.file} did not come`, { cause: error }));
      end();
    });
    return image;
  };

  const make = ({ kind, pictures }: PlacedGround): Shown => {
    const element = document.createElement('div');
    element.className = `ground ${kind}`;
    const images = pictures.map(({ picture }) => {
      const image = fetch(picture).cloneNode() as HTMLImageElement;
      return [picture.file, image] as const;
    });
    element.append(...images.map(([, image]) => image));
    return { element, images: new Map(images) };
  };

  const keyOf = ({ key, pictures }: PlacedGround): string => `${key} ${pictures.map(({ picture }) => picture.file)}`;

  const place = (ground: PlacedGround): HTMLElement => {
    const { element, images } = made.get(keyOf(ground)) ?? make(ground);
    made.set(keyOf(ground), { element, images });
    write(element, 'opacity', ground.opacity.toFixed(3));
    write(element, 'clip-path', ground.clip);
    for (const { picture, transform } of ground.pictures) {
      const image = images.get(picture.file);
      if (image) write(image, 'transform', transform);
    }
    return element;
  };

  return {
    fetch,
    isThere: ({ file }) => over.has(file),
    show(grounds) {
      const wanted = grounds.filter(({ pictures }) => pictures.some(({ picture }) => over.has(picture.file)));
      for (const ground of grounds) for (const { picture } of ground.pictures) fetch(picture);
      const shown = wanted.map(place);
      for (const gone of [...host.children].filter((child) => !shown.includes(child as HTMLElement))) gone.remove();
      for (const [at, element] of shown.entries())
        if (host.children[at] !== element) host.insertBefore(element, host.children[at] ?? null);
    },
  };
}

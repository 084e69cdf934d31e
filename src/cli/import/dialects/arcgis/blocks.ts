import type { Field } from '../../input/field.ts';
import type { Block, ImportedFrame, ImportedMedium } from '../imported-story.ts';
import { textBlock } from '../storytelling/chapter-text.ts';
import type { StoryNodes } from './nodes.ts';
import { arcgisFrame } from './viewpoint.ts';

/** A piece of the story as it is met: words and pictures, a heading, or a view. */
export interface Piece {
  readonly blocks: readonly Block[];
  readonly frame: ImportedFrame | null;
}

const WRAPS: Readonly<Record<string, readonly [string, string]>> = {
  h2: ['<h2>', '</h2>'],
  h3: ['<h3>', '</h3>'],
  h4: ['<h4>', '</h4>'],
  quote: ['<blockquote>', '</blockquote>'],
  'bullet-list': ['<ul>', '</ul>'],
  'numbered-list': ['<ol>', '</ol>'],
};

function textOfNode(data: Field): readonly Block[] {
  const [before, after] = WRAPS[data.at('type').text] ?? ['<p>', '</p>'];
  data.at('type').kept('its form');
  data.at('textAlignment').approximated('texts have one alignment');
  return textBlock(data.at('text'), `${before}${data.at('text').text}${after}`);
}

/** The address of a resource: a file beside the story, or where it is in the web. */
export function mediumOfResource(id: Field, data: Field, { resourceOf }: StoryNodes): ImportedMedium | null {
  const resource = resourceOf(id.text)?.at('data');
  if (resource === undefined) return null;
  const from = resource.first('resourceId', 'src', 'url', 'path', 'itemUrl', 'href');
  for (const name of [
    'type',
    'provider',
    'width',
    'height',
    'itemId',
    'metadata',
    'imageUrl',
    'thumbnailId',
    'placeholder',
  ])
    resource.at(name).approximated('it is read from the picture itself');
  id.kept('its picture');
  const words = [data.at('alt'), data.at('caption'), resource.at('attribution')].filter(({ has }) => has);
  const [alt, caption, credit] = [data.at('alt').text, data.at('caption').text, resource.at('attribution').text];
  return from.has ? { address: from.text, alt, caption, credit, from, words } : null;
}

function mediaOf(node: Field, name: string, nodes: StoryNodes): readonly ImportedMedium[] {
  const data = node.at('data');
  node.at('config').approximated('pictures have the width of their card');
  const medium = mediumOfResource(data.at(name), data, nodes);
  return medium === null ? [] : [medium];
}

function embedOf(data: Field): readonly Block[] {
  const url = data.first('url', 'link', 'embedSrc');
  if (!url.has) return [];
  for (const name of [
    'embedType',
    'display',
    'isEmbedSupported',
    'allowSmallEmbeds',
    'embedSrc',
    'providerUrl',
    'aspectRatio',
    'addedAs',
  ])
    data.at(name).approximated('a card leads to the page');
  data.at('thumbnailUrl').approximated('a card has the picture of its page once it is fetched');
  const title = data.first('title', 'text', 'caption');
  const medium: ImportedMedium = {
    address: url.text,
    alt: title.text,
    caption: '',
    credit: '',
    from: url,
    words: [title],
  };
  return [...textBlock(data.at('description')), { kind: 'media', media: [medium] }];
}

/** What a web map is made of, which only its own server has. */
function sayMap(data: Field): void {
  for (const layer of data.at('mapLayers').items) {
    layer.dropped(
      'it is a layer of a web map, which only its own server has',
      `the layer ${layer.first('title', 'id').text}`,
    );
  }
  for (const name of ['map', 'mapMode', 'basemap', 'type', 'itemId', 'itemType', 'popup', 'pinnedPopupInfo'])
    data.at(name).approximated('the story has its own cartography');
  for (const name of ['geometries', 'drawings', 'graphics', 'markers', 'locationName', 'placemarkTitle'])
    data.at(name).dropped('what was drawn on the map has to be drawn anew, in data/');
}

function mapPiece(node: Field, nodes: StoryNodes): Piece {
  const data = node.at('data');
  const resource = nodes.resourceOf(data.at('map').text)?.at('data');
  const own = arcgisFrame(data);
  const ofResource = resource === undefined ? null : arcgisFrame(resource);
  sayMap(data);
  if (resource !== undefined) {
    sayMap(resource);
    resource.remark(
      'dropped',
      `the web map ${resource.at('itemId').text}`,
      'its layers are on its own server; name those that the story needs in data/',
    );
  }
  node.at('config').approximated('the map fills the screen');
  data.at('alt').approximated('say what the map shows in `mapDescription`');
  return { blocks: textBlock(data.at('caption')), frame: own ?? ofResource };
}

function comparePiece(node: Field, nodes: StoryNodes): Piece {
  const contents = node.at('data').at('contents');
  contents.kept('before and after');
  node.at('data').at('viewPlacement').approximated('the reader draws one over the other');
  const inner = contents.members
    .map(([, id]) => nodes.nodeOf(id.text))
    .concat(contents.items.map((id) => nodes.nodeOf(id.text)));
  const found = inner.filter((one) => one !== null);
  const pictures = found
    .filter((one) => one.at('type').text === 'image')
    .flatMap((one) => mediaOf(one, 'image', nodes));
  const frames = found.map((one) => (one.at('type').text === 'image' ? null : pieceOf(one, nodes).frame));
  const [before, after] = pictures;
  const caption = node.at('data').at('caption');
  const blocks: readonly Block[] =
    before === undefined || after === undefined
      ? []
      : [
          {
            kind: 'compare',
            before: { ...before, words: [...before.words, ...(caption.has ? [caption] : [])] },
            after,
            caption: caption.text,
          },
        ];
  if (blocks.length === 0) caption.dropped('the slider it belongs to is not carried over', caption.text);
  if (blocks.length === 0)
    node.remark('dropped', 'the slider between two maps', 'a section shows one map; the first view is kept');
  return { blocks, frame: frames.find((frame) => frame !== null) ?? null };
}

const NOTHING: Piece = { blocks: [], frame: null };

const onlyBlocks = (blocks: readonly Block[]): Piece => ({ blocks, frame: null });

function listPiece(node: Field, nodes: StoryNodes): Piece {
  const pieces = nodes.childrenOf(node).map((child) => pieceOf(child, nodes));
  return {
    blocks: pieces.flatMap(({ blocks }) => blocks),
    frame: pieces.find(({ frame }) => frame !== null)?.frame ?? null,
  };
}

function galleryPiece(node: Field, nodes: StoryNodes): Piece {
  node.at('config').approximated('a gallery lays itself out');
  const media = nodes.childrenOf(node).flatMap((child) => mediaOf(child, 'image', nodes));
  return onlyBlocks([
    ...(media.length > 0 ? [{ kind: 'media', media } as const] : []),
    ...textBlock(node.at('data').at('caption')),
  ]);
}

function buttonPiece({ text, link }: { readonly text: Field; readonly link: Field }): Piece {
  link.kept('a link');
  const html = /^https?:/.test(link.text)
    ? `<p><a href="${link.text.replaceAll('"', '%22')}">${text.text}</a></p>`
    : `<p>${text.text}</p>`;
  return onlyBlocks(textBlock(text, html));
}

type Reader = (node: Field, nodes: StoryNodes) => Piece;

const media =
  (name: string): Reader =>
  (node, nodes) => {
    const found = mediaOf(node, name, nodes);
    return onlyBlocks(found.length === 0 ? [] : [{ kind: 'media', media: found }]);
  };

/** A node as words, pictures and a view. */
export function pieceOf(node: Field, nodes: StoryNodes): Piece {
  const data = node.at('data');
  switch (node.at('type').text) {
    case 'text':
      return onlyBlocks(textOfNode(data));
    case 'image':
    case 'video':
    case 'audio':
      return media(node.at('type').text)(node, nodes);
    case 'gallery':
    case 'carousel':
      return galleryPiece(node, nodes);
    case 'embed':
      return onlyBlocks(embedOf(data));
    case 'button':
      return buttonPiece({ text: data.at('text'), link: data.at('link') });
    case 'webmap':
    case 'webscene':
    case 'expressmap':
    case 'map':
    case 'tour-map':
      return mapPiece(node, nodes);
    case 'swipe':
      return comparePiece(node, nodes);
    case 'separator':
    case 'navigation':
      node.approximated('the list of sections leads through the story', `a ${node.at('type').text}`);
      return NOTHING;
    default:
      return listPiece(node, nodes);
  }
}

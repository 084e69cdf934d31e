import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type FrameMessage,
  type HostMessage,
  isOtherVersion,
  MAX_LENGTH_PX,
  PROTOCOL_VERSION,
  parseFrameMessage,
  parseHostMessage,
  sealMessage,
  THEMES,
} from '../../../src/embed/protocol.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.double({ min: 0, max: MAX_LENGTH_PX, noNaN: true });
const text = fc.string({ maxLength: 200 });
const count = fc.integer({ min: 0, max: 2000 });

const hostMessages: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.constant({ type: 'measure' as const }),
  fc.record({ type: fc.constant('progress' as const), progress: share }),
  fc.record({ type: fc.constant('theme' as const), theme: fc.constantFrom(...THEMES) }),
);

const event = <Name extends string, Detail>(name: Name, detail: fc.Arbitrary<Detail>) =>
  fc.record({ name: fc.constant(name), detail });

const frameMessages: fc.Arbitrary<FrameMessage> = fc.oneof(
  fc.record({ type: fc.constant('size' as const), heightPx: length, lengthPx: length }),
  fc.record({ type: fc.constant('reveal' as const), progress: share }),
  fc.record({
    type: fc.constant('event' as const),
    event: fc.oneof(
      event('story:ready', fc.record({ sections: fc.array(text) })),
      event('story:section', fc.record({ id: text, index: count, total: count })),
      event('story:scene', fc.record({ progress: share, section: text })),
      event('story:fallback', fc.record({ reason: text, detail: text }, { requiredKeys: ['reason'] })),
    ),
  }),
);

const numbers = (message: unknown): readonly number[] => {
  if (typeof message === 'number') return [message];
  return typeof message === 'object' && message !== null ? Object.values(message).flatMap(numbers) : [];
};

/** Messages that are nearly right: a known envelope and type round fields that may be anything. */
const nearMisses = fc
  .record({
    storyMap: fc.oneof(fc.constant(PROTOCOL_VERSION), fc.anything()),
    type: fc.constantFrom('measure', 'progress', 'theme', 'size', 'reveal', 'event', 'height', '__proto__'),
  })
  .chain((envelope) =>
    fc
      .dictionary(
        fc.constantFrom('progress', 'theme', 'heightPx', 'lengthPx', 'event', 'html', 'src'),
        fc.oneof(fc.anything(), fc.double(), fc.constantFrom(-1, 1.01, 1e9, Number.NaN, Number.POSITIVE_INFINITY)),
      )
      .map((fields) => ({ ...envelope, ...fields })),
  );

/** As the message arrives at the other window. */
const sent = (message: HostMessage | FrameMessage): unknown => structuredClone(sealMessage(message));

test('what one end says the other hears, word for word', () => {
  const arrives = (parse: (data: unknown) => unknown) => (message: HostMessage | FrameMessage) =>
    assert.deepEqual(parse(sent(message)), structuredClone(message));
  fc.assert(fc.property(hostMessages, arrives(parseHostMessage)));
  fc.assert(fc.property(frameMessages, arrives(parseFrameMessage)));
});

test('neither end hears its own side', () => {
  fc.assert(fc.property(hostMessages, (message) => assert.equal(parseFrameMessage(sent(message)), null)));
  fc.assert(fc.property(frameMessages, (message) => assert.equal(parseHostMessage(sent(message)), null)));
});

test('another version is not heard', () => {
  for (const storyMap of [undefined, 0, 2, '1', Number.NaN]) {
    assert.equal(parseHostMessage({ storyMap, type: 'measure' }), null);
    assert.equal(parseFrameMessage({ storyMap, type: 'reveal', progress: 0.5 }), null);
  }
});

test('ten thousand malformed messages: no throw, and no number that is not finite and bounded', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), nearMisses), (data) => {
      for (const message of [parseHostMessage(data), parseFrameMessage(data)]) {
        assert.ok(numbers(message).every((value) => value >= 0 && value <= MAX_LENGTH_PX));
      }
    }),
    { numRuns: 10_000 },
  );
});

test('nothing comes through that the protocol does not name', () => {
  const message = { ...sealMessage({ type: 'progress', progress: 0.5 }), html: '<b>', __proto__: { type: 'theme' } };
  assert.deepEqual(parseHostMessage(message), { type: 'progress', progress: 0.5 });
  const scene = { name: 'story:scene', detail: { progress: 0.5, section: 'a', html: '<b>' } };
  assert.deepEqual(parseFrameMessage({ storyMap: PROTOCOL_VERSION, type: 'event', event: scene }), {
    type: 'event',
    event: { name: 'story:scene', detail: { progress: 0.5, section: 'a' } },
  });
  const foreign = { name: 'click', detail: {} };
  assert.equal(parseFrameMessage({ storyMap: PROTOCOL_VERSION, type: 'event', event: foreign }), null);
});

for (const progress of [-1, 1.5, 1e12, Number.NaN, Number.POSITIVE_INFINITY, '0.5', null, [0.5]]) {
  test(`a progress of ${String(progress)} is no progress`, () => {
    assert.equal(parseHostMessage({ storyMap: PROTOCOL_VERSION, type: 'progress', progress }), null);
    assert.equal(parseFrameMessage({ storyMap: PROTOCOL_VERSION, type: 'reveal', progress }), null);
  });
}

test('a message of another version is known as one, and nothing else is', () => {
  for (const data of [{ storyMap: PROTOCOL_VERSION + 1 }, { storyMap: 0, type: 'size' }])
    assert.equal(isOtherVersion(data), true);
  for (const data of [sealMessage({ type: 'measure' }), null, 'storyMap', {}, { storyMap: '2' }]) {
    assert.equal(isOtherVersion(data), false);
  }
});

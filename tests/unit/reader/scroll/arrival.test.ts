import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ArrivalWindow, createArrival } from '../../../../src/reader/scroll/arrival.ts';

const LANDING = 1000;
const FRAME_MS = 16;

type Listener = { readonly name: string; readonly run: () => void; readonly isEarly: boolean };

/** A window whose frames come when told, and events: first to those that listen early, then to the page, then to the rest. */
class ToldWindow {
  scrollY = 0;
  #listeners: Listener[] = [];
  #frames = new Map<number, FrameRequestCallback>();
  #count = 0;
  #now = 0;

  requestAnimationFrame(run: FrameRequestCallback): number {
    this.#count += 1;
    this.#frames.set(this.#count, run);
    return this.#count;
  }

  cancelAnimationFrame(frame: number): void {
    this.#frames.delete(frame);
  }

  addEventListener(name: string, run: () => void, { capture = false, signal }: AddEventListenerOptions): void {
    const listener = { name, run, isEarly: capture };
    this.#listeners.push(listener);
    signal?.addEventListener('abort', () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    });
  }

  /** @param page what the page does about the event */
  send(name: string, page = (): void => undefined): void {
    const heard = this.#listeners.filter((listener) => listener.name === name);
    for (const { run } of heard.filter(({ isEarly }) => isEarly)) run();
    page();
    for (const { run } of heard.filter(({ isEarly }) => !isEarly)) run();
  }

  /** Lets so many frames come. */
  pass(frames: number): void {
    for (let frame = 0; frame < frames; frame += 1) {
      const waiting = [...this.#frames.values()];
      this.#frames.clear();
      this.#now += FRAME_MS;
      for (const run of waiting) run(this.#now);
    }
  }

  get isIdle(): boolean {
    return this.#frames.size === 0 && this.#listeners.length === 0;
  }
}

function held() {
  const page = new ToldWindow();
  const visits: string[] = [];
  const over = { count: 0 };
  const goTo = (id: string): number => {
    visits.push(id);
    page.scrollY = LANDING;
    return page.scrollY;
  };
  const onOver = (): void => {
    over.count += 1;
  };
  const arrival = createArrival(goTo, onOver, page as unknown as ArrivalWindow);
  return { page, visits, over, arrival };
}

test('a page that is pulled on comes back to the section', () => {
  const { page, arrival, over } = held();
  arrival.at('here');
  for (const pull of [300, -200, 1]) {
    page.pass(2);
    page.scrollY += pull;
    page.pass(1);
    assert.equal(page.scrollY, LANDING);
  }
  assert.equal(over.count, 0);
  page.pass(30);
  assert.equal(arrival.isHeld(), false);
  assert.equal(over.count, 1);
});

test('the key that asks for a section does not end its hold; the next one does', () => {
  const { page, arrival } = held();
  page.send('keydown', () => arrival.at('here'));
  page.scrollY += 300;
  page.pass(1);
  assert.equal(page.scrollY, LANDING);
  page.send('keydown');
  page.scrollY += 300;
  page.pass(5);
  assert.equal(page.scrollY, LANDING + 300);
  assert.equal(arrival.isHeld(), false);
});

for (const name of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
  test(`${name}: who moves on is let go`, () => {
    const { page, visits, arrival } = held();
    arrival.at('here');
    page.send(name);
    page.scrollY += 300;
    arrival.renew();
    page.pass(5);
    assert.equal(page.scrollY, LANDING + 300);
    assert.deepEqual(visits, ['here']);
  });
}

test('nobody is held for longer than a second, whatever pulls', () => {
  const { page, arrival, over } = held();
  arrival.at('here');
  for (let frame = 0; frame <= 60; frame += 1) {
    page.scrollY += 10;
    page.pass(1);
  }
  assert.equal(arrival.isHeld(), false);
  assert.equal(over.count, 1);
});

test('a page that is laid out anew goes to the section again, which was the last one asked for', () => {
  const { page, visits, arrival } = held();
  arrival.at('here');
  arrival.at('there');
  page.pass(30);
  arrival.renew();
  assert.deepEqual(visits, ['here', 'there', 'there']);
});

test('destroyed, it listens to nothing and asks for no frame', () => {
  const { page, arrival } = held();
  arrival.at('here');
  arrival.destroy();
  assert.equal(page.isIdle, true);
});

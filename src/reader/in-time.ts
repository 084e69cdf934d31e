/** Longer than a script takes on the slowest connection that still brings something. */
const GIVE_UP_MS = 30_000;

/** @throws when it takes so long that it will not come any more: a script that stands still does not say so */
export function inTime<T>(coming: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('It does not come')), GIVE_UP_MS);
  });
  return Promise.race([coming, late]);
}

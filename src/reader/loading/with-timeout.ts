/** Longer than a script takes on the slowest connection that still brings something. */
const GIVE_UP_MS = 30_000;

/** @throws when it takes so long that it will not come any more: a script that stands still does not say so */
export async function withTimeout<T>(coming: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('It does not come')), GIVE_UP_MS);
  });
  try {
    return await Promise.race([coming, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

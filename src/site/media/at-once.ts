/**
 * Does work on many things, a few at a time; what comes of each stands in their order.
 * @param limit how many at most are under way at once
 */
export async function atOnce<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    const { value, done } = waiting.next();
    if (done) return;
    const [index, item] = value;
    results[index] = await work(item, index);
    return worker();
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

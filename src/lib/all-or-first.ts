/**
 * The results of all of `works`, as `Promise.all`; but where some fail, it rejects, with the error of the first of them, only
 * when none runs any more, so that nothing is written behind the back of who cleans up.
 */
export async function allOrFirst<const T extends readonly Promise<unknown>[]>(
  works: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

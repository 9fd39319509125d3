// Waits for something that another process brings about.
/**
 * Asks again and again until the answer is neither undefined nor false.
 * @param what named in the error, as in "diagnostics of CLAUDE.md"
 * @param timeout in milliseconds
 * @throws when that does not happen in time
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
  timeout = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`There were no ${what} within ${timeout} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits for work until a signal aborts, and throws what `createError` makes then. The work itself goes on. */
export async function withDeadline<T>(
  work: Promise<T>,
  signal: AbortSignal,
  createError: () => Error,
): Promise<T> {
  const settled = new AbortController()
  const tooLate = new Promise<never>((_, reject) => {
    const stop = () => reject(createError())
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { signal: settled.signal })
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    settled.abort()
  }
}

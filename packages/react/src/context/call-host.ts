/**
 * Calls a function of the host. What it throws, or rejects with, is reported, and changes nothing for the customer: a
 * callback that fails, such as one whose analytics an ad blocker removed, would otherwise unmount the page around the
 * component.
 *
 * @returns whether it came to its end; never rejects
 */
export async function callHost<Args extends readonly unknown[]>(
  callback: ((...args: Args) => unknown) | undefined,
  ...args: Args
): Promise<boolean> {
  try {
    await callback?.(...args)
    return true
  } catch (error) {
    report(error)
    return false
  }
}

/** The same for a function that answers at once. @returns `fallback` where there is no function, or it threw */
export function askHost<Args extends readonly unknown[], Answer>(
  callback: ((...args: Args) => Answer) | undefined,
  fallback: Answer,
  ...args: Args
): Answer {
  try {
    return callback ? callback(...args) : fallback
  } catch (error) {
    report(error)
    return fallback
  }
}

/** Makes it known as an error that nobody caught. */
function report(error: unknown): void {
  // Not there in older versions of jsdom.
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}

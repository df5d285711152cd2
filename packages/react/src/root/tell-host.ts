import { report } from '@nectar-connect/client'

/**
 * Calls a function of the host. What it throws is reported, and changes nothing for the customer: a callback that fails,
 * such as one whose analytics an ad blocker removed, would otherwise unmount the page around the component.
 */
export function tellHost<Args extends readonly unknown[]>(
  callback: ((...args: Args) => unknown) | undefined,
  ...args: Args
): void {
  const answer = askHost(callback, undefined, ...args)
  if (answer instanceof Promise) answer.catch(report)
}

/** The same for a function that answers. @returns `fallback` where there is no function, or it threw */
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

/**
 * The same for a function that takes its time. It is called a moment later: what is on screen may have to make room.
 *
 * @returns whether it came to its end; false where it threw or rejected
 */
export async function waitForHost(callback: () => unknown): Promise<boolean> {
  try {
    await Promise.resolve().then(callback)
    return true
  } catch (error) {
    report(error)
    return false
  }
}

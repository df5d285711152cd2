/**
 * Makes an error known as one that nobody caught: in the console, and to whatever the page collects errors with. Stops
 * nothing.
 */
export function reportError(error: unknown): void {
  // Not there in older versions of jsdom.
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error)
  else console.error(error)
}

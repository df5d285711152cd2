/**
 * Reports an error as uncaught: in the console, and to the page's error monitoring. Stops
 * nothing.
 */
export function reportError(error: unknown): void {
  // Not there in older versions of jsdom.
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error)
  else console.error(error)
}

/**
 * Makes an error known as one that nobody caught: in the console, and to whatever the page collects errors with. Stops
 * nothing.
 */
export function report(error: unknown): void {
  // Not there in older versions of jsdom.
  if (typeof reportError === 'function') reportError(error)
  else console.error(error)
}

/** The packages that hosts import from. */
export const LIBRARIES = ['server', 'react', 'sandbox']

/** The packages that are published, in the order in which they are built. */
export const PUBLISHED = [...LIBRARIES, 'cli']

/**
 * The name under which a package is published.
 *
 * @param {string} folder Its folder under `packages`.
 */
export function packageName(folder) {
  return folder === 'cli' ? 'nectar-connect' : `@nectar-connect/${folder}`
}

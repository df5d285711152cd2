/** The packages that hosts import from. */
export const LIBRARIES = ['server', 'react', 'sandbox'] as const

/** The packages that are published, in the order in which they are built. */
export const PUBLISHED = [...LIBRARIES, 'cli'] as const

/** The folder of one of them. */
export type Published = (typeof PUBLISHED)[number]

/** What is read of the `package.json` of one. */
export interface Manifest {
  name: string
  description: string
  bin?: Record<string, string>
  /** By subpath. What is no code has no types; a file as it stands is a string, which has none either. */
  exports: Record<string, { types: string; '@nectar-connect/source': string } | { types?: never }>
  dependencies: Record<string, string>
  peerDependencies?: Record<string, string>
}

/**
 * The name under which a package is published.
 *
 * @param folder Its folder under `packages`.
 */
export function packageName(folder: string) {
  return folder === 'cli' ? 'nectar-connect' : `@nectar-connect/${folder}`
}

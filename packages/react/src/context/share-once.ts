import { createContext } from 'react'
import { VERSION } from './version.ts'

const home = createContext as unknown as Record<symbol, unknown>

/**
 * What is one, although this version of the package may be loaded twice: as ES modules by a host, and as CommonJS by what
 * the host uses. It is kept on React: what two copies of React share, neither can render.
 */
export function shareOnce<T>(name: string, make: () => T): T {
  const key = Symbol.for(`@nectar-connect/react@${VERSION}/${name}`)
  home[key] ??= make()
  return home[key] as T
}

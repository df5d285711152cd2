import { VERSION } from './version.ts'

/** What is one in a process, although this version of the package may be loaded twice: as ES modules and as CommonJS. */
export function shareOnce<T>(name: string, make: () => T): T {
  const shared = globalThis as Record<symbol, unknown>
  const key = Symbol.for(`@nectar-connect/server@${VERSION}/${name}`)
  shared[key] ??= make()
  return shared[key] as T
}

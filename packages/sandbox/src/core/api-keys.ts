import type { CompanyRecord } from './records.ts'

/** The companies that a key sees, each by id or external id; null: all. */
export type KeyScope = readonly string[] | null

/** The keys that are accepted, and what each of them sees. */
export interface ApiKeys {
  /** Undefined for a key that is not accepted. */
  scopeOf(key: string): KeyScope | undefined
  add(key: string, scope: KeyScope): void
  /** @returns whether there was one */
  remove(key: string): boolean
  list(): { key: string; companies: KeyScope }[]
  /** Back to those of the start. */
  reset(): void
}

export function createApiKeys(
  initial: readonly string[],
  scopes: Readonly<Record<string, readonly string[]>>,
): ApiKeys {
  const keys = new Map<string, KeyScope>()
  function reset() {
    keys.clear()
    for (const key of initial) keys.set(key, Object.hasOwn(scopes, key) ? (scopes[key] ?? null) : null)
  }
  reset()
  return {
    scopeOf: (key) => keys.get(key),
    add: (key, scope) => void keys.set(key, scope),
    remove: (key) => keys.delete(key),
    list: () => Array.from(keys, ([key, companies]) => ({ key, companies })),
    reset,
  }
}

export function isInScope(scope: KeyScope, { id, externalId }: CompanyRecord): boolean {
  return scope === null || scope.some((entry) => entry === externalId || entry.toLowerCase() === id)
}

/** Who wants to hear about which company. */
export interface Listeners {
  add(companyId: string, onHint: () => void): () => void
  tell(companyId: string): void
  notifyListeners(): void
  readonly size: number
}

/** @param onCount Told whenever the number of listeners changes. */
export function createListeners(onCount: (count: number) => void = () => {}): Listeners {
  const byCompany = new Map<string, Set<() => void>>()
  let count = 0
  const tell = (companyId: string) => {
    for (const onHint of [...(byCompany.get(companyId) ?? [])]) onHint()
  }
  const change = (by: number) => {
    count += by
    onCount(count)
  }
  return {
    add(companyId, onHint) {
      // Wrapped, so that one function may listen twice.
      const listener = () => onHint()
      const listeners = byCompany.get(companyId) ?? new Set()
      byCompany.set(companyId, listeners.add(listener))
      change(1)
      return () => {
        if (!listeners.delete(listener)) return
        if (listeners.size === 0) byCompany.delete(companyId)
        change(-1)
      }
    },
    tell,
    notifyListeners() {
      for (const companyId of [...byCompany.keys()]) tell(companyId)
    },
    get size() {
      return count
    },
  }
}

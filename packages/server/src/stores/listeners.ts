import type { StoreNews } from './connect-store.ts'

type OnHint = (news: StoreNews) => void

/** Who wants to hear about which company. */
export interface Listeners {
  add(companyId: string, onHint: OnHint): () => void
  notify(companyId: string, news: StoreNews): void
  /** For when nobody knows what there is news of: of everything, to everybody. */
  notifyAll(): void
}

/** @param onCount Told whenever the number of listeners changes. */
export function createListeners(onCount: (count: number) => void = () => {}): Listeners {
  const byCompany = new Map<string, Set<OnHint>>()
  let count = 0
  const notify = (companyId: string, news: StoreNews) => {
    for (const onHint of [...(byCompany.get(companyId) ?? [])]) onHint(news)
  }
  const change = (by: number) => {
    count += by
    onCount(count)
  }
  return {
    add(companyId, onHint) {
      // Wrapped, so that one function may listen twice.
      const listener: OnHint = (news) => onHint(news)
      const listeners = byCompany.get(companyId) ?? new Set()
      byCompany.set(companyId, listeners.add(listener))
      change(1)
      return () => {
        if (!listeners.delete(listener)) return
        if (listeners.size === 0) byCompany.delete(companyId)
        change(-1)
      }
    },
    notify,
    notifyAll() {
      for (const companyId of [...byCompany.keys()]) {
        notify(companyId, 'changes')
        notify(companyId, 'invitations')
      }
    },
  }
}

import type { StoreNews } from './connect-store.ts'

type OnHint = (news: StoreNews) => void

export type Listeners = ReturnType<typeof createListeners>

/** Who wants to hear about which company. @param onCount Told whenever the number of listeners changes. */
export function createListeners(onCount: (count: number) => void = () => {}) {
  const byCompany = new Map<string, Set<OnHint>>()
  let count = 0

  function notify(companyId: string, news: StoreNews): void {
    for (const onHint of [...(byCompany.get(companyId) ?? [])]) onHint(news)
  }

  return {
    /** @returns how to leave. */
    add(companyId: string, onHint: OnHint): () => void {
      // Wrapped, so that one function may listen twice.
      const listener: OnHint = (news) => onHint(news)
      const listeners = byCompany.get(companyId) ?? new Set()
      byCompany.set(companyId, listeners.add(listener))
      count += 1
      onCount(count)
      return () => {
        if (!listeners.delete(listener)) return
        if (listeners.size === 0) byCompany.delete(companyId)
        count -= 1
        onCount(count)
      }
    },
    notify,
    /** For when nobody knows what there is news of: of everything, to everybody. */
    notifyAll(): void {
      for (const companyId of [...byCompany.keys()]) {
        notify(companyId, 'changes')
        notify(companyId, 'invitations')
      }
    },
  }
}

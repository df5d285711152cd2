import type { Count, CountWindow } from '../connect-store.ts'

/** How often a name was counted, and until when that holds, in milliseconds since the epoch. */
interface Window {
  count: number
  endsAt: number
}

/** Counts of all companies. */
export function createMemoryCounts(now: () => number) {
  const windows = new Map<string, Map<string, Window>>()

  function forgetEnded() {
    for (const [companyId, ofCompany] of windows) {
      for (const [name, { endsAt }] of ofCompany) if (endsAt <= now()) ofCompany.delete(name)
      if (ofCompany.size === 0) windows.delete(companyId)
    }
  }

  return {
    count(companyId: string, name: string, { limit, windowMs }: CountWindow): Count {
      forgetEnded()
      const ofCompany = windows.get(companyId) ?? new Map<string, Window>()
      const window = ofCompany.get(name) ?? { count: 0, endsAt: now() + windowMs }
      if (window.count >= limit) return { state: 'full', retryAfterMs: window.endsAt - now() }
      windows.set(companyId, ofCompany.set(name, { ...window, count: window.count + 1 }))
      return { state: 'counted' }
    },
    erase(companyId: string) {
      windows.delete(companyId)
    },
  }
}

import { useSyncExternalStore } from 'react'
import { PREFERENCES_KEY, type Preferences, parsePreferences } from './preferences.ts'

let current = parsePreferences(readStored())
const listeners = new Set<() => void>()

/** The preferences, on this page and after a change in another tab. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

export function changePreferences(change: Partial<Preferences>): void {
  const next = { ...current, ...change }
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(next))
  } catch {
    // Storage may be closed or full: the choice then lasts as long as the page.
  }
  apply(next)
}

function apply(next: Preferences): void {
  current = next
  const root = document.documentElement
  if (next.theme === 'system') delete root.dataset.theme
  else root.dataset.theme = next.theme
  root.dir = next.direction
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', onStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', onStorage)
  }
}

function onStorage(event: StorageEvent): void {
  if (event.key === PREFERENCES_KEY) apply(parsePreferences(event.newValue))
}

function readStored(): string | null {
  try {
    return localStorage.getItem(PREFERENCES_KEY)
  } catch {
    return null
  }
}

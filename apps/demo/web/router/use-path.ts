import { useSyncExternalStore } from 'react'
import { onNavigated } from './navigate.ts'

/** The path of the current page. */
export function usePath(): string {
  return useSyncExternalStore(onNavigated, () => location.pathname)
}

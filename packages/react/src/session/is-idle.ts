import type { Phase } from '@nectar-connect/client'

/** Nothing is open. */
export function isIdle({ name }: Phase): boolean {
  return name === 'idle' || name === 'closed'
}

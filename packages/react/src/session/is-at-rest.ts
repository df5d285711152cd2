import type { Phase } from '@nectar-connect/client'

/** Nothing is open. */
export function isAtRest({ name }: Phase): boolean {
  return name === 'idle' || name === 'closed'
}

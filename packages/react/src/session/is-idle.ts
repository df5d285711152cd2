import type { ConnectPhase } from '@nectar-connect/client'

/** Nothing is open. */
export function isIdle({ status }: ConnectPhase): boolean {
  return status === 'idle' || status === 'closed'
}

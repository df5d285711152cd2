import type { StreamState } from './coverage.ts'

export const STATE_NAMES: Record<StreamState, string> = {
  collecting: 'Collecting',
  'needs-you': 'Paused, needs you',
  provider: 'Paused, utility’s side',
  waiting: 'Being checked',
  off: 'Switched off',
  unlinked: 'Not linked yet',
  unused: 'No such bill',
}

/** The order of the key. */
export const KEY_STATES = ['collecting', 'needs-you', 'provider', 'waiting', 'off', 'unlinked'] as const

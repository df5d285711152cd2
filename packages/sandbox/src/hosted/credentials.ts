import type { CheckOutcome } from '../core/connections.ts'

/** The login that Nectar documents for its sandbox. */
export const SANDBOX_USERNAME = 'nectar-sandbox-username'
/** The password that Nectar documents for its sandbox. */
export const SANDBOX_PASSWORD = 'nectar-sandbox-password'
/** A login of this emulator only, with the same password: its check never ends. */
export const SANDBOX_SLOW_USERNAME = 'nectar-sandbox-slow'

/** How the check of a sign-in will end. The password is compared here and goes no further. */
export function outcomeOf(username: string, password: string): CheckOutcome {
  if (password !== SANDBOX_PASSWORD) return 'PASSWORD_INCORRECT'
  if (username === SANDBOX_USERNAME) return 'CONNECTED'
  return username === SANDBOX_SLOW_USERNAME ? 'undecided' : 'PASSWORD_INCORRECT'
}

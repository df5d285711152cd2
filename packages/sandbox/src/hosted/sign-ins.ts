import type { CheckOutcome } from '../state/connections.ts'

/** The login that Nectar documents for its sandbox. */
export const SANDBOX_USERNAME = 'nectar-sandbox-username'
/** The password that Nectar documents for its sandbox. */
export const SANDBOX_PASSWORD = 'nectar-sandbox-password'
/** A login of this emulator only, with the same password: its check never ends. */
export const SANDBOX_SLOW_USERNAME = 'nectar-sandbox-slow'
/** The security code that the sandbox's utilities send. */
export const SANDBOX_CODE = '424242'
/** What the sandbox's utilities have on file for the security question. */
export const SANDBOX_ANSWER = 'honey'

/** What the utility asks before it lets somebody in. */
export type Challenge = 'security-code' | 'security-question' | 'new-password' | 'no-accounts'

/** A username and what it leads to, with the sandbox's password. */
export interface SandboxSignIn {
  username: string
  /** What the page asks after the sign-in; null: nothing. */
  challenge: Challenge | null
  /** The status that the check ends in; null: it never ends. */
  ends: CheckOutcome
  /** What the page's helper says about it. */
  says: string
}

/** Every sign-in that leads somewhere of its own. Whatever is not here ends in `PASSWORD_INCORRECT`. */
export const SANDBOX_SIGN_INS: readonly SandboxSignIn[] = [
  signIn(SANDBOX_USERNAME, null, 'CONNECTED', 'Accepted, then connected'),
  signIn('nectar-sandbox-mfa', 'security-code', 'CONNECTED', 'Asks for a security code first'),
  signIn(SANDBOX_SLOW_USERNAME, null, null, 'Stays “being checked”'),
  signIn('nectar-sandbox-question', 'security-question', 'CONNECTED', 'Asks a security question first'),
  signIn('nectar-sandbox-new-password', 'new-password', 'CONNECTED', 'Asks for a new password first'),
  signIn('nectar-sandbox-no-accounts', 'no-accounts', 'NO_ACCOUNTS_FOUND', 'Says that there are no accounts'),
  ending('MFA_TOKEN_EXPIRED', 'Ends with codes that do not arrive'),
  ending('NEW_PASSWORD_NEEDED', 'Ends with a new password needed'),
  ending('ADDITIONAL_CREDENTIALS_NEEDED', 'Ends with more details needed'),
  ending('NO_ACCOUNTS_FOUND', 'Ends without accounts'),
  ending('WEBSITE_DOWN', 'Ends with the website down'),
  ending('URL_INACCESSIBLE', 'Ends with an address that is gone'),
  ending('UNDER_INVESTIGATION', 'Ends under investigation'),
  ending('OTHER_ERROR', 'Ends with another error'),
  ending('COMPANY_INACTIVE', 'Ends switched off'),
  ending('SOMETHING_NEW', 'Ends in an unknown status'),
]

/** What a sign-in leads to. The password is compared here and goes no further. */
export function signInOf(username: string, password: string): Pick<SandboxSignIn, 'challenge' | 'ends'> {
  const known = SANDBOX_SIGN_INS.find((entry) => entry.username === username.toLowerCase())
  if (known === undefined || password !== SANDBOX_PASSWORD) {
    return { challenge: null, ends: 'PASSWORD_INCORRECT' }
  }
  return known
}

function signIn(
  username: string,
  challenge: Challenge | null,
  ends: CheckOutcome,
  says: string,
): SandboxSignIn {
  return { username, challenge, ends, says }
}

/** Such as `nectar-sandbox-website-down`: the status is in the name. */
function ending(status: string, says: string): SandboxSignIn {
  return signIn(`nectar-sandbox-${status.toLowerCase().replaceAll('_', '-')}`, null, status, says)
}

import { normalizeStatus } from '@nectar-connect/contract/wire'
import type { ButtonMessages } from '../i18n/messages.ts'

/** What the button says that mends a connection: no password is asked for where only the codes are missing. */
export function reconnectAction(messages: ButtonMessages, status: string): string {
  return normalizeStatus(status) === 'MFA_TOKEN_EXPIRED'
    ? messages.list.setUpCodes
    : messages.list.signInAgain
}

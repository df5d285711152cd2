import type { Messages } from '../i18n/messages.ts'
import { frConnect } from './fr-connect.ts'
import { frConnections } from './fr-connections.ts'
import { frSharing } from './fr-sharing.ts'

/** French. */
export const fr: Messages = {
  locale: 'fr',
  direction: 'ltr',
  ...frConnect,
  ...frSharing,
  ...frConnections,
}

import type { Messages } from '../i18n/messages.ts'
import { esConnect } from './es-connect.ts'
import { esConnections } from './es-connections.ts'
import { esSharing } from './es-sharing.ts'

/** Spanish. */
export const es: Messages = {
  locale: 'es',
  direction: 'ltr',
  ...esConnect,
  ...esSharing,
  ...esConnections,
}

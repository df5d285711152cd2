import { enConnect } from './en-connect.ts'
import { enConnections } from './en-connections.ts'
import { enSharing } from './en-sharing.ts'
import type { Messages } from './messages.ts'

/** English. */
export const en: Messages = {
  locale: 'en',
  direction: 'ltr',
  ...enConnect,
  ...enSharing,
  ...enConnections,
}

import type { Messages } from '../i18n/messages.ts'
import { deConnect } from './de-connect.ts'
import { deConnections } from './de-connections.ts'
import { deSharing } from './de-sharing.ts'

/** German. */
export const de: Messages = {
  locale: 'de',
  direction: 'ltr',
  ...deConnect,
  ...deSharing,
  ...deConnections,
}

import { isolate } from '../i18n/isolate.ts'
import { mapMessages } from '../i18n/map-messages.ts'
import type { Messages } from '../i18n/messages.ts'
import { arConnect } from './ar-connect.ts'
import { arConnections } from './ar-connections.ts'
import { arSharing } from './ar-sharing.ts'

/** Arabic, from right to left. What is filled in is isolated: names and addresses are often in Latin script. */
export const ar: Messages = {
  locale: 'ar',
  direction: 'rtl',
  ...mapMessages({ ...arConnect, ...arSharing, ...arConnections }, (words) =>
    words.replace(/\{\w+\}/g, isolate),
  ),
}

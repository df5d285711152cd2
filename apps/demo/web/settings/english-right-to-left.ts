import { en, type Messages } from '@nectar-connect/react'

/** To see a page turned round whose words can be read. */
export const englishRightToLeft: Messages = { ...en, direction: 'rtl' }

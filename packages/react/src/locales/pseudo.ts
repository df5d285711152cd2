import { en } from '../i18n/en.ts'
import type { Messages } from '../i18n/messages.ts'
import { pseudoMessages } from '../i18n/pseudo-messages.ts'

/** English in disguise, for checking layouts: accented, about 40 % longer, each message in brackets. */
export const pseudo: Messages = pseudoMessages(en)

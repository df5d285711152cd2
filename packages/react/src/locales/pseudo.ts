import { en } from '../messages/en.ts'
import type { Messages } from '../messages/messages.ts'
import { pseudoMessages } from '../messages/pseudo-messages.ts'

/** English in disguise, for checking layouts: accented, about 40 % longer, each message in brackets. */
export const pseudo: Messages = pseudoMessages(en)

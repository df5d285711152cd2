import type { Messages } from './messages.ts'

/** The words that are read before the flow is loaded: those of buttons and badges. */
export type ButtonMessages = Pick<Messages, 'locale' | 'direction' | 'tryAgain' | 'button' | 'status'> & {
  failed: {
    notAllowed: Pick<Messages['failed']['notAllowed'], 'lead'>
    outdated: Pick<Messages['failed']['outdated'], 'reload'>
  }
  list: Pick<Messages['list'], 'unnamed' | 'setUpCodes' | 'signInAgain'>
  share: Pick<Messages['share'], 'ask'>
}

import type { MailWords } from './mail-words.ts'

export const wordsEn: MailWords = {
  aColleague: 'A colleague',
  anApp: 'an energy reporting app',
  yourUtility: 'your utility',
  reminder: 'Reminder: {subject}',
  greeting: 'Hello,',
  contributor: {
    subject: '{inviter} asks you to connect a utility account',
    lead: '{inviter} of {company} uses {app} to keep track of energy and water.',
    leadNoCompany: '{inviter} uses {app} to keep track of energy and water.',
    ask: 'For that, somebody who has the login of a utility account needs to sign in once. You were named as the person who has it.',
    button: 'Connect the account',
  },
  reconnect: {
    subject: '{inviter} asks you to sign in again at {provider}',
    lead: '{inviter} of {company} uses {app}, and bills from {provider} no longer come in.',
    leadNoCompany: '{inviter} uses {app}, and bills from {provider} no longer come in.',
    ask: 'Somebody who has the login needs to sign in once more. Sites and bills collected so far stay as they are.',
    button: 'Sign in again',
  },
  noteFrom: '{inviter} writes:',
  page: 'The link opens a page of Nectar, the company that collects the bills. Your password is typed there and nowhere else: {app} never sees it.',
  ready:
    'Have your utility login at hand, and the phone or mailbox that receives its security codes. You may be asked to confirm this e-mail address first.',
  terms: 'The link works once, only for {to}, until {date}.',
  termsForEver: 'The link works once, and only for {to}.',
  linkBelow: 'If the button does not work, copy this address into your browser:',
  unexpected: 'Not what you expected? Then ignore this mail, and nothing happens.',
}

/**
 * The words of a mail in one language. `{inviter}`, `{app}`, `{company}`, `{provider}`, `{to}` and `{date}` are filled
 * in; what a host did not tell is left out by taking the other sentence.
 */
export interface MailWords {
  /** Who asks, where the host told no name. */
  aColleague: string
  /** The host's app, where it told no name. */
  anApp: string
  /** The utility, where nobody knows its name. */
  yourUtility: string
  reminder: string
  greeting: string
  contributor: MailIntentWords
  reconnect: MailIntentWords
  noteFrom: string
  /** What the page is, and what the app does not see. */
  page: string
  ready: string
  /** With and without a date after which it no longer works. */
  terms: string
  termsForEver: string
  linkBelow: string
  unexpected: string
}

export interface MailIntentWords {
  subject: string
  /** With and without the company's name. */
  lead: string
  leadNoCompany: string
  ask: string
  button: string
}

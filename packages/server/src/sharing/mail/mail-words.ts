/**
 * The words of a mail in one language. `{inviter}`, `{app}`, `{company}`, `{provider}`, `{to}` and `{date}` are filled
 * in. If the host did not give a name, the other sentence is used.
 */
export interface MailWords {
  /** The sender, if the host gave no name. */
  aColleague: string
  /** The host's app, if it gave no name. */
  anApp: string
  /** The utility, if its name is unknown. */
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

import { enButton } from './en-button.ts'

/** English of what is known of a connection, wherever it is shown. */
export const enStatus = {
  ...enButton,
  status: {
    PENDING: {
      word: 'Being checked',
      sentence: 'Details received. Usually within hours, sometimes up to 48.',
    },
    CONNECTED: {
      word: 'Connected',
      sentence: 'New bills are looked for every week.',
    },
    UNDER_INVESTIGATION: {
      word: 'Being looked into',
      sentence: 'Nectar’s team is looking into it. Collection is paused meanwhile.',
    },
    PASSWORD_INCORRECT: {
      word: 'Sign-in not accepted',
      sentence: 'Your utility rejected the saved password. Sign in again to resume collection.',
    },
    MFA_TOKEN_EXPIRED: {
      word: 'Codes not arriving',
      sentence: 'Security codes no longer reach Nectar. Have the phone or mailbox that gets them at hand.',
    },
    NEW_PASSWORD_NEEDED: {
      word: 'New password needed',
      sentence: 'Your utility asks for a new password. Set one there, then sign in again here.',
    },
    ADDITIONAL_CREDENTIALS_NEEDED: {
      word: 'More details needed',
      sentence: 'Your utility asks for something more at sign-in.',
    },
    NO_ACCOUNTS_FOUND: {
      word: 'No accounts found',
      sentence: 'The sign-in works but shows no accounts. Another login may have them.',
    },
    WEBSITE_DOWN: {
      word: 'Utility site down',
      sentence: 'Their website does not answer. It is tried again by itself.',
    },
    URL_INACCESSIBLE: {
      word: 'Address not reachable',
      sentence: 'The utility’s web address may have changed. {host} support can look into it.',
    },
    OTHER_ERROR: {
      word: 'Something unexpected',
      sentence: 'It is being looked into. Collection is paused meanwhile.',
    },
    COMPANY_INACTIVE: {
      word: 'Collection off',
      sentence: 'Switched off for your organization.',
    },
    inactive: {
      word: 'Collection off',
      sentence: 'Switched off for this account. {host} can switch it on again.',
    },
    checkingAgain: {
      word: 'Checking new sign-in',
      sentence: 'You signed in again. The old status may show until the next check.',
    },
    slow: {
      word: 'Taking longer than usual',
      sentence: 'No answer from the utility yet. Support can look into it.',
    },
    unknown: {
      word: '{status}',
      sentence: 'Nectar reports a status this page does not know yet.',
    },
  },

  button: {
    ...enButton.button,
    asked: 'Someone was asked',
    linkOpened: 'Link opened',
  },
  reference: 'Reference',
  copyReference: 'Copy reference',
  copied: 'Copied',
  today: 'Today, {time}',
  tryAgainIn: 'Try again in {time}',

  failed: {
    ...enButton.failed,
    signIn: 'Sign in to {host}',
    titles: { signedOut: 'You have been signed out', notFound: 'This account is not here any more' },
    leads: {
      notFound:
        'It may belong to another organization, or it was removed. Your list of utility accounts shows what there is.',
    },
  },

  list: {
    unnamed: 'Utility account',
    setUpCodes: 'Set up codes',
  },

  card: {
    linkMade: 'A link was made, {when}.',
    linkSent: 'A link went to {who}, {when}.',
    linkOpened: 'The link was opened. No details so far.',
    linkOpenedBy: '{who} opened the link. No details so far.',
  },
}

import { enButton } from './en-button.ts'

/** English from the button to Nectar’s page. */
export const enFlow = {
  ...enButton,
  button: { ...enButton.button, opening: 'Opening…' },
  cancel: 'Cancel',
  newTab: '(opens in a new tab)',

  intro: {
    title: 'Connect a utility account',
    lead: '{host} works with {nectar}, a company that collects utility bills, so that nobody has to download them by hand.',
    collectedTerm: 'What is collected',
    collected:
      'Bills, usage and cost, for the sites and dates you choose. Nectar looks for new ones every week.',
    neverSeesTerm: 'What {host} never sees',
    neverSees: 'Your password. You type it on Nectar’s page, not on ours.',
    protects: 'How Nectar protects it',
    haveReadyTerm: 'Have ready',
    haveReady:
      'Your utility login, the phone or mailbox that gets its security codes, and the names of your sites.',
    stopTerm: 'To stop, or to ask',
    stopEmail: 'Write to {email} at any time.',
    stopNoEmail: 'Ask the {host} team at any time.',
    question: 'Who has the utility login?',
    mine: 'I have the login',
    mineHint: 'Sign in on Nectar’s page',
    consent: 'By going on you let Nectar collect this data for {host}.',
    consentLinks: '{terms} and {privacy}.',
    terms: 'Terms',
    privacy: 'privacy',
  },

  frame: {
    name: 'Nectar’s sign-in page',
    opening: 'Opening Nectar’s page…',
    page: 'Nectar’s page',
    notShowing: 'Not showing?',
    unseen: 'Is there nothing here, or an error? Your browser or network may block this page.',
    openInTab: 'Open in a new tab',
  },

  list: {
    signInAgain: 'Sign in again',
  },

  share: {
    twin: 'Someone else has the login',
    twinHint: 'Send them a link',
    only: 'Send a link',
    onlyHint: 'To the person with the login',
    nobody: 'Your role can neither connect accounts nor send links. An administrator can.',
    nobodyWho: 'Your role can neither connect accounts nor send links. {names} can.',
    ask: 'Ask someone',
  },

  failed: {
    ...enButton.failed,
    leads: {
      notAllowed: 'Your role can see utility accounts but not add or change them.',
    },
  },
}

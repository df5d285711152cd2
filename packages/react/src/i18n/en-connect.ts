import { enButton } from './en-button.ts'
import type { ConnectMessages } from './message-parts.ts'

/** English: connecting, and what is needed everywhere. */
export const enConnect: ConnectMessages = {
  button: enButton.button,
  tryAgain: enButton.tryAgain,
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',
  tryAgainIn: 'Try again in {time}',
  reference: 'Reference',
  copyReference: 'Copy reference',
  copied: 'Copied',
  newTab: '(opens in a new tab)',
  contact: 'Contact {host}',
  today: 'Today, {time}',

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

  reconnect: {
    question: 'Who has the login?',
    mine: 'I have it',
    mineHint: 'Sign in on Nectar’s page',
    stays: 'Your sites and everything collected so far stay as they are.',
    staysTerm: 'What stays',
    staysLong: 'Your sites, your bills and everything collected so far.',
    thisUtility: 'This utility',
    titles: {
      PASSWORD_INCORRECT: 'Sign in again',
      MFA_TOKEN_EXPIRED: 'Get security codes working again',
      NEW_PASSWORD_NEEDED: 'Set a new password, then sign in again',
      ADDITIONAL_CREDENTIALS_NEEDED: 'Your utility asks for more',
      NO_ACCOUNTS_FOUND: 'Sign in with another login',
      other: 'Sign in again',
    },
    leads: {
      PASSWORD_INCORRECT: '{provider} rejected the saved password, most often because it was changed.',
      MFA_TOKEN_EXPIRED:
        '{provider} sends a code at sign-in, and the codes no longer reach Nectar. No password is needed this time.',
      NEW_PASSWORD_NEEDED:
        '{provider} wants a new password. Set one on its own site first, then sign in with it here. Tell whoever shares the login.',
      ADDITIONAL_CREDENTIALS_NEEDED: '{provider} asks for something more at sign-in.',
      NO_ACCOUNTS_FOUND:
        'The sign-in at {provider} works but shows no accounts. Another login may have them.',
      other: 'Nectar needs you to sign in at {provider} once more.',
    },
    codesTerm: 'Have at hand',
    codes: 'The phone or mailbox that receives the codes. Nectar’s page shows how to forward them.',
    codesQuestion: 'Who receives the codes?',
    codesMine: 'I do',
    codesMineHint: 'Set it up on Nectar’s page',
    setPasswordAt: 'Set a new password at {site}',
  },

  narrow: {
    title: 'This needs a bigger screen',
    lead: 'Nectar’s page is made for a computer. Carry on there if you can, or open it here and scroll sideways.',
    leadLink:
      'Nectar’s page is made for a computer. Send yourself a link and carry on there, or open it here and scroll sideways.',
    anyway: 'Open it here anyway',
    send: 'Send the link to my computer',
    fine: 'The link goes to {address} and works until {date}.',
    fineForever: 'The link goes to {address}.',
  },

  frame: {
    title: 'Connect a utility account',
    reconnectTitle: 'Sign in again',
    name: 'Nectar’s sign-in page',
    opening: 'Opening Nectar’s page…',
    page: 'Nectar’s page',
    notShowing: 'Not showing?',
    unseen: 'Is there nothing here, or an error? Your browser or network may block this page.',
    openInTab: 'Open in a new tab',
    timeLeft: '{time} left',
    expiring: '{left} on this page. Finish now, or start over on a fresh one.',
    fresh: 'Get a fresh page',
    expiringSpoken: 'This page runs out of time soon. You can get a fresh one.',
    offline: 'You are offline.',
    offlineLead: 'Keep this open: it carries on when you are back.',
  },

  trouble: {
    signedOut:
      'You have been signed out of {host}. You can finish here; the result shows once you have signed in.',
    outdated: '{host} was updated. Finish here, then reload the page to see the result.',
    network: '{host} does not answer at the moment. You can go on here: the result shows when it does.',
    other: 'We cannot see how this is going at the moment. You can go on here all the same.',
  },

  tab: {
    title: 'Carry on in a new tab',
    lead: 'Look for Nectar’s page in a new tab. This window notices by itself when your details are in.',
    none: 'No new tab? Your browser may have blocked it. Carry on here, or copy the link and open it yourself.',
    again: 'Open it again',
    here: 'Carry on here',
    copy: 'Copy link',
    fine: 'You can close this window. The result will be in your list of utility accounts.',
  },

  expired: {
    title: 'This page ran out of time',
    interruptedTitle: 'You left before this was finished',
    lead: 'We asked Nectar: no details were received. A fresh page starts from the beginning.',
    again: 'Start again',
  },

  submitted: {
    title: 'Details received',
    lead: 'Nectar is now trying them at {provider}.',
    reconnectLead: 'Nectar is now trying the new sign-in at {provider}. The old status may show until then.',
    thisUtility: 'your utility',
    received: 'Received by Nectar',
    checking: 'Sign-in being checked',
    checkingHint: 'Usually within hours, sometimes up to 48.',
    bills: 'First bills arrive',
    billsHint: 'They can take a few days after that.',
    fine: 'You can close this. The result will be in your list of utility accounts.',
    fineInline: 'You can leave this page. The result will be in your list of utility accounts.',
    connected: 'Connected',
    connectedLead: '{provider} accepted the sign-in. Nectar will look for new bills every week.',
    accepted: 'Sign-in accepted',
    billsHintConnected: 'They can take a few days.',
    rejected: 'Sign-in not accepted',
    rejectedLead: '{provider} did not accept these details. Most often the password was changed or mistyped.',
    tried: 'Tried at {site}',
    triedHint: 'If you can, {signIn} first, then try again here.',
    signInThere: 'sign in there',
    tryAgainHint: 'On Nectar’s page',
    mends: 'Trying again mends this connection. It does not add a second one.',
    stopped: 'Stopped',
    slow: 'Taking longer than usual',
    slowLead:
      'Nectar received your details for {provider} and has no answer yet. There is nothing you need to do.',
    slowStep: 'Sign-in still being checked',
    slowHint: 'Past the usual 48 hours.',
  },

  ended: {
    revokedTitle: 'This link was withdrawn',
    revokedLead:
      'Someone switched it off on purpose, so it can no longer be used. If that surprises you, ask {host} before you start another.',
    fulfilledTitle: 'This link was already used',
    fulfilledLead:
      'Somebody has already sent details with it, so it has done its work. Your list of utility accounts shows how that account is doing.',
  },

  failed: {
    network: {
      title: 'We could not open the page',
      lead: '{host} did not answer. Your utility account was not touched. Check your internet connection, then try again.',
    },
    signedOut: {
      title: 'You have been signed out',
      lead: 'Sign in to {host} again and come back to this page. Nothing was sent to your utility.',
      signIn: 'Sign in to {host}',
    },
    notAllowed: {
      ...enButton.failed.notAllowed,
      title: 'Ask an administrator',
      who: '{names} can.',
    },
    companyMissing: {
      title: 'Not set up yet',
      lead: 'Your organisation is not registered with Nectar so far. {host} has to do that once, then you can connect accounts.',
    },
    outdated: {
      ...enButton.failed.outdated,
      title: '{host} was updated',
      lead: 'This page is older than the new version and cannot go on. Reload it, and start from here again.',
    },
    blocked: {
      title: 'Nectar’s page cannot be shown here',
      lead: 'A setting of this website keeps it out. It opens normally in a tab of its own, and this window notices when your details are in.',
    },
    untrusted: {
      title: 'Nectar’s page cannot be shown here',
      lead: 'Its address is not the one that {host} expects, so it was not opened. Your utility account was not touched.',
    },
    slow: {
      title: 'Nectar’s page is slow to open',
      lead: 'It has not arrived after half a minute. Your utility account was not touched. Try again, or open it in a tab of its own.',
    },
    stale: {
      title: 'No fresh page could be opened',
      lead: 'The page that came was out of time already. Your utility account was not touched. Try again in a few minutes.',
    },
    busy: {
      title: 'Too many people at once',
      lead: 'Please wait a moment, then try again. Your utility account was not touched.',
    },
    nectar: {
      title: 'Nectar did not answer',
      lead: 'The service that collects the bills is not available right now. Your utility account was not touched. Try again in a few minutes.',
    },
    notFound: {
      title: 'This account is not here any more',
      lead: 'It may belong to another organisation, or it was removed. Your list of utility accounts shows what there is.',
    },
    setup: {
      title: 'This is not working yet',
      lead: 'Something has to be set up at {host} before accounts can be connected. Your utility account was not touched.',
    },
  },
}

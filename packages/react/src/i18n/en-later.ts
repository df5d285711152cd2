import { enFlow } from './en-flow.ts'
import { enStatus } from './en-status.ts'

/** English of what comes after Nectar’s page, or in its way; and of asking a colleague. */
export const enLater = {
  ...enStatus,
  ...enFlow,
  button: {
    ...enStatus.button,
    ...enFlow.button,
    another: 'Connect another',
  },
  done: 'Done',
  sending: 'Sending…',
  copyLink: 'Copy link',
  contact: 'Contact {host}',

  reconnect: {
    question: 'Who has the login?',
    mine: 'I have it',
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

  /** A phone’s window. */
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

  list: { ...enStatus.list, ...enFlow.list },

  frame: {
    ...enFlow.frame,
    timeLeft: '{time} left',
    expiring: '{left} on this page. Finish now, or start over on a fresh one.',
    fresh: 'Get a fresh page',
    expiringSpoken: 'This page runs out of time soon. You can get a fresh one.',
    offline: 'You are offline.',
    offlineLead: 'Keep this open: it carries on when you are back.',
  },

  /** While Nectar's page goes on, and its news does not reach us. */
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
    fine: 'You can close this window. The result will be in your list of utility accounts.',
  },

  expired: {
    title: 'This page ran out of time',
    interruptedTitle: 'You left before this was finished',
    lead: 'We asked Nectar: no details were received. A fresh page starts from the beginning.',
    again: 'Start again',
  },

  submitted: {
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
    revokedTitle: 'This link was revoked',
    revokedLead:
      'Someone switched it off on purpose, so it can no longer be used. If that surprises you, ask {host} before you start another.',
    fulfilledTitle: 'This link was already used',
    fulfilledLead:
      'Somebody has already sent details with it, so it has done its work. Your list of utility accounts shows how that account is doing.',
  },

  failed: {
    ...enStatus.failed,
    titles: {
      ...enStatus.failed.titles,
      network: 'We could not open the page',
      host: 'We could not open the page',
      notAllowed: 'Ask an administrator',
      companyMissing: 'Not set up yet',
      outdated: '{host} was updated',
      blocked: 'Nectar’s page cannot be shown here',
      untrusted: 'Nectar’s page cannot be shown here',
      slow: 'Nectar’s page is slow to open',
      stale: 'No fresh page could be opened',
      busy: 'Too many people at once',
      nectar: 'Nectar did not answer',
      setup: 'This is not working yet',
    },
    leads: {
      ...enStatus.failed.leads,
      ...enFlow.failed.leads,
      network:
        '{host} did not answer. Your utility account was not touched. Check your internet connection, then try again.',
      host: '{host} had a problem of its own. Your utility account was not touched. Try again in a few minutes.',
      signedOut: 'Sign in to {host} again and come back to this page. Nothing was sent to your utility.',
      companyMissing:
        'Your organization is not registered with Nectar so far. {host} has to do that once, then you can connect accounts.',
      outdated:
        'This page is older than the new version and cannot go on. Reload it, and start from here again.',
      blocked:
        'A setting of this website keeps it out. It opens normally in a tab of its own, and this window notices when your details are in.',
      untrusted:
        'Its address is not the one that {host} expects, so it was not opened. Your utility account was not touched.',
      slow: 'It has not arrived after half a minute. Your utility account was not touched. Try again, or open it in a tab of its own.',
      stale:
        'The page that came was out of time already. Your utility account was not touched. Try again in a few minutes.',
      busy: 'Please wait a moment, then try again. Your utility account was not touched.',
      nectar:
        'The service that collects the bills is not available right now. Your utility account was not touched. Try again in a few minutes.',
      setup:
        'Something has to be set up at {host} before accounts can be connected. Your utility account was not touched.',
    },
    who: '{names} can.',
  },

  /** Asking somebody else for the sign-in. */
  share: {
    ...enFlow.share,
    reconnectTwin: 'Someone else has it',
    codesTwin: 'Someone else',
    back: 'Back',
    title: 'Send it to the person with the login',
    codesTitle: 'Send it to the person who gets the codes',
    selfTitle: 'Send the link to your computer',
    lead: 'They need no {host} account: the link opens Nectar’s page, where they sign in to the utility.',
    reconnectLead:
      'They need no {host} account: the link opens Nectar’s page, where they sign in to {provider} again.',
    codesLead:
      'They need no {host} account: the link opens Nectar’s page, where they set up the codes of {provider}.',
    selfLead: 'Open the e-mail there, and carry on where you are now.',
    until: 'It works until {date}.',
    forever: 'It works until it is used or revoked.',
    to: 'Their e-mail address',
    onlyThis: 'Only this address can use the link.',
    subject: 'Subject',
    note: 'Note (optional)',
    notePlaceholder: 'Why you ask them, in a sentence',
    language: 'Language of the e-mail',
    byNectar: 'Nectar sends the e-mail, in Nectar’s name.',
    byHost: '{host} sends the e-mail, in your name.',
    copyWarning: 'Whoever has a copied link can use it, so share it only with the right person.',
    send: 'Send link',
    copyInstead: 'Copy link instead',
    copying: 'Making the link…',
    left: {
      one: '{count} character left',
      other: '{count} characters left',
    },
    noAddress: 'Enter the e-mail address of the person with the login.',
    badAddress: '“{address}” is not an e-mail address.',
    oneAddress: 'One e-mail goes to one person. Enter one address: you can ask someone else afterwards.',
    badDomain: 'Links can only go to addresses at {domains}.',
    badDomainOf: '“{address}” cannot get a link: only addresses at {domains} can.',
  },

  /** After a link went out. */
  shared: {
    title: 'Link sent',
    nectarLead:
      'Nectar was asked to e-mail it to {address}. You will see here when it is opened and when details come in.',
    hostLead: 'It is on its way to {address}. You will see here when it is opened and when details come in.',
    madeStep: 'Link made',
    worksUntil: 'The link works until {date}.',
    receivedLead: 'Details were submitted. Nectar now tries them at the utility.',
    expired: 'Link ran out',
    expiredHint: 'No details came in. A fresh link can be sent from the list of links.',
    revoked: 'Link revoked',
    alreadyTitle: 'They already have a link',
    alreadyLead: 'Nothing was sent to {address} this time. You can send a reminder instead.',
    copiedTitle: 'Link copied',
    copiedLead:
      'Paste it where the person with the login finds it. Whoever has it can use it, so share it only with the right person.',
    copyTitle: 'Copy this link',
    copyLead:
      'The browser did not let us copy it for you. Whoever has it can use it, so share it only with the right person.',
    copyField: 'The link',
    copyAgain: 'Copy again',
  },

  shareFailed: {
    titles: {
      unknown: 'No answer came',
      rateLimited: 'Too many links in a short time',
      address: 'Not an address that links may go to',
      mail: 'The e-mail could not be sent',
      notFound: 'This is not here any more',
      over: 'This link is over',
      other: 'This did not work',
    },
    leads: {
      unknown: 'The link may or may not have gone out. Try again: nobody gets it twice.',
      rateLimited: 'This one was not sent. Try again later.',
      address: 'Nothing was sent.',
      mail: 'The link in it was revoked, so nothing is left open. Try again in a few minutes.',
      notAllowed: 'Your role cannot send links. Nothing was sent.',
      signedOut: 'Sign in again, then send it.',
      outdated: 'This page is older than the new version. Reload it, and start from here again.',
      notFound: 'It may have been removed. Nothing was sent.',
      over: 'It was used or revoked meanwhile. Nothing was sent.',
      other: 'Something has to be set up at {host} before links can be sent.',
    },
  },

  /** The links that colleagues were sent. */
  invitations: {
    title: 'Links sent',
    filters: 'Filter by what became of it',
    all: 'All',
    pending: 'Waiting',
    used: 'Received',
    closed: 'Over',
    loading: 'Loading the links',
    emptyTitle: 'Nobody was asked yet',
    emptyLead:
      'Where someone else has the utility login, send them a link. You will see here when it is opened and when details come in.',
    noMatchTitle: 'Nothing here any more',
    showAll: 'Show all',
    errorTitle: 'We could not load the links',
    errorLead: 'Links that were sent go on working.',
    loadingMore: 'Loading…',
    anyone: 'Anyone with the link',
    forNew: 'New utility account',
    forConnection: 'Sign in again: {provider}',
    forSites: 'New account for {sites}',
    byYou: 'by you',
    by: 'by {name}',
    remind: 'Remind',
    remindName: 'Remind {who}',
    again: 'Send a fresh link',
    againName: 'Send a fresh link to {who}',
    freshCopy: 'Copy a fresh link',
    copyLinkName: 'Copy link: {what}',
    revoke: 'Revoke',
    revokeName: 'Revoke the link of {who}',
    revokeAsk: 'Revoke the link? {who} can no longer use it then.',
    revokeAskAnyone: 'Revoke the link? Nobody can use it then.',
    revokeYes: 'Revoke the link',
    revokeNo: 'Keep it',
    revoking: 'Revoking…',
    kept: 'Reminder sent. The link that they have goes on working.',
    replaced: 'New link sent. The old one no longer works.',
    copiedKept: 'Link copied. It is the same one as before.',
    copiedReplaced: 'New link copied. The old one no longer works.',
    copyFailed: 'Copy this link. Whoever has it can use it.',
    sent: 'Sent {when}.',
    made: 'Made {when}.',
    reminded: 'Reminded {when}.',
    opened: 'Opened {when}, no details so far.',
    openedUnknown: 'Opened, no details so far.',
    details: 'Details were submitted {when}.',
    detailsUnknown: 'Details were submitted.',
    expired: 'It ran out before details came in.',
    revoked: 'It can no longer be used.',
    unknown: 'Nectar reports a state that this page does not know yet.',
    stages: {
      sent: 'Sent',
      made: 'Not opened yet',
      opened: 'Opened',
      received: 'Details received',
      expired: 'Ran out',
      revoked: 'Revoked',
      unknown: 'Other',
    },
    /** What is said aloud when something became of a link. */
    news: {
      opened: '{who}: link opened',
      received: '{who}: details received',
      expired: '{who}: link ran out',
      revoked: '{who}: link revoked',
    },
  },
}

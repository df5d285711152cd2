import type { KnownStatus, StatusGroup } from '@nectar-connect/contract/wire'

/** One form for each plural category that the language has; `other` always. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

export interface StatusWords {
  /** The badge: what is so. */
  word: string
  /** What it means, and who acts. */
  sentence: string
}

interface TitleAndLead {
  title: string
  lead: string
}

/** Statuses for which a reconnect has words of its own. */
export type ReconnectReason =
  | 'PASSWORD_INCORRECT'
  | 'MFA_TOKEN_EXPIRED'
  | 'NEW_PASSWORD_NEEDED'
  | 'ADDITIONAL_CREDENTIALS_NEEDED'
  | 'NO_ACCOUNTS_FOUND'
  | 'other'

type Words<Key extends string> = Record<Key, string>

/** Every word a customer reads. `{names}` in braces are filled in. */
export interface Messages
  extends Words<
    | 'close'
    | 'cancel'
    | 'done'
    | 'tryAgain'
    | 'tryAgainIn'
    | 'reference'
    | 'copyReference'
    | 'copied'
    | 'newTab'
    | 'contact'
    | 'today'
  > {
  /** BCP 47: for dates, numbers and plurals. */
  locale: string
  /** Which way the language is written: the embed is laid out so, whatever the page around it does. */
  direction: 'ltr' | 'rtl'
  button: Words<'connect' | 'opening' | 'another' | 'notLoaded' | 'fault' | 'asked' | 'linkOpened'>
  intro: Words<
    | 'title'
    | 'lead'
    | 'collectedTerm'
    | 'collected'
    | 'neverSeesTerm'
    | 'neverSees'
    | 'protects'
    | 'haveReadyTerm'
    | 'haveReady'
    | 'stopTerm'
    | 'stopEmail'
    | 'stopNoEmail'
    | 'question'
    | 'mine'
    | 'mineHint'
    | 'consent'
    | 'consentLinks'
    | 'terms'
    | 'privacy'
  >
  reconnect: Words<
    | 'question'
    | 'mine'
    | 'mineHint'
    | 'stays'
    | 'staysTerm'
    | 'staysLong'
    | 'thisUtility'
    | 'codesTerm'
    | 'codes'
    | 'codesQuestion'
    | 'codesMine'
    | 'codesMineHint'
    | 'setPasswordAt'
  > & { titles: Words<ReconnectReason>; leads: Words<ReconnectReason> }
  narrow: Words<'title' | 'lead' | 'leadLink' | 'anyway' | 'send' | 'fine' | 'fineForever'>
  frame: Words<
    | 'title'
    | 'reconnectTitle'
    | 'name'
    | 'opening'
    | 'page'
    | 'notShowing'
    | 'unseen'
    | 'openInTab'
    | 'timeLeft'
    | 'expiring'
    | 'fresh'
    | 'expiringSpoken'
    | 'offline'
    | 'offlineLead'
  >
  /** While Nectar's page goes on, and its news does not reach us. */
  trouble: Words<'signedOut' | 'outdated' | 'network' | 'other'>
  tab: Words<'title' | 'lead' | 'none' | 'again' | 'here' | 'copy' | 'fine'>
  expired: Words<'title' | 'interruptedTitle' | 'lead' | 'again'>
  submitted: Words<
    | 'title'
    | 'lead'
    | 'reconnectLead'
    | 'thisUtility'
    | 'received'
    | 'checking'
    | 'checkingHint'
    | 'bills'
    | 'billsHint'
    | 'fine'
    | 'fineInline'
    | 'connected'
    | 'connectedLead'
    | 'accepted'
    | 'billsHintConnected'
    | 'rejected'
    | 'rejectedLead'
    | 'tried'
    | 'triedHint'
    | 'signInThere'
    | 'tryAgainHint'
    | 'mends'
    | 'stopped'
    | 'slow'
    | 'slowLead'
    | 'slowStep'
    | 'slowHint'
  >
  ended: Words<'revokedTitle' | 'revokedLead' | 'fulfilledTitle' | 'fulfilledLead'>
  failed: Record<
    | 'network'
    | 'companyMissing'
    | 'blocked'
    | 'untrusted'
    | 'slow'
    | 'stale'
    | 'busy'
    | 'nectar'
    | 'notFound'
    | 'setup',
    TitleAndLead
  > & {
    signedOut: TitleAndLead & { signIn: string }
    notAllowed: TitleAndLead & { who: string }
    outdated: TitleAndLead & { reload: string }
  }
  /** Asking somebody else for the sign-in. */
  share: Words<
    | 'question'
    | 'twin'
    | 'twinHint'
    | 'reconnectTwin'
    | 'codesTwin'
    | 'only'
    | 'onlyHint'
    | 'nobody'
    | 'nobodyWho'
    | 'ask'
    | 'askElse'
    | 'back'
    | 'title'
    | 'codesTitle'
    | 'selfTitle'
    | 'lead'
    | 'reconnectLead'
    | 'codesLead'
    | 'selfLead'
    | 'until'
    | 'forever'
    | 'to'
    | 'toSeveral'
    | 'onlyThis'
    | 'onlyThese'
    | 'several'
    | 'people'
    | 'remove'
    | 'note'
    | 'notePlaceholder'
    | 'language'
    | 'byNectar'
    | 'byHost'
    | 'copyWarning'
    | 'sending'
    | 'copy'
    | 'copyInstead'
    | 'copying'
    | 'preview'
    | 'noAddress'
    | 'badAddress'
    | 'badDomain'
    | 'badDomainOf'
    | 'tooMany'
  > & { send: Plural; left: Plural }
  /** The mail before it is sent. */
  preview: Words<
    | 'title'
    | 'lead'
    | 'loading'
    | 'subject'
    | 'frame'
    | 'asText'
    | 'nectarTitle'
    | 'nectarLead'
    | 'errorTitle'
  >
  /** After a link went out. */
  shared: Words<
    | 'title'
    | 'nectarLead'
    | 'hostLead'
    | 'sentStep'
    | 'madeStep'
    | 'notOpened'
    | 'openedStep'
    | 'worksUntil'
    | 'received'
    | 'receivedLead'
    | 'expired'
    | 'expiredHint'
    | 'withdrawn'
    | 'withdrawnHint'
    | 'resultsTitle'
    | 'resultsLead'
    | 'failedTitle'
    | 'failedLead'
    | 'alreadyTitle'
    | 'alreadyLead'
    | 'already'
    | 'notSent'
    | 'copiedTitle'
    | 'copiedLead'
    | 'copyTitle'
    | 'copyLead'
    | 'copyField'
    | 'copyAgain'
    | 'more'
  > & { sentTitle: Plural }
  shareFailed: Record<
    | 'unknown'
    | 'rateLimited'
    | 'address'
    | 'mail'
    | 'notAllowed'
    | 'signedOut'
    | 'outdated'
    | 'notFound'
    | 'over'
    | 'other',
    TitleAndLead
  >
  /** The links that colleagues were sent. */
  invitations: Words<
    | 'title'
    | 'filters'
    | 'all'
    | 'waiting'
    | 'received'
    | 'over'
    | 'loading'
    | 'emptyTitle'
    | 'emptyLead'
    | 'noMatchTitle'
    | 'showAll'
    | 'errorTitle'
    | 'errorLead'
    | 'showMore'
    | 'loadingMore'
    | 'anyone'
    | 'forNew'
    | 'forConnection'
    | 'forSites'
    | 'byYou'
    | 'by'
    | 'remind'
    | 'remindName'
    | 'again'
    | 'againName'
    | 'freshCopy'
    | 'copyLink'
    | 'copyLinkName'
    | 'withdraw'
    | 'withdrawName'
    | 'withdrawAsk'
    | 'withdrawAskAnyone'
    | 'withdrawYes'
    | 'withdrawNo'
    | 'reminding'
    | 'withdrawing'
    | 'kept'
    | 'replaced'
    | 'copiedKept'
    | 'copiedReplaced'
    | 'copyFailed'
    | 'sent'
    | 'reminded'
    | 'opened'
    | 'openedUnknown'
    | 'details'
    | 'detailsUnknown'
    | 'expired'
    | 'withdrawn'
    | 'unknown'
    | 'made'
  > & {
    stages: Words<'sent' | 'made' | 'opened' | 'received' | 'expired' | 'withdrawn' | 'unknown'>
    /** What is said aloud when something became of a link. */
    news: Words<'opened' | 'received' | 'expired' | 'withdrawn'>
  }
  list: Words<
    | 'title'
    | 'search'
    | 'all'
    | 'needsYou'
    | 'everythingElse'
    | 'filters'
    | 'loading'
    | 'emptyTitle'
    | 'emptyLead'
    | 'emptyChoice'
    | 'emptyChoiceHint'
    | 'emptyAsk'
    | 'noMatchTitle'
    | 'noMatchLead'
    | 'searchAll'
    | 'clearSearch'
    | 'errorTitle'
    | 'errorLead'
    | 'updated'
    | 'unnamed'
    | 'separator'
    | 'showing'
    | 'showMore'
    | 'signInAgain'
    | 'setUpCodes'
    | 'actionName'
  > & { groups: Words<StatusGroup>; sites: Plural; elsewhere: Plural }
  card: Words<
    | 'loading'
    | 'errorTitle'
    | 'pausedSince'
    | 'since'
    | 'offSince'
    | 'you'
    | 'youCan'
    | 'othersCan'
    | 'administratorCan'
    | 'nobody'
    | 'nectar'
    | 'host'
    | 'unknown'
    | 'newPassword'
    | 'setPasswordAt'
    | 'utilitySite'
    | 'thenHere'
    | 'history'
    | 'linkSent'
    | 'linkMade'
    | 'linkOpenedBy'
    | 'linkOpened'
  >
  history: Words<
    | 'title'
    | 'loading'
    | 'errorTitle'
    | 'empty'
    | 'emptyPending'
    | 'was'
    | 'wasFor'
    | 'first'
    | 'paused'
    | 'checkingAgain'
    | 'showOlder'
  >
  /** What is said aloud when statuses change, and how news gets here. */
  news: Words<'one' | 'everyMinute'> & { many: Plural; groups: Record<StatusGroup, Plural> }
  /** By Nectar's utility type, as within a sentence; a type that is not here is humanised. */
  utilities: Record<string, string>
  status: Record<KnownStatus | 'inactive' | 'checkingAgain' | 'slow' | 'unknown', StatusWords>
}

import { enFlow } from './en-flow.ts'
import { enStatus } from './en-status.ts'

/** English of the lists and cards. */
export const enLists = {
  ...enStatus,
  ...enFlow,
  button: { ...enStatus.button, ...enFlow.button },
  share: { ...enFlow.share, askElse: 'Ask someone else' },
  showMore: 'Show more',

  /** By Nectar's utility type, as within a sentence; a type that is not here is humanized. */
  utilities: {
    ELECTRICITY: 'electricity',
    GAS: 'gas',
    WATER: 'water',
    DISTRICT: 'district heat',
    WASTE: 'waste',
    FUEL: 'fuel',
    MISC: 'other',
    REFRIGERANT: 'refrigerant',
    SOLAR: 'solar',
    TELECOM: 'telecom',
  },

  list: {
    ...enStatus.list,
    ...enFlow.list,
    title: 'Utility accounts',
    search: 'Search by utility or site',
    all: 'All',
    everythingElse: 'Everything else',
    filters: 'Filter by state',
    groups: {
      healthy: 'Connected',
      waiting: 'In progress',
      'needs-you': 'Needs you',
      provider: 'Utility’s side',
      inactive: 'Off',
      unknown: 'Other',
    },
    loading: 'Loading utility accounts',
    emptyTitle: 'No utility accounts yet',
    emptyLead:
      'Connect one, and its bills come here by themselves. You need the login, or someone who has it.',
    emptyAsk: 'Ask somebody who has the login of a utility account. Its bills then come here by themselves.',
    noMatchTitle: 'Nothing matches “{query}” here',
    noMatchLead: 'Another word may find it.',
    elsewhere: {
      one: 'One account outside this filter does: {name}.',
      other: '{count} accounts outside this filter do.',
    },
    searchAll: 'Search all {count}',
    clearSearch: 'Clear search',
    errorTitle: 'We could not load your utility accounts',
    errorLead: 'Collection does not depend on this page and goes on as before.',
    updated: 'Updated {when}',
    sites: {
      one: '{count} site',
      other: '{count} sites',
    },
    separator: ', ',
    showing: 'Showing {shown} of {total}',
    actionName: '{action}: {provider}',
  },

  card: {
    ...enStatus.card,
    loading: 'Loading this utility account',
    errorTitle: 'We could not load this utility account',
    pausedSince: 'Paused since {when}',
    since: 'Since {when}',
    offSince: 'Off since {when}',
    you: 'You',
    youCan: '{you} can fix this',
    othersCan: '{names} can fix this',
    administratorCan: 'An administrator can fix this',
    nobody: 'Nothing to do',
    nectar: '{nectar} is on it',
    host: '{host} can help',
    unknown: 'If it stays, ask {host}',
    newPassword: 'Your utility asks for a new password. Tell whoever shares this login.',
    setPasswordAt: 'Set a new password at {site}',
    utilitySite: 'your utility’s site',
    thenHere: 'Sign in again here with it',
    history: 'History',
  },

  history: {
    loading: 'Loading the history',
    errorTitle: 'We could not load the history.',
    empty: 'No changes so far.',
    emptyPending: 'No changes so far. The first check is on its way.',
    was: 'Was “{word}”.',
    wasFor: 'Was “{word}” for {duration}.',
    first: 'First status of this account.',
    paused: 'Collection paused.',
    checkingAgain: 'New details were sent. Nectar tries them next.',
    showOlder: 'Show older',
  },

  /** What is said aloud when statuses change, and how news gets here. */
  news: {
    one: '{name}: {word}',
    many: {
      one: '{count} account changed: {groups}',
      other: '{count} accounts changed: {groups}',
    },
    groups: {
      'needs-you': {
        one: '{count} needs you',
        other: '{count} need you',
      },
      healthy: {
        one: '{count} is connected',
        other: '{count} are connected',
      },
      waiting: {
        one: '{count} is in progress',
        other: '{count} are in progress',
      },
      provider: {
        one: '{count} waits for its utility',
        other: '{count} wait for their utility',
      },
      inactive: {
        one: '{count} is off',
        other: '{count} are off',
      },
      unknown: {
        one: '{count} has another status',
        other: '{count} have another status',
      },
    },
    everyMinute: 'Not live: looking every minute',
  },

  failed: { ...enStatus.failed, leads: { ...enStatus.failed.leads, ...enFlow.failed.leads } },
}

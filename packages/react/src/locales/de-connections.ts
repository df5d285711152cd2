import type { ConnectionMessages } from '../i18n/message-parts.ts'

/** German: how connections fare. */
export const deConnections: ConnectionMessages = {
  list: {
    title: 'Versorgerkonten',
    search: 'Versorger oder Standort suchen',
    all: 'Alle',
    needsYou: 'Sie sind gefragt',
    everythingElse: 'Alles andere',
    filters: 'Nach Stand filtern',
    groups: {
      healthy: 'Verbunden',
      waiting: 'In Arbeit',
      'needs-you': 'Sie sind gefragt',
      provider: 'Beim Versorger',
      inactive: 'Aus',
      unknown: 'Sonstige',
    },
    loading: 'Versorgerkonten werden geladen',
    emptyTitle: 'Noch keine Versorgerkonten',
    emptyLead:
      'Verbinden Sie eines, und seine Rechnungen kommen von selbst hierher. Sie brauchen die Zugangsdaten oder jemanden, der sie hat.',
    emptyChoice: 'Ich habe sie',
    emptyChoiceHint: 'Versorgerkonto verbinden',
    emptyAsk:
      'Bitten Sie jemanden, der die Zugangsdaten eines Versorgerkontos hat. Seine Rechnungen kommen dann von selbst hierher.',
    noMatchTitle: 'Hier passt nichts zu „{query}“',
    noMatchLead: 'Vielleicht hilft ein anderes Wort.',
    elsewhere: {
      one: 'Ein Konto außerhalb dieses Filters passt: {name}.',
      other: '{count} Konten außerhalb dieses Filters passen.',
    },
    searchAll: 'Alle {count} durchsuchen',
    clearSearch: 'Suche leeren',
    errorTitle: 'Ihre Versorgerkonten ließen sich nicht laden',
    errorLead: 'Das Abholen hängt nicht von dieser Seite ab und läuft weiter wie bisher.',
    updated: 'Aktualisiert: {when}',
    sites: { one: '{count} Standort', other: '{count} Standorte' },
    unnamed: 'Versorgerkonto',
    separator: ', ',
    showing: '{shown} von {total}',
    showMore: 'Mehr anzeigen',
    signInAgain: 'Erneut anmelden',
    setUpCodes: 'Codes einrichten',
    actionName: '{action}: {provider}',
  },

  card: {
    loading: 'Versorgerkonto wird geladen',
    errorTitle: 'Dieses Versorgerkonto ließ sich nicht laden',
    pausedSince: 'Pausiert seit: {when}',
    since: 'Seit: {when}',
    offSince: 'Aus seit: {when}',
    you: 'Sie',
    youCan: '{you} können das beheben',
    othersCan: '{names} kann das beheben',
    administratorCan: 'Ihre Administration kann das beheben',
    nobody: 'Nichts zu tun',
    nectar: '{nectar} kümmert sich darum',
    host: '{host} kann helfen',
    unknown: 'Wenn es so bleibt, fragen Sie {host}',
    newPassword:
      'Ihr Versorger verlangt ein neues Passwort. Sagen Sie allen Bescheid, die diese Zugangsdaten nutzen.',
    setPasswordAt: 'Neues Passwort festlegen: {site}',
    utilitySite: 'Website Ihres Versorgers',
    thenHere: 'Hier damit erneut anmelden',
    history: 'Verlauf',
    linkSent: 'Ein Link ging an {who}: {when}.',
    linkMade: 'Ein Link wurde erstellt: {when}.',
    linkOpenedBy: '{who} hat den Link geöffnet, bisher keine Angaben.',
    linkOpened: 'Der Link wurde geöffnet, bisher keine Angaben.',
  },

  history: {
    title: 'Verlauf',
    loading: 'Verlauf wird geladen',
    errorTitle: 'Der Verlauf ließ sich nicht laden.',
    empty: 'Bisher keine Änderungen.',
    emptyPending: 'Bisher keine Änderungen. Die erste Prüfung läuft.',
    was: 'Vorher „{word}“.',
    wasFor: 'Vorher „{word}“ ({duration}).',
    first: 'Erster Status dieses Kontos.',
    paused: 'Abholen pausiert.',
    checkingAgain: 'Neue Angaben wurden gesendet. Nectar probiert sie als Nächstes aus.',
    showOlder: 'Ältere anzeigen',
  },

  news: {
    one: '{name}: {word}',
    many: {
      one: '{count} Konto hat sich geändert: {groups}',
      other: '{count} Konten haben sich geändert: {groups}',
    },
    groups: {
      'needs-you': { one: 'bei {count} sind Sie gefragt', other: 'bei {count} sind Sie gefragt' },
      healthy: { one: '{count} ist verbunden', other: '{count} sind verbunden' },
      waiting: { one: '{count} ist in Arbeit', other: '{count} sind in Arbeit' },
      provider: { one: '{count} wartet auf den Versorger', other: '{count} warten auf den Versorger' },
      inactive: { one: '{count} ist aus', other: '{count} sind aus' },
      unknown: { one: '{count} hat einen anderen Status', other: '{count} haben einen anderen Status' },
    },
    everyMinute: 'Nicht live: Es wird jede Minute nachgesehen',
  },

  utilities: {
    ELECTRICITY: 'Strom',
    GAS: 'Gas',
    WATER: 'Wasser',
    DISTRICT: 'Fernwärme',
    WASTE: 'Abfall',
    FUEL: 'Brennstoff',
    MISC: 'Sonstiges',
    REFRIGERANT: 'Kältemittel',
    SOLAR: 'Solarstrom',
    TELECOM: 'Telekommunikation',
  },

  status: {
    PENDING: {
      word: 'Wird geprüft',
      sentence: 'Angaben erhalten. Meist innerhalb weniger Stunden, manchmal bis zu 48.',
    },
    CONNECTED: { word: 'Verbunden', sentence: 'Jede Woche wird nach neuen Rechnungen gesucht.' },
    UNDER_INVESTIGATION: {
      word: 'Wird untersucht',
      sentence: 'Das Team von Nectar sieht es sich an. Das Abholen ist so lange pausiert.',
    },
    PASSWORD_INCORRECT: {
      word: 'Anmeldung abgelehnt',
      sentence:
        'Ihr Versorger hat das gespeicherte Passwort abgelehnt. Melden Sie sich erneut an, damit das Abholen weitergeht.',
    },
    MFA_TOKEN_EXPIRED: {
      word: 'Codes kommen nicht an',
      sentence:
        'Sicherheitscodes erreichen Nectar nicht mehr. Halten Sie das Telefon oder Postfach bereit, an das sie gehen.',
    },
    NEW_PASSWORD_NEEDED: {
      word: 'Neues Passwort nötig',
      sentence:
        'Ihr Versorger verlangt ein neues Passwort. Legen Sie es dort fest und melden Sie sich dann hier erneut an.',
    },
    ADDITIONAL_CREDENTIALS_NEEDED: {
      word: 'Weitere Angaben nötig',
      sentence: 'Ihr Versorger fragt bei der Anmeldung nach einer weiteren Angabe.',
    },
    NO_ACCOUNTS_FOUND: {
      word: 'Keine Konten gefunden',
      sentence:
        'Die Anmeldung funktioniert, zeigt aber keine Konten. Mit anderen Zugangsdaten sind sie vielleicht zu sehen.',
    },
    WEBSITE_DOWN: {
      word: 'Website des Versorgers gestört',
      sentence: 'Die Website antwortet nicht. Es wird von selbst erneut versucht.',
    },
    URL_INACCESSIBLE: {
      word: 'Adresse nicht erreichbar',
      sentence:
        'Vielleicht hat sich die Webadresse des Versorgers geändert. Der Support von {host} kann nachsehen.',
    },
    OTHER_ERROR: {
      word: 'Etwas Unerwartetes',
      sentence: 'Es wird untersucht. Das Abholen ist so lange pausiert.',
    },
    COMPANY_INACTIVE: {
      word: 'Abholen ausgeschaltet',
      sentence: 'Für Ihre Organisation ausgeschaltet.',
    },
    inactive: {
      word: 'Abholen ausgeschaltet',
      sentence: 'Für dieses Konto ausgeschaltet. {host} kann es wieder einschalten.',
    },
    checkingAgain: {
      word: 'Neue Anmeldung wird geprüft',
      sentence:
        'Sie haben sich erneut angemeldet. Bis zur nächsten Prüfung ist vielleicht noch der alte Status zu sehen.',
    },
    slow: {
      word: 'Dauert länger als üblich',
      sentence: 'Vom Versorger kam noch keine Antwort. Der Support kann nachsehen.',
    },
    unknown: {
      word: '{status}',
      sentence: 'Nectar meldet einen Status, den diese Seite noch nicht kennt.',
    },
  },
}

import type { Messages } from '../i18n/messages.ts'

/** German. */
export const de: Messages = {
  locale: 'de',
  direction: 'ltr',
  close: 'Schließen',
  cancel: 'Abbrechen',
  done: 'Fertig',
  tryAgain: 'Erneut versuchen',
  tryAgainIn: 'Erneut versuchen in {time}',
  reference: 'Referenz',
  copyReference: 'Referenz kopieren',
  copied: 'Kopiert',
  sending: 'Wird gesendet …',
  showMore: 'Mehr anzeigen',
  copyLink: 'Link kopieren',
  newTab: '(öffnet sich in einem neuen Tab)',
  contact: '{host} kontaktieren',
  today: 'Heute, {time}',

  button: {
    connect: 'Versorgerkonto verbinden',
    opening: 'Wird geöffnet …',
    another: 'Weiteres verbinden',
    notLoaded: 'Das ließ sich nicht laden. Sind Sie online?',
    fault: 'Dieser Teil ließ sich nicht laden.',
    asked: 'Jemand wurde gefragt',
    linkOpened: 'Link geöffnet',
  },

  intro: {
    title: 'Versorgerkonto verbinden',
    lead: '{host} arbeitet mit {nectar} zusammen, einem Unternehmen, das Rechnungen bei Versorgern abholt. So muss sie niemand von Hand herunterladen.',
    collectedTerm: 'Was abgeholt wird',
    collected:
      'Rechnungen, Verbrauch und Kosten für die Standorte und Zeiträume, die Sie wählen. Nectar sieht jede Woche nach, ob es neue gibt.',
    neverSeesTerm: 'Was {host} nie sieht',
    neverSees: 'Ihr Passwort. Sie geben es auf der Seite von Nectar ein, nicht bei uns.',
    protects: 'So schützt Nectar es',
    haveReadyTerm: 'Was Sie brauchen',
    haveReady:
      'Ihre Zugangsdaten beim Versorger, das Telefon oder Postfach, an das Sicherheitscodes gehen, und die Namen Ihrer Standorte.',
    stopTerm: 'Beenden oder nachfragen',
    stopEmail: 'Schreiben Sie jederzeit an {email}.',
    stopNoEmail: 'Fragen Sie jederzeit das Team von {host}.',
    question: 'Wer hat die Zugangsdaten des Versorgerkontos?',
    mine: 'Ich habe sie',
    mineHint: 'Auf der Seite von Nectar anmelden',
    consent: 'Wenn Sie fortfahren, darf Nectar diese Daten für {host} abholen.',
    consentLinks: '{terms} und {privacy}.',
    terms: 'Nutzungsbedingungen',
    privacy: 'Datenschutz',
  },

  reconnect: {
    question: 'Wer hat die Zugangsdaten?',
    mine: 'Ich habe sie',
    stays: 'Ihre Standorte und alles bisher Abgeholte bleiben, wie sie sind.',
    staysTerm: 'Was bleibt',
    staysLong: 'Ihre Standorte, Ihre Rechnungen und alles bisher Abgeholte.',
    thisUtility: 'Der Versorger',
    titles: {
      PASSWORD_INCORRECT: 'Erneut anmelden',
      MFA_TOKEN_EXPIRED: 'Sicherheitscodes wieder einrichten',
      NEW_PASSWORD_NEEDED: 'Neues Passwort festlegen, dann erneut anmelden',
      ADDITIONAL_CREDENTIALS_NEEDED: 'Ihr Versorger fragt nach mehr',
      NO_ACCOUNTS_FOUND: 'Mit anderen Zugangsdaten anmelden',
      other: 'Erneut anmelden',
    },
    leads: {
      PASSWORD_INCORRECT: '{provider} hat das gespeicherte Passwort abgelehnt, meist weil es geändert wurde.',
      MFA_TOKEN_EXPIRED:
        '{provider} schickt bei der Anmeldung einen Code, und die Codes erreichen Nectar nicht mehr. Ein Passwort ist diesmal nicht nötig.',
      NEW_PASSWORD_NEEDED:
        '{provider} verlangt ein neues Passwort. Legen Sie es zuerst auf der Website des Versorgers fest und melden Sie sich dann hier damit an. Sagen Sie allen Bescheid, die diese Zugangsdaten nutzen.',
      ADDITIONAL_CREDENTIALS_NEEDED: '{provider} fragt bei der Anmeldung nach einer weiteren Angabe.',
      NO_ACCOUNTS_FOUND:
        '{provider} nimmt die Anmeldung an, zeigt aber keine Konten. Mit anderen Zugangsdaten sind sie vielleicht zu sehen.',
      other: '{provider} verlangt noch einmal Ihre Anmeldung.',
    },
    codesTerm: 'Was Sie zur Hand haben sollten',
    codes:
      'Das Telefon oder Postfach, an das die Codes gehen. Die Seite von Nectar zeigt, wie Sie sie weiterleiten.',
    codesQuestion: 'Wer bekommt die Codes?',
    codesMine: 'Ich',
    codesMineHint: 'Auf der Seite von Nectar einrichten',
    setPasswordAt: 'Neues Passwort festlegen bei {site}',
  },

  narrow: {
    title: 'Hierfür ist ein größerer Bildschirm nötig',
    lead: 'Die Seite von Nectar ist für Computer gemacht. Machen Sie nach Möglichkeit dort weiter, oder öffnen Sie sie hier und scrollen Sie seitwärts.',
    leadLink:
      'Die Seite von Nectar ist für Computer gemacht. Schicken Sie sich einen Link und machen Sie dort weiter, oder öffnen Sie sie hier und scrollen Sie seitwärts.',
    anyway: 'Trotzdem hier öffnen',
    send: 'Link an meinen Computer senden',
    fine: 'Der Link geht an {address} und gilt bis {date}.',
    fineForever: 'Der Link geht an {address}.',
  },

  frame: {
    name: 'Anmeldeseite von Nectar',
    opening: 'Die Seite von Nectar wird geöffnet …',
    page: 'Seite von Nectar',
    notShowing: 'Nichts zu sehen?',
    unseen:
      'Ist hier nichts oder ein Fehler zu sehen? Ihr Browser oder Netzwerk blockiert die Seite vielleicht.',
    openInTab: 'In neuem Tab öffnen',
    timeLeft: 'Noch {time}',
    expiring: '{left} auf dieser Seite. Schließen Sie jetzt ab, oder beginnen Sie auf einer neuen von vorn.',
    fresh: 'Neue Seite öffnen',
    expiringSpoken: 'Die Zeit auf dieser Seite läuft bald ab. Sie können eine neue öffnen.',
    offline: 'Sie sind offline.',
    offlineLead: 'Lassen Sie dieses Fenster offen: Es geht weiter, sobald Sie wieder online sind.',
  },

  trouble: {
    signedOut:
      'Sie wurden bei {host} abgemeldet. Sie können hier abschließen. Das Ergebnis erscheint, sobald Sie wieder angemeldet sind.',
    outdated:
      '{host} wurde aktualisiert. Schließen Sie hier ab und laden Sie dann die Seite neu, um das Ergebnis zu sehen.',
    network:
      '{host} antwortet gerade nicht. Sie können hier weitermachen: Das Ergebnis erscheint, sobald wieder eine Antwort kommt.',
    other: 'Wir sehen gerade nicht, wie weit Sie sind. Sie können hier trotzdem weitermachen.',
  },

  tab: {
    title: 'Machen Sie in einem neuen Tab weiter',
    lead: 'Sehen Sie nach, ob die Seite von Nectar in einem neuen Tab erschienen ist. Dieses Fenster bemerkt von selbst, wenn Ihre Angaben eingegangen sind.',
    none: 'Kein neuer Tab? Vielleicht hat Ihr Browser ihn blockiert. Machen Sie hier weiter, oder kopieren Sie den Link und öffnen Sie ihn selbst.',
    again: 'Noch einmal öffnen',
    here: 'Hier weitermachen',
    fine: 'Sie können dieses Fenster schließen. Das Ergebnis steht dann in Ihrer Liste der Versorgerkonten.',
  },

  expired: {
    title: 'Die Zeit auf dieser Seite ist abgelaufen',
    interruptedTitle: 'Der Vorgang wurde nicht abgeschlossen',
    lead: 'Wir haben bei Nectar nachgefragt: Es sind keine Angaben eingegangen. Eine neue Seite beginnt von vorn.',
    again: 'Von vorn beginnen',
  },

  submitted: {
    lead: 'Nectar probiert sie jetzt bei {provider} aus.',
    reconnectLead:
      'Nectar probiert die neue Anmeldung jetzt bei {provider} aus. Bis dahin ist vielleicht noch der alte Status zu sehen.',
    thisUtility: 'Ihrem Versorger',
    received: 'Bei Nectar eingegangen',
    checking: 'Anmeldung wird geprüft',
    checkingHint: 'Meist innerhalb weniger Stunden, manchmal bis zu 48.',
    bills: 'Die ersten Rechnungen kommen an',
    billsHint: 'Danach kann es noch einige Tage dauern.',
    fine: 'Sie können dieses Fenster schließen. Das Ergebnis steht dann in Ihrer Liste der Versorgerkonten.',
    fineInline:
      'Sie können diese Seite verlassen. Das Ergebnis steht dann in Ihrer Liste der Versorgerkonten.',
    connected: 'Verbunden',
    connectedLead: '{provider} hat die Anmeldung angenommen. Nectar sucht jede Woche nach neuen Rechnungen.',
    accepted: 'Anmeldung angenommen',
    billsHintConnected: 'Das kann einige Tage dauern.',
    rejectedLead:
      '{provider} hat diese Angaben nicht angenommen. Meist wurde das Passwort geändert oder falsch eingegeben.',
    tried: 'Ausprobiert bei {site}',
    triedHint: 'Wenn möglich, {signIn}. Versuchen Sie es dann hier erneut.',
    signInThere: 'melden Sie sich zuerst dort an',
    tryAgainHint: 'Auf der Seite von Nectar',
    mends: 'Ein neuer Versuch repariert diese Verbindung. Es kommt keine zweite hinzu.',
    stopped: 'Angehalten',
    slow: 'Dauert länger als üblich',
    slowLead:
      'Nectar hat Ihre Angaben erhalten, aber noch keine Antwort von {provider}. Sie brauchen nichts zu tun.',
    slowStep: 'Anmeldung wird noch geprüft',
    slowHint: 'Schon länger als die üblichen 48 Stunden.',
  },

  ended: {
    revokedTitle: 'Dieser Link wurde zurückgezogen',
    revokedLead:
      'Jemand hat ihn absichtlich abgeschaltet, er lässt sich also nicht mehr verwenden. Wenn Sie das überrascht, fragen Sie {host}, bevor Sie von vorn beginnen.',
    fulfilledTitle: 'Dieser Link wurde schon verwendet',
    fulfilledLead:
      'Damit wurden bereits Angaben gesendet, er hat also seinen Zweck erfüllt. Wie es um das Konto steht, zeigt Ihre Liste der Versorgerkonten.',
  },

  failed: {
    titles: {
      network: 'Die Seite ließ sich nicht öffnen',
      host: 'Die Seite ließ sich nicht öffnen',
      signedOut: 'Sie wurden abgemeldet',
      notAllowed: 'Ihnen fehlt die Berechtigung',
      companyMissing: 'Noch nicht eingerichtet',
      outdated: '{host} wurde aktualisiert',
      blocked: 'Die Seite von Nectar kann hier nicht gezeigt werden',
      untrusted: 'Die Seite von Nectar kann hier nicht gezeigt werden',
      slow: 'Die Seite von Nectar öffnet sich nur langsam',
      stale: 'Es ließ sich keine neue Seite öffnen',
      busy: 'Zu viele Anfragen auf einmal',
      nectar: 'Nectar hat nicht geantwortet',
      notFound: 'Dieses Konto gibt es hier nicht mehr',
      setup: 'Das funktioniert noch nicht',
    },
    leads: {
      network:
        '{host} hat nicht geantwortet. An Ihrem Versorgerkonto wurde nichts geändert. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.',
      host: 'Bei {host} ist ein Problem aufgetreten. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
      signedOut:
        'Melden Sie sich bei {host} wieder an und kommen Sie auf diese Seite zurück. An Ihren Versorger wurde nichts gesendet.',
      notAllowed: 'Mit Ihrer Rolle können Sie Versorgerkonten sehen, aber nicht hinzufügen oder ändern.',
      companyMissing:
        'Ihre Organisation ist bei Nectar noch nicht registriert. {host} muss das einmal tun, dann können Sie Konten verbinden.',
      outdated:
        'Diese Seite ist älter als die neue Version und kann nicht weitermachen. Laden Sie sie neu und beginnen Sie hier noch einmal.',
      blocked:
        'Eine Einstellung dieser Website verhindert es. In einem eigenen Tab öffnet sie sich wie gewohnt, und dieses Fenster bemerkt, wenn Ihre Angaben eingegangen sind.',
      untrusted:
        'Ihre Adresse ist nicht die, die {host} erwartet, deshalb wurde sie nicht geöffnet. An Ihrem Versorgerkonto wurde nichts geändert.',
      slow: 'Nach einer halben Minute ist sie noch nicht da. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es erneut, oder öffnen Sie sie in einem eigenen Tab.',
      stale:
        'Die Seite, die ankam, war schon abgelaufen. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
      busy: 'Bitte warten Sie einen Moment und versuchen Sie es dann erneut. An Ihrem Versorgerkonto wurde nichts geändert.',
      nectar:
        'Der Dienst, der die Rechnungen abholt, ist gerade nicht erreichbar. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
      notFound:
        'Vielleicht gehört es zu einer anderen Organisation, oder es wurde entfernt. Ihre Liste der Versorgerkonten zeigt, welche es gibt.',
      setup:
        '{host} muss noch etwas einrichten, bevor Konten verbunden werden können. An Ihrem Versorgerkonto wurde nichts geändert.',
    },
    signIn: 'Bei {host} anmelden',
    who: 'Berechtigt: {names}.',
    reload: 'Seite neu laden',
  },

  share: {
    twin: 'Jemand anders hat sie',
    twinHint: 'Einen Link senden',
    reconnectTwin: 'Jemand anders hat sie',
    codesTwin: 'Jemand anders',
    only: 'Link senden',
    onlyHint: 'An die Person mit den Zugangsdaten',
    nobody:
      'Mit Ihrer Rolle können Sie weder Konten verbinden noch Links senden. Wenden Sie sich an Ihre Administration.',
    nobodyWho: 'Mit Ihrer Rolle können Sie weder Konten verbinden noch Links senden. Berechtigt: {names}.',
    ask: 'Jemanden bitten',
    askElse: 'Jemand anders bitten',
    back: 'Zurück',
    title: 'An die Person mit den Zugangsdaten senden',
    codesTitle: 'An die Person senden, die die Codes bekommt',
    selfTitle: 'Link an Ihren Computer senden',
    lead: 'Ein Konto bei {host} ist dafür nicht nötig: Der Link öffnet die Seite von Nectar, und dort meldet sich die Person beim Versorger an.',
    reconnectLead:
      'Ein Konto bei {host} ist dafür nicht nötig: Der Link öffnet die Seite von Nectar, und dort meldet sich die Person erneut bei {provider} an.',
    codesLead:
      'Ein Konto bei {host} ist dafür nicht nötig: Der Link öffnet die Seite von Nectar, und dort richtet die Person die Codes von {provider} ein.',
    selfLead: 'Öffnen Sie die E-Mail dort und machen Sie an derselben Stelle weiter.',
    until: 'Er gilt bis {date}.',
    forever: 'Er gilt, bis er verwendet oder zurückgezogen wird.',
    to: 'E-Mail-Adresse',
    onlyThis: 'Nur diese Adresse kann den Link verwenden.',
    subject: 'Betreff',
    note: 'Nachricht (optional)',
    notePlaceholder: 'In einem Satz, worum es geht',
    language: 'Sprache der E-Mail',
    byNectar: 'Nectar verschickt die E-Mail im Namen von Nectar.',
    byHost: '{host} verschickt die E-Mail in Ihrem Namen.',
    copyWarning:
      'Wer einen kopierten Link hat, kann ihn verwenden. Geben Sie ihn nur an die richtige Person weiter.',
    send: 'Link senden',
    copyInstead: 'Stattdessen Link kopieren',
    copying: 'Link wird erstellt …',
    left: { one: 'Noch {count} Zeichen', other: 'Noch {count} Zeichen' },
    noAddress: 'Geben Sie die E-Mail-Adresse der Person mit den Zugangsdaten ein.',
    badAddress: '„{address}“ ist keine E-Mail-Adresse.',
    oneAddress:
      'Eine E-Mail geht an eine Person. Geben Sie eine Adresse ein: Danach können Sie noch jemand anders bitten.',
    badDomain: 'Links können nur an Adressen bei {domains} gehen.',
    badDomainOf: '„{address}“ kann keinen Link bekommen, nur Adressen bei {domains}.',
  },

  shared: {
    title: 'Link gesendet',
    nectarLead:
      'Nectar wurde gebeten, ihn an {address} zu senden. Sie sehen hier, wenn er geöffnet wird und wenn Angaben eingehen.',
    hostLead:
      'Er ist unterwegs an {address}. Sie sehen hier, wenn er geöffnet wird und wenn Angaben eingehen.',
    madeStep: 'Link erstellt',
    worksUntil: 'Der Link gilt bis {date}.',
    receivedLead: 'Die Angaben wurden gesendet. Nectar probiert sie jetzt beim Versorger aus.',
    expired: 'Link abgelaufen',
    expiredHint: 'Es kamen keine Angaben. Einen neuen Link können Sie aus der Liste der Links senden.',
    revoked: 'Link zurückgezogen',
    alreadyTitle: 'Ein Link ist schon unterwegs',
    alreadyLead: 'An {address} wurde diesmal nichts gesendet. Sie können stattdessen eine Erinnerung senden.',
    copiedTitle: 'Link kopiert',
    copiedLead:
      'Fügen Sie ihn dort ein, wo die Person mit den Zugangsdaten ihn findet. Wer ihn hat, kann ihn verwenden. Geben Sie ihn nur an die richtige Person weiter.',
    copyTitle: 'Diesen Link kopieren',
    copyLead:
      'Der Browser hat das Kopieren nicht erlaubt. Wer den Link hat, kann ihn verwenden. Geben Sie ihn nur an die richtige Person weiter.',
    copyField: 'Der Link',
    copyAgain: 'Noch einmal kopieren',
  },

  shareFailed: {
    titles: {
      unknown: 'Es kam keine Antwort',
      rateLimited: 'Zu viele Links in kurzer Zeit',
      address: 'An diese Adresse dürfen keine Links gehen',
      mail: 'Die E-Mail ließ sich nicht senden',
      notFound: 'Das gibt es hier nicht mehr',
      over: 'Dieser Link gilt nicht mehr',
      other: 'Das hat nicht geklappt',
    },
    leads: {
      unknown:
        'Ob der Link gesendet wurde, ist ungewiss. Versuchen Sie es erneut: Niemand bekommt ihn doppelt.',
      rateLimited: 'Dieser wurde nicht gesendet. Versuchen Sie es später noch einmal.',
      address: 'Es wurde nichts gesendet.',
      mail: 'Der Link darin wurde zurückgezogen, es bleibt also nichts offen. Versuchen Sie es in einigen Minuten erneut.',
      notAllowed: 'Mit Ihrer Rolle können Sie keine Links senden. Es wurde nichts gesendet.',
      signedOut: 'Melden Sie sich wieder an und senden Sie den Link dann.',
      outdated:
        'Diese Seite ist älter als die neue Version. Laden Sie sie neu und beginnen Sie hier noch einmal.',
      notFound: 'Vielleicht wurde es entfernt. Es wurde nichts gesendet.',
      over: 'Er wurde inzwischen verwendet oder zurückgezogen. Es wurde nichts gesendet.',
      other: '{host} muss noch etwas einrichten, bevor Links gesendet werden können.',
    },
  },

  invitations: {
    title: 'Gesendete Links',
    filters: 'Danach filtern, was daraus wurde',
    all: 'Alle',
    pending: 'Offen',
    used: 'Erhalten',
    closed: 'Beendet',
    loading: 'Links werden geladen',
    emptyTitle: 'Noch niemand gebeten',
    emptyLead:
      'Wenn jemand anders die Zugangsdaten hat, senden Sie einen Link. Sie sehen hier, wenn er geöffnet wird und wenn Angaben eingehen.',
    noMatchTitle: 'Hier ist nichts mehr',
    showAll: 'Alle anzeigen',
    errorTitle: 'Die Links ließen sich nicht laden',
    errorLead: 'Gesendete Links funktionieren weiter.',
    loadingMore: 'Wird geladen …',
    anyone: 'Alle, die den Link haben',
    forNew: 'Neues Versorgerkonto',
    forConnection: 'Neue Anmeldung bei {provider}',
    forSites: 'Neues Konto für {sites}',
    byYou: 'von Ihnen',
    by: 'von {name}',
    remind: 'Erinnern',
    remindName: 'Erinnern: {who}',
    again: 'Neuen Link senden',
    againName: 'Neuen Link senden: {who}',
    freshCopy: 'Neuen Link kopieren',
    copyLinkName: 'Link kopieren: {what}',
    revoke: 'Zurückziehen',
    revokeName: 'Link zurückziehen: {who}',
    revokeAsk: 'Link zurückziehen? {who} kann ihn dann nicht mehr verwenden.',
    revokeAskAnyone: 'Link zurückziehen? Niemand kann ihn dann mehr verwenden.',
    revokeYes: 'Link zurückziehen',
    revokeNo: 'Behalten',
    revoking: 'Wird zurückgezogen …',
    kept: 'Erinnerung gesendet. Der bisherige Link funktioniert weiter.',
    replaced: 'Neuer Link gesendet. Der alte funktioniert nicht mehr.',
    copiedKept: 'Link kopiert. Es ist derselbe wie zuvor.',
    copiedReplaced: 'Neuer Link kopiert. Der alte funktioniert nicht mehr.',
    copyFailed: 'Kopieren Sie diesen Link. Wer ihn hat, kann ihn verwenden.',
    sent: 'Gesendet: {when}.',
    made: 'Erstellt: {when}.',
    reminded: 'Erinnert: {when}.',
    opened: 'Geöffnet: {when}, bisher keine Angaben.',
    openedUnknown: 'Geöffnet, bisher keine Angaben.',
    details: 'Angaben gesendet: {when}.',
    detailsUnknown: 'Angaben wurden gesendet.',
    expired: 'Abgelaufen, bevor Angaben kamen.',
    revoked: 'Er lässt sich nicht mehr verwenden.',
    unknown: 'Nectar meldet einen Stand, den diese Seite noch nicht kennt.',
    stages: {
      sent: 'Gesendet',
      made: 'Noch nicht geöffnet',
      opened: 'Geöffnet',
      received: 'Angaben erhalten',
      expired: 'Abgelaufen',
      revoked: 'Zurückgezogen',
      unknown: 'Sonstiges',
    },
    news: {
      opened: 'Link geöffnet: {who}',
      received: '{who}: Angaben erhalten',
      expired: 'Link abgelaufen: {who}',
      revoked: 'Link zurückgezogen: {who}',
    },
  },

  list: {
    title: 'Versorgerkonten',
    search: 'Versorger oder Standort suchen',
    all: 'Alle',
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
    COMPANY_INACTIVE: { word: 'Abholen ausgeschaltet', sentence: 'Für Ihre Organisation ausgeschaltet.' },
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
    unknown: { word: '{status}', sentence: 'Nectar meldet einen Status, den diese Seite noch nicht kennt.' },
  },
}

import type { ConnectMessages } from '../i18n/message-parts.ts'

/** German: connecting. */
export const deConnect: ConnectMessages = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  done: 'Fertig',
  tryAgain: 'Erneut versuchen',
  tryAgainIn: 'Erneut versuchen in {time}',
  reference: 'Referenz',
  copyReference: 'Referenz kopieren',
  copied: 'Kopiert',
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
    mineHint: 'Auf der Seite von Nectar anmelden',
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
    title: 'Versorgerkonto verbinden',
    reconnectTitle: 'Erneut anmelden',
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
    copy: 'Link kopieren',
    fine: 'Sie können dieses Fenster schließen. Das Ergebnis steht dann in Ihrer Liste der Versorgerkonten.',
  },

  expired: {
    title: 'Die Zeit auf dieser Seite ist abgelaufen',
    interruptedTitle: 'Der Vorgang wurde nicht abgeschlossen',
    lead: 'Wir haben bei Nectar nachgefragt: Es sind keine Angaben eingegangen. Eine neue Seite beginnt von vorn.',
    again: 'Von vorn beginnen',
  },

  submitted: {
    title: 'Angaben erhalten',
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
    rejected: 'Anmeldung abgelehnt',
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
    network: {
      title: 'Die Seite ließ sich nicht öffnen',
      lead: '{host} hat nicht geantwortet. An Ihrem Versorgerkonto wurde nichts geändert. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.',
    },
    signedOut: {
      title: 'Sie wurden abgemeldet',
      lead: 'Melden Sie sich bei {host} wieder an und kommen Sie auf diese Seite zurück. An Ihren Versorger wurde nichts gesendet.',
      signIn: 'Bei {host} anmelden',
    },
    notAllowed: {
      title: 'Ihnen fehlt die Berechtigung',
      lead: 'Mit Ihrer Rolle können Sie Versorgerkonten sehen, aber nicht hinzufügen oder ändern.',
      who: 'Berechtigt: {names}.',
    },
    companyMissing: {
      title: 'Noch nicht eingerichtet',
      lead: 'Ihre Organisation ist bei Nectar noch nicht registriert. {host} muss das einmal tun, dann können Sie Konten verbinden.',
    },
    outdated: {
      title: '{host} wurde aktualisiert',
      lead: 'Diese Seite ist älter als die neue Version und kann nicht weitermachen. Laden Sie sie neu und beginnen Sie hier noch einmal.',
      reload: 'Seite neu laden',
    },
    blocked: {
      title: 'Die Seite von Nectar kann hier nicht gezeigt werden',
      lead: 'Eine Einstellung dieser Website verhindert es. In einem eigenen Tab öffnet sie sich wie gewohnt, und dieses Fenster bemerkt, wenn Ihre Angaben eingegangen sind.',
    },
    untrusted: {
      title: 'Die Seite von Nectar kann hier nicht gezeigt werden',
      lead: 'Ihre Adresse ist nicht die, die {host} erwartet, deshalb wurde sie nicht geöffnet. An Ihrem Versorgerkonto wurde nichts geändert.',
    },
    slow: {
      title: 'Die Seite von Nectar öffnet sich nur langsam',
      lead: 'Nach einer halben Minute ist sie noch nicht da. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es erneut, oder öffnen Sie sie in einem eigenen Tab.',
    },
    stale: {
      title: 'Es ließ sich keine neue Seite öffnen',
      lead: 'Die Seite, die ankam, war schon abgelaufen. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
    },
    busy: {
      title: 'Zu viele Anfragen auf einmal',
      lead: 'Bitte warten Sie einen Moment und versuchen Sie es dann erneut. An Ihrem Versorgerkonto wurde nichts geändert.',
    },
    nectar: {
      title: 'Nectar hat nicht geantwortet',
      lead: 'Der Dienst, der die Rechnungen abholt, ist gerade nicht erreichbar. An Ihrem Versorgerkonto wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.',
    },
    notFound: {
      title: 'Dieses Konto gibt es hier nicht mehr',
      lead: 'Vielleicht gehört es zu einer anderen Organisation, oder es wurde entfernt. Ihre Liste der Versorgerkonten zeigt, welche es gibt.',
    },
    setup: {
      title: 'Das funktioniert noch nicht',
      lead: '{host} muss noch etwas einrichten, bevor Konten verbunden werden können. An Ihrem Versorgerkonto wurde nichts geändert.',
    },
  },
}

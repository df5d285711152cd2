import type { Messages } from '../i18n/messages.ts'

/** French. */
export const fr: Messages = {
  locale: 'fr',
  direction: 'ltr',
  close: 'Fermer',
  cancel: 'Annuler',
  done: 'Terminé',
  tryAgain: 'Réessayer',
  tryAgainIn: 'Réessayer dans {time}',
  reference: 'Référence',
  copyReference: 'Copier la référence',
  copied: 'Copié',
  sending: 'Envoi…',
  showMore: 'Afficher plus',
  copyLink: 'Copier le lien',
  newTab: '(s’ouvre dans un nouvel onglet)',
  contact: 'Contacter {host}',
  today: 'Aujourd’hui, {time}',

  button: {
    connect: 'Connecter un compte fournisseur',
    opening: 'Ouverture…',
    another: 'En connecter un autre',
    notLoaded: 'Le chargement a échoué. Êtes-vous en ligne ?',
    fault: 'Cette partie n’a pas pu être chargée.',
    asked: 'Demandé à quelqu’un',
    linkOpened: 'Lien ouvert',
  },

  intro: {
    title: 'Connecter un compte fournisseur',
    lead: '{host} travaille avec {nectar}, une entreprise qui collecte les factures des fournisseurs : personne n’a plus à les télécharger à la main.',
    collectedTerm: 'Ce qui est collecté',
    collected:
      'Factures, consommation et coûts, pour les sites et les dates de votre choix. Nectar vérifie chaque semaine s’il y en a de nouveaux.',
    neverSeesTerm: 'Ce que {host} ne voit jamais',
    neverSees: 'Votre mot de passe. Vous le saisissez sur la page de Nectar, pas sur la nôtre.',
    protects: 'Comment Nectar le protège',
    haveReadyTerm: 'À garder à portée de main',
    haveReady:
      'Vos identifiants chez le fournisseur, le téléphone ou la messagerie qui reçoit les codes de sécurité, et les noms de vos sites.',
    stopTerm: 'Pour arrêter ou poser une question',
    stopEmail: 'Écrivez à {email} à tout moment.',
    stopNoEmail: 'Adressez-vous à l’équipe {host} à tout moment.',
    question: 'Qui détient l’accès au compte fournisseur ?',
    mine: 'C’est moi',
    mineHint: 'M’identifier sur la page de Nectar',
    consent: 'En continuant, vous autorisez Nectar à collecter ces données pour {host}.',
    consentLinks: '{terms} et {privacy}.',
    terms: 'Conditions',
    privacy: 'confidentialité',
  },

  reconnect: {
    question: 'Qui détient l’accès ?',
    mine: 'C’est moi',
    stays: 'Vos sites et tout ce qui a déjà été collecté sont conservés.',
    staysTerm: 'Ce qui est conservé',
    staysLong: 'Vos sites, vos factures et tout ce qui a déjà été collecté.',
    thisUtility: 'Votre fournisseur',
    titles: {
      PASSWORD_INCORRECT: 'Reconnectez-vous',
      MFA_TOKEN_EXPIRED: 'Rétablissez les codes de sécurité',
      NEW_PASSWORD_NEEDED: 'Choisissez un nouveau mot de passe, puis reconnectez-vous',
      ADDITIONAL_CREDENTIALS_NEEDED: 'Votre fournisseur demande autre chose',
      NO_ACCOUNTS_FOUND: 'Utilisez d’autres identifiants',
      other: 'Reconnectez-vous',
    },
    leads: {
      PASSWORD_INCORRECT:
        '{provider} a refusé le mot de passe enregistré, le plus souvent parce qu’il a été modifié.',
      MFA_TOKEN_EXPIRED:
        '{provider} envoie un code à chaque connexion, et les codes ne parviennent plus à Nectar. Cette fois, aucun mot de passe n’est nécessaire.',
      NEW_PASSWORD_NEEDED:
        '{provider} exige un nouveau mot de passe. Choisissez-le d’abord sur le site du fournisseur, puis reconnectez-vous ici avec celui-ci. Prévenez les personnes qui partagent cet accès.',
      ADDITIONAL_CREDENTIALS_NEEDED: '{provider} demande une information de plus à la connexion.',
      NO_ACCOUNTS_FOUND:
        '{provider} accepte les identifiants mais n’affiche aucun compte. D’autres identifiants y donnent peut-être accès.',
      other: '{provider} vous demande de vous reconnecter.',
    },
    codesTerm: 'À garder à portée de main',
    codes:
      'Le téléphone ou la messagerie qui reçoit les codes. La page de Nectar explique comment les transférer.',
    codesQuestion: 'Qui reçoit les codes ?',
    codesMine: 'Moi',
    codesMineHint: 'Les configurer sur la page de Nectar',
    setPasswordAt: 'Choisir un nouveau mot de passe sur {site}',
  },

  narrow: {
    title: 'Un écran plus grand est nécessaire',
    lead: 'La page de Nectar est conçue pour un ordinateur. Continuez-y si vous le pouvez, ou ouvrez-la ici et faites-la défiler latéralement.',
    leadLink:
      'La page de Nectar est conçue pour un ordinateur. Envoyez-vous un lien pour y continuer, ou ouvrez-la ici et faites-la défiler latéralement.',
    anyway: 'L’ouvrir ici malgré tout',
    send: 'Envoyer le lien sur mon ordinateur',
    fine: 'Le lien est envoyé à {address} et fonctionne jusqu’au {date}.',
    fineForever: 'Le lien est envoyé à {address}.',
  },

  frame: {
    name: 'Page d’identification de Nectar',
    opening: 'Ouverture de la page de Nectar…',
    page: 'Page de Nectar',
    notShowing: 'Rien ne s’affiche ?',
    unseen: 'Rien ici, ou une erreur ? Votre navigateur ou votre réseau bloque peut-être cette page.',
    openInTab: 'Ouvrir dans un nouvel onglet',
    timeLeft: 'Il reste {time}',
    expiring: '{left} sur cette page. Terminez maintenant, ou recommencez sur une nouvelle.',
    fresh: 'Ouvrir une nouvelle page',
    expiringSpoken: 'Le temps imparti à cette page est bientôt écoulé. Vous pouvez en ouvrir une nouvelle.',
    offline: 'Vous êtes hors connexion.',
    offlineLead: 'Gardez cette fenêtre ouverte : tout reprendra à votre retour en ligne.',
  },

  trouble: {
    signedOut:
      'Votre session sur {host} est terminée. Vous pouvez finir ici ; le résultat s’affichera quand vous vous serez identifié de nouveau.',
    outdated: '{host} a été mis à jour. Terminez ici, puis rechargez la page pour voir le résultat.',
    network:
      '{host} ne répond pas pour le moment. Vous pouvez continuer ici : le résultat s’affichera dès que possible.',
    other: 'Nous ne voyons pas où vous en êtes pour le moment. Vous pouvez tout de même continuer ici.',
  },

  tab: {
    title: 'Continuez dans un nouvel onglet',
    lead: 'Cherchez la page de Nectar dans un nouvel onglet. Cette fenêtre remarquera d’elle-même l’arrivée de vos informations.',
    none: 'Pas de nouvel onglet ? Votre navigateur l’a peut-être bloqué. Continuez ici, ou copiez le lien et ouvrez-le vous-même.',
    again: 'L’ouvrir de nouveau',
    here: 'Continuer ici',
    fine: 'Vous pouvez fermer cette fenêtre. Le résultat figurera dans votre liste de comptes fournisseur.',
  },

  expired: {
    title: 'Le temps imparti à cette page est écoulé',
    interruptedTitle: 'Vous êtes parti avant la fin',
    lead: 'Nous avons interrogé Nectar : aucune information n’a été reçue. Une nouvelle page reprend au début.',
    again: 'Recommencer',
  },

  submitted: {
    lead: 'Nectar les essaie maintenant chez {provider}.',
    reconnectLead:
      'Nectar essaie maintenant les nouveaux identifiants chez {provider}. L’ancien statut peut s’afficher d’ici là.',
    thisUtility: 'votre fournisseur',
    received: 'Reçues par Nectar',
    checking: 'Identifiants en cours de vérification',
    checkingHint: 'En général quelques heures, parfois jusqu’à 48.',
    bills: 'Les premières factures arrivent',
    billsHint: 'Cela peut prendre quelques jours de plus.',
    fine: 'Vous pouvez fermer cette fenêtre. Le résultat figurera dans votre liste de comptes fournisseur.',
    fineInline:
      'Vous pouvez quitter cette page. Le résultat figurera dans votre liste de comptes fournisseur.',
    connected: 'Compte connecté',
    connectedLead:
      '{provider} a accepté les identifiants. Nectar cherchera de nouvelles factures chaque semaine.',
    accepted: 'Identifiants acceptés',
    billsHintConnected: 'Cela peut prendre quelques jours.',
    rejectedLead:
      '{provider} n’a pas accepté ces informations. Le plus souvent, le mot de passe a été modifié ou mal saisi.',
    tried: 'Essayés sur {site}',
    triedHint: 'Si possible, {signIn}, puis réessayez ici.',
    signInThere: 'identifiez-vous d’abord là-bas',
    tryAgainHint: 'Sur la page de Nectar',
    mends: 'Réessayer répare cette connexion, sans en ajouter une deuxième.',
    stopped: 'Interrompu',
    slow: 'Plus long que d’habitude',
    slowLead:
      'Nectar a reçu vos informations et attend encore la réponse de {provider}. Vous n’avez rien à faire.',
    slowStep: 'Vérification toujours en cours',
    slowHint: 'Au-delà des 48 heures habituelles.',
  },

  ended: {
    revokedTitle: 'Ce lien a été retiré',
    revokedLead:
      'Quelqu’un l’a désactivé volontairement, il n’est donc plus utilisable. Si cela vous surprend, interrogez {host} avant d’en commencer un autre.',
    fulfilledTitle: 'Ce lien a déjà servi',
    fulfilledLead:
      'Des informations ont déjà été envoyées avec ce lien : il a rempli son rôle. Votre liste de comptes fournisseur montre où en est ce compte.',
  },

  failed: {
    titles: {
      network: 'Nous n’avons pas pu ouvrir la page',
      host: 'Nous n’avons pas pu ouvrir la page',
      signedOut: 'Votre session est terminée',
      notAllowed: 'Demandez à un administrateur',
      companyMissing: 'Pas encore configuré',
      outdated: '{host} a été mis à jour',
      blocked: 'La page de Nectar ne peut pas s’afficher ici',
      untrusted: 'La page de Nectar ne peut pas s’afficher ici',
      slow: 'La page de Nectar tarde à s’ouvrir',
      stale: 'Aucune nouvelle page n’a pu être ouverte',
      busy: 'Trop de monde à la fois',
      nectar: 'Nectar n’a pas répondu',
      notFound: 'Ce compte n’est plus ici',
      setup: 'Cela ne fonctionne pas encore',
    },
    leads: {
      network:
        '{host} n’a pas répondu. Rien n’a changé sur votre compte fournisseur. Vérifiez votre connexion internet, puis réessayez.',
      host: 'Un problème est survenu chez {host}. Rien n’a changé sur votre compte fournisseur. Réessayez dans quelques minutes.',
      signedOut:
        'Identifiez-vous de nouveau sur {host}, puis revenez à cette page. Rien n’a été envoyé à votre fournisseur.',
      notAllowed:
        'Votre rôle permet de voir les comptes fournisseur, mais pas d’en ajouter ni de les modifier.',
      companyMissing:
        'Votre organisation n’est pas encore enregistrée auprès de Nectar. {host} doit le faire une fois ; vous pourrez ensuite connecter des comptes.',
      outdated:
        'Cette page est antérieure à la nouvelle version et ne peut pas continuer. Rechargez-la, puis recommencez ici.',
      blocked:
        'Un réglage de ce site l’en empêche. Elle s’ouvre normalement dans son propre onglet, et cette fenêtre remarquera l’arrivée de vos informations.',
      untrusted:
        'Son adresse n’est pas celle que {host} attend, elle n’a donc pas été ouverte. Rien n’a changé sur votre compte fournisseur.',
      slow: 'Elle n’est toujours pas arrivée après une demi-minute. Rien n’a changé sur votre compte fournisseur. Réessayez, ou ouvrez-la dans son propre onglet.',
      stale:
        'La page reçue avait déjà expiré. Rien n’a changé sur votre compte fournisseur. Réessayez dans quelques minutes.',
      busy: 'Patientez un instant, puis réessayez. Rien n’a changé sur votre compte fournisseur.',
      nectar:
        'Le service qui collecte les factures n’est pas disponible pour le moment. Rien n’a changé sur votre compte fournisseur. Réessayez dans quelques minutes.',
      notFound:
        'Il appartient peut-être à une autre organisation, ou il a été supprimé. Votre liste de comptes fournisseur montre ceux qui existent.',
      setup:
        '{host} doit encore configurer quelque chose avant que des comptes puissent être connectés. Rien n’a changé sur votre compte fournisseur.',
    },
    signIn: 'S’identifier sur {host}',
    who: 'Peuvent le faire : {names}.',
    reload: 'Recharger la page',
  },

  share: {
    twin: 'C’est une autre personne',
    twinHint: 'Lui envoyer un lien',
    reconnectTwin: 'C’est une autre personne',
    codesTwin: 'Une autre personne',
    only: 'Envoyer un lien',
    onlyHint: 'À la personne qui détient l’accès',
    nobody:
      'Votre rôle ne permet ni de connecter des comptes ni d’envoyer des liens. Un administrateur le peut.',
    nobodyWho:
      'Votre rôle ne permet ni de connecter des comptes ni d’envoyer des liens. Peut le faire : {names}.',
    ask: 'Demander à quelqu’un',
    askElse: 'Demander à quelqu’un d’autre',
    back: 'Retour',
    title: 'Envoyer à la personne qui détient l’accès',
    codesTitle: 'Envoyer à la personne qui reçoit les codes',
    selfTitle: 'Envoyer le lien sur votre ordinateur',
    lead: 'Aucun compte {host} n’est nécessaire : le lien ouvre la page de Nectar, où la personne s’identifie auprès du fournisseur.',
    reconnectLead:
      'Aucun compte {host} n’est nécessaire : le lien ouvre la page de Nectar, où la personne se reconnecte à {provider}.',
    codesLead:
      'Aucun compte {host} n’est nécessaire : le lien ouvre la page de Nectar, où la personne configure les codes de {provider}.',
    selfLead: 'Ouvrez-y l’e-mail et reprenez là où vous en êtes.',
    until: 'Il fonctionne jusqu’au {date}.',
    forever: 'Il fonctionne jusqu’à ce qu’il soit utilisé ou retiré.',
    to: 'Adresse e-mail de cette personne',
    onlyThis: 'Seule cette adresse peut utiliser le lien.',
    subject: 'Objet',
    note: 'Message (facultatif)',
    notePlaceholder: 'La raison de votre demande, en une phrase',
    language: 'Langue de l’e-mail',
    byNectar: 'Nectar envoie l’e-mail, au nom de Nectar.',
    byHost: '{host} envoie l’e-mail, en votre nom.',
    copyWarning:
      'Quiconque possède un lien copié peut l’utiliser : ne le transmettez qu’à la bonne personne.',
    send: 'Envoyer le lien',
    copyInstead: 'Copier plutôt le lien',
    copying: 'Création du lien…',
    left: {
      one: '{count} caractère restant',
      many: '{count} de caractères restants',
      other: '{count} caractères restants',
    },
    noAddress: 'Saisissez l’adresse e-mail de la personne qui détient l’accès.',
    badAddress: '« {address} » n’est pas une adresse e-mail.',
    oneAddress:
      'Un e-mail s’adresse à une seule personne. Saisissez une adresse : vous pourrez ensuite demander à quelqu’un d’autre.',
    badDomain: 'Les liens ne peuvent être envoyés qu’à des adresses {domains}.',
    badDomainOf: '« {address} » ne peut pas recevoir de lien : uniquement les adresses {domains}.',
  },

  shared: {
    title: 'Lien envoyé',
    nectarLead:
      'Nectar a été chargé de l’envoyer à {address}. Vous verrez ici quand il est ouvert et quand des informations arrivent.',
    hostLead:
      'Il est en route vers {address}. Vous verrez ici quand il est ouvert et quand des informations arrivent.',
    madeStep: 'Lien créé',
    worksUntil: 'Le lien fonctionne jusqu’au {date}.',
    receivedLead: 'Les informations ont été envoyées. Nectar les essaie maintenant chez le fournisseur.',
    expired: 'Lien expiré',
    expiredHint:
      'Aucune information n’est arrivée. Vous pouvez envoyer un nouveau lien depuis la liste des liens.',
    revoked: 'Lien retiré',
    alreadyTitle: 'Un lien a déjà été envoyé',
    alreadyLead: 'Cette fois, rien n’a été envoyé à {address}. Vous pouvez envoyer un rappel à la place.',
    copiedTitle: 'Lien copié',
    copiedLead:
      'Collez-le là où la personne qui détient l’accès le trouvera. Quiconque le possède peut l’utiliser : ne le transmettez qu’à la bonne personne.',
    copyTitle: 'Copiez ce lien',
    copyLead:
      'Le navigateur n’a pas permis de le copier. Quiconque le possède peut l’utiliser : ne le transmettez qu’à la bonne personne.',
    copyField: 'Le lien',
    copyAgain: 'Copier de nouveau',
  },

  shareFailed: {
    titles: {
      unknown: 'Aucune réponse n’est arrivée',
      rateLimited: 'Trop de liens en peu de temps',
      address: 'Aucun lien ne peut être envoyé à cette adresse',
      mail: 'L’e-mail n’a pas pu être envoyé',
      notFound: 'Cet élément n’est plus ici',
      over: 'Ce lien n’est plus valable',
      other: 'Cela n’a pas fonctionné',
    },
    leads: {
      unknown:
        'Le lien a peut-être été envoyé, ou peut-être pas. Réessayez : personne ne le recevra deux fois.',
      rateLimited: 'Celui-ci n’a pas été envoyé. Réessayez plus tard.',
      address: 'Rien n’a été envoyé.',
      mail: 'Son lien a été retiré : rien ne reste ouvert. Réessayez dans quelques minutes.',
      notAllowed: 'Votre rôle ne permet pas d’envoyer des liens. Rien n’a été envoyé.',
      signedOut: 'Identifiez-vous de nouveau, puis envoyez-le.',
      outdated: 'Cette page est antérieure à la nouvelle version. Rechargez-la, puis recommencez ici.',
      notFound: 'Il a peut-être été supprimé. Rien n’a été envoyé.',
      over: 'Il a été utilisé ou retiré entre-temps. Rien n’a été envoyé.',
      other: '{host} doit encore configurer quelque chose avant que des liens puissent être envoyés.',
    },
  },

  invitations: {
    title: 'Liens envoyés',
    filters: 'Filtrer selon leur sort',
    all: 'Tous',
    pending: 'En attente',
    used: 'Reçus',
    closed: 'Terminés',
    loading: 'Chargement des liens',
    emptyTitle: 'Aucune demande pour le moment',
    emptyLead:
      'Si une autre personne détient l’accès, envoyez-lui un lien. Vous verrez ici quand il est ouvert et quand des informations arrivent.',
    noMatchTitle: 'Il n’y a plus rien ici',
    showAll: 'Tout afficher',
    errorTitle: 'Nous n’avons pas pu charger les liens',
    errorLead: 'Les liens envoyés continuent de fonctionner.',
    loadingMore: 'Chargement…',
    anyone: 'Toute personne ayant le lien',
    forNew: 'Nouveau compte fournisseur',
    forConnection: 'Se reconnecter à {provider}',
    forSites: 'Nouveau compte pour {sites}',
    byYou: 'de votre part',
    by: 'de la part de {name}',
    remind: 'Relancer',
    remindName: 'Relancer {who}',
    again: 'Envoyer un nouveau lien',
    againName: 'Envoyer un nouveau lien à {who}',
    freshCopy: 'Copier un nouveau lien',
    copyLinkName: 'Copier le lien : {what}',
    revoke: 'Retirer',
    revokeName: 'Retirer le lien : {who}',
    revokeAsk: 'Retirer le lien ? {who} ne pourra plus l’utiliser.',
    revokeAskAnyone: 'Retirer le lien ? Plus personne ne pourra l’utiliser.',
    revokeYes: 'Retirer le lien',
    revokeNo: 'Le garder',
    revoking: 'Retrait…',
    kept: 'Rappel envoyé. Le lien déjà reçu fonctionne toujours.',
    replaced: 'Nouveau lien envoyé. L’ancien ne fonctionne plus.',
    copiedKept: 'Lien copié. C’est le même qu’avant.',
    copiedReplaced: 'Nouveau lien copié. L’ancien ne fonctionne plus.',
    copyFailed: 'Copiez ce lien. Quiconque le possède peut l’utiliser.',
    sent: 'Envoyé : {when}.',
    made: 'Créé : {when}.',
    reminded: 'Rappel : {when}.',
    opened: 'Ouvert : {when}, aucune information pour le moment.',
    openedUnknown: 'Ouvert, aucune information pour le moment.',
    details: 'Informations envoyées : {when}.',
    detailsUnknown: 'Informations envoyées.',
    expired: 'Expiré avant l’arrivée d’informations.',
    revoked: 'Il n’est plus utilisable.',
    unknown: 'Nectar signale un état que cette page ne connaît pas encore.',
    stages: {
      sent: 'Envoyé',
      made: 'Pas encore ouvert',
      opened: 'Ouvert',
      received: 'Informations reçues',
      expired: 'Expiré',
      revoked: 'Retiré',
      unknown: 'Autre',
    },
    news: {
      opened: 'Lien ouvert : {who}',
      received: '{who} : informations reçues',
      expired: 'Lien expiré : {who}',
      revoked: 'Lien retiré : {who}',
    },
  },

  list: {
    title: 'Comptes fournisseur',
    search: 'Chercher fournisseur ou site',
    all: 'Tous',
    everythingElse: 'Tout le reste',
    filters: 'Filtrer par état',
    groups: {
      healthy: 'Connectés',
      waiting: 'En cours',
      'needs-you': 'À vous d’agir',
      provider: 'Côté fournisseur',
      inactive: 'Désactivés',
      unknown: 'Autres',
    },
    loading: 'Chargement des comptes fournisseur',
    emptyTitle: 'Aucun compte fournisseur pour le moment',
    emptyLead:
      'Connectez-en un, et ses factures arriveront ici d’elles-mêmes. Il vous faut l’accès, ou une personne qui le détient.',
    emptyAsk:
      'Demandez à une personne qui détient l’accès à un compte fournisseur. Ses factures arriveront ensuite ici d’elles-mêmes.',
    noMatchTitle: 'Rien ne correspond à « {query} » ici',
    noMatchLead: 'Un autre mot donnera peut-être un résultat.',
    elsewhere: {
      one: 'Hors de ce filtre, un compte correspond : {name}.',
      many: 'Hors de ce filtre, {count} de comptes correspondent.',
      other: 'Hors de ce filtre, {count} comptes correspondent.',
    },
    searchAll: 'Chercher partout ({count})',
    clearSearch: 'Effacer la recherche',
    errorTitle: 'Nous n’avons pas pu charger vos comptes fournisseur',
    errorLead: 'La collecte ne dépend pas de cette page et se poursuit comme avant.',
    updated: 'Mis à jour : {when}',
    sites: { one: '{count} site', many: '{count} de sites', other: '{count} sites' },
    unnamed: 'Compte fournisseur',
    separator: ', ',
    showing: '{shown} sur {total}',
    signInAgain: 'Se reconnecter',
    setUpCodes: 'Configurer les codes',
    actionName: '{action} : {provider}',
  },

  card: {
    loading: 'Chargement de ce compte fournisseur',
    errorTitle: 'Nous n’avons pas pu charger ce compte fournisseur',
    pausedSince: 'En pause depuis : {when}',
    since: 'Depuis : {when}',
    offSince: 'Désactivé depuis : {when}',
    you: 'Vous',
    youCan: '{you} pouvez y remédier',
    othersCan: '{names} peut y remédier',
    administratorCan: 'Un administrateur peut y remédier',
    nobody: 'Rien à faire',
    nectar: '{nectar} s’en occupe',
    host: '{host} peut vous aider',
    unknown: 'Si cela persiste, interrogez {host}',
    newPassword:
      'Votre fournisseur exige un nouveau mot de passe. Prévenez les personnes qui partagent cet accès.',
    setPasswordAt: 'Choisissez un nouveau mot de passe sur {site}',
    utilitySite: 'le site de votre fournisseur',
    thenHere: 'Reconnectez-vous ici avec celui-ci',
    history: 'Historique',
    linkSent: 'Un lien a été envoyé à {who} : {when}.',
    linkMade: 'Un lien a été créé : {when}.',
    linkOpenedBy: '{who} a ouvert le lien, aucune information pour le moment.',
    linkOpened: 'Le lien a été ouvert, aucune information pour le moment.',
  },

  history: {
    loading: 'Chargement de l’historique',
    errorTitle: 'Nous n’avons pas pu charger l’historique.',
    empty: 'Aucun changement pour le moment.',
    emptyPending: 'Aucun changement pour le moment. La première vérification est en cours.',
    was: 'Auparavant « {word} ».',
    wasFor: 'Auparavant « {word} », pendant {duration}.',
    first: 'Premier statut de ce compte.',
    paused: 'Collecte en pause.',
    checkingAgain: 'De nouvelles informations ont été envoyées. Nectar va les essayer.',
    showOlder: 'Afficher les précédents',
  },

  news: {
    one: '{name} : {word}',
    many: {
      one: '{count} compte a changé : {groups}',
      many: '{count} de comptes ont changé : {groups}',
      other: '{count} comptes ont changé : {groups}',
    },
    groups: {
      'needs-you': {
        one: '{count} demande votre intervention',
        many: '{count} demandent votre intervention',
        other: '{count} demandent votre intervention',
      },
      healthy: {
        one: '{count} est connecté',
        many: '{count} sont connectés',
        other: '{count} sont connectés',
      },
      waiting: { one: '{count} est en cours', many: '{count} sont en cours', other: '{count} sont en cours' },
      provider: {
        one: '{count} attend son fournisseur',
        many: '{count} attendent leur fournisseur',
        other: '{count} attendent leur fournisseur',
      },
      inactive: {
        one: '{count} est désactivé',
        many: '{count} sont désactivés',
        other: '{count} sont désactivés',
      },
      unknown: {
        one: '{count} a un autre statut',
        many: '{count} ont un autre statut',
        other: '{count} ont un autre statut',
      },
    },
    everyMinute: 'Pas en direct : vérification chaque minute',
  },

  utilities: {
    ELECTRICITY: 'électricité',
    GAS: 'gaz',
    WATER: 'eau',
    DISTRICT: 'chauffage urbain',
    WASTE: 'déchets',
    FUEL: 'combustible',
    MISC: 'autres',
    REFRIGERANT: 'réfrigérant',
    SOLAR: 'solaire',
    TELECOM: 'télécommunications',
  },

  status: {
    PENDING: {
      word: 'En vérification',
      sentence: 'Informations reçues. En général quelques heures, parfois jusqu’à 48.',
    },
    CONNECTED: { word: 'Connecté', sentence: 'De nouvelles factures sont cherchées chaque semaine.' },
    UNDER_INVESTIGATION: {
      word: 'En cours d’examen',
      sentence: 'L’équipe de Nectar examine le problème. La collecte est en pause d’ici là.',
    },
    PASSWORD_INCORRECT: {
      word: 'Identifiants refusés',
      sentence:
        'Votre fournisseur a refusé le mot de passe enregistré. Reconnectez-vous pour reprendre la collecte.',
    },
    MFA_TOKEN_EXPIRED: {
      word: 'Codes non reçus',
      sentence:
        'Les codes de sécurité ne parviennent plus à Nectar. Gardez à portée de main le téléphone ou la messagerie qui les reçoit.',
    },
    NEW_PASSWORD_NEEDED: {
      word: 'Nouveau mot de passe requis',
      sentence:
        'Votre fournisseur exige un nouveau mot de passe. Choisissez-le sur son site, puis reconnectez-vous ici.',
    },
    ADDITIONAL_CREDENTIALS_NEEDED: {
      word: 'Informations à compléter',
      sentence: 'Votre fournisseur demande une information de plus à la connexion.',
    },
    NO_ACCOUNTS_FOUND: {
      word: 'Aucun compte trouvé',
      sentence:
        'Les identifiants fonctionnent, mais aucun compte ne s’affiche. D’autres identifiants y donnent peut-être accès.',
    },
    WEBSITE_DOWN: {
      word: 'Site du fournisseur en panne',
      sentence: 'Son site ne répond pas. Une nouvelle tentative aura lieu automatiquement.',
    },
    URL_INACCESSIBLE: {
      word: 'Adresse inaccessible',
      sentence:
        'L’adresse web du fournisseur a peut-être changé. L’assistance {host} peut examiner le problème.',
    },
    OTHER_ERROR: {
      word: 'Problème inattendu',
      sentence: 'Il est en cours d’examen. La collecte est en pause d’ici là.',
    },
    COMPANY_INACTIVE: { word: 'Collecte désactivée', sentence: 'Désactivée pour votre organisation.' },
    inactive: {
      word: 'Collecte désactivée',
      sentence: 'Désactivée pour ce compte. {host} peut la réactiver.',
    },
    checkingAgain: {
      word: 'Nouveaux identifiants en vérification',
      sentence:
        'Vous vous êtes reconnecté. L’ancien statut peut s’afficher jusqu’à la prochaine vérification.',
    },
    slow: {
      word: 'Plus long que d’habitude',
      sentence: 'Le fournisseur n’a pas encore répondu. L’assistance peut examiner le problème.',
    },
    unknown: { word: '{status}', sentence: 'Nectar signale un statut que cette page ne connaît pas encore.' },
  },
}

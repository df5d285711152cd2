import type { ConnectMessages } from '../i18n/message-parts.ts'

/** French: connecting. */
export const frConnect: ConnectMessages = {
  close: 'Fermer',
  cancel: 'Annuler',
  done: 'Terminé',
  tryAgain: 'Réessayer',
  tryAgainIn: 'Réessayer dans {time}',
  reference: 'Référence',
  copyReference: 'Copier la référence',
  copied: 'Copié',
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
    mineHint: 'M’identifier sur la page de Nectar',
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
    title: 'Connecter un compte fournisseur',
    reconnectTitle: 'Se reconnecter',
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
    copy: 'Copier le lien',
    fine: 'Vous pouvez fermer cette fenêtre. Le résultat figurera dans votre liste de comptes fournisseur.',
  },

  expired: {
    title: 'Le temps imparti à cette page est écoulé',
    interruptedTitle: 'Vous êtes parti avant la fin',
    lead: 'Nous avons interrogé Nectar : aucune information n’a été reçue. Une nouvelle page reprend au début.',
    again: 'Recommencer',
  },

  submitted: {
    title: 'Informations reçues',
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
    rejected: 'Identifiants refusés',
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
    network: {
      title: 'Nous n’avons pas pu ouvrir la page',
      lead: '{host} n’a pas répondu. Rien n’a changé sur votre compte fournisseur. Vérifiez votre connexion internet, puis réessayez.',
    },
    signedOut: {
      title: 'Votre session est terminée',
      lead: 'Identifiez-vous de nouveau sur {host}, puis revenez à cette page. Rien n’a été envoyé à votre fournisseur.',
      signIn: 'S’identifier sur {host}',
    },
    notAllowed: {
      title: 'Demandez à un administrateur',
      lead: 'Votre rôle permet de voir les comptes fournisseur, mais pas d’en ajouter ni de les modifier.',
      who: 'Peuvent le faire : {names}.',
    },
    companyMissing: {
      title: 'Pas encore configuré',
      lead: 'Votre organisation n’est pas encore enregistrée auprès de Nectar. {host} doit le faire une fois ; vous pourrez ensuite connecter des comptes.',
    },
    outdated: {
      title: '{host} a été mis à jour',
      lead: 'Cette page est antérieure à la nouvelle version et ne peut pas continuer. Rechargez-la, puis recommencez ici.',
      reload: 'Recharger la page',
    },
    blocked: {
      title: 'La page de Nectar ne peut pas s’afficher ici',
      lead: 'Un réglage de ce site l’en empêche. Elle s’ouvre normalement dans son propre onglet, et cette fenêtre remarquera l’arrivée de vos informations.',
    },
    untrusted: {
      title: 'La page de Nectar ne peut pas s’afficher ici',
      lead: 'Son adresse n’est pas celle que {host} attend, elle n’a donc pas été ouverte. Rien n’a changé sur votre compte fournisseur.',
    },
    slow: {
      title: 'La page de Nectar tarde à s’ouvrir',
      lead: 'Elle n’est toujours pas arrivée après une demi-minute. Rien n’a changé sur votre compte fournisseur. Réessayez, ou ouvrez-la dans son propre onglet.',
    },
    stale: {
      title: 'Aucune nouvelle page n’a pu être ouverte',
      lead: 'La page reçue avait déjà expiré. Rien n’a changé sur votre compte fournisseur. Réessayez dans quelques minutes.',
    },
    busy: {
      title: 'Trop de monde à la fois',
      lead: 'Patientez un instant, puis réessayez. Rien n’a changé sur votre compte fournisseur.',
    },
    nectar: {
      title: 'Nectar n’a pas répondu',
      lead: 'Le service qui collecte les factures n’est pas disponible pour le moment. Rien n’a changé sur votre compte fournisseur. Réessayez dans quelques minutes.',
    },
    notFound: {
      title: 'Ce compte n’est plus ici',
      lead: 'Il appartient peut-être à une autre organisation, ou il a été supprimé. Votre liste de comptes fournisseur montre ceux qui existent.',
    },
    setup: {
      title: 'Cela ne fonctionne pas encore',
      lead: '{host} doit encore configurer quelque chose avant que des comptes puissent être connectés. Rien n’a changé sur votre compte fournisseur.',
    },
  },
}

import type { ConnectionMessages } from '../i18n/message-parts.ts'

/** French: how connections fare. */
export const frConnections: ConnectionMessages = {
  list: {
    title: 'Comptes fournisseur',
    search: 'Chercher fournisseur ou site',
    all: 'Tous',
    needsYou: 'À vous d’agir',
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
    emptyChoice: 'Je détiens l’accès',
    emptyChoiceHint: 'Connecter un compte fournisseur',
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
    showMore: 'Afficher plus',
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
    title: 'Historique',
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
      waiting: {
        one: '{count} est en cours',
        many: '{count} sont en cours',
        other: '{count} sont en cours',
      },
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
    COMPANY_INACTIVE: {
      word: 'Collecte désactivée',
      sentence: 'Désactivée pour votre organisation.',
    },
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
    unknown: {
      word: '{status}',
      sentence: 'Nectar signale un statut que cette page ne connaît pas encore.',
    },
  },
}

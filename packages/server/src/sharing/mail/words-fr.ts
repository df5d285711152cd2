import type { MailWords } from './mail-words.ts'

export const wordsFr: MailWords = {
  aColleague: 'Un de vos contacts professionnels',
  anApp: 'une application de suivi énergétique',
  yourUtility: 'votre fournisseur',
  reminder: 'Rappel : {subject}',
  greeting: 'Bonjour,',
  contributor: {
    subject: '{inviter} vous demande de connecter un compte fournisseur',
    lead: '{inviter}, de {company}, utilise {app} pour suivre l’énergie et l’eau.',
    leadNoCompany: '{inviter} utilise {app} pour suivre l’énergie et l’eau.',
    ask: 'Pour cela, une personne qui détient l’accès à un compte fournisseur doit s’y connecter une fois. On nous a indiqué que c’était vous.',
    button: 'Connecter le compte',
  },
  reconnect: {
    subject: '{inviter} vous demande de vous reconnecter à {provider}',
    lead: '{inviter}, de {company}, utilise {app}, et les factures de {provider} n’arrivent plus.',
    leadNoCompany: '{inviter} utilise {app}, et les factures de {provider} n’arrivent plus.',
    ask: 'Une personne qui détient l’accès doit se connecter encore une fois. Les sites et les factures déjà collectées sont conservés.',
    button: 'Se reconnecter',
  },
  noteFrom: '{inviter} écrit :',
  page: 'Le lien ouvre une page de Nectar, l’entreprise qui collecte les factures. Votre mot de passe y est saisi et nulle part ailleurs : {app} ne le voit jamais.',
  ready:
    'Gardez à portée de main vos identifiants, ainsi que le téléphone ou la messagerie qui reçoit les codes de sécurité. Il vous sera peut-être demandé de confirmer d’abord cette adresse.',
  terms: 'Le lien fonctionne une seule fois, uniquement pour {to}, jusqu’au {date}.',
  termsForEver: 'Le lien fonctionne une seule fois, uniquement pour {to}.',
  linkBelow: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  unexpected: 'Vous n’attendiez pas ce message ? Ignorez-le, et rien ne se passera.',
}

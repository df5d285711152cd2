import type { MailWords } from './mail-words.ts'

export const wordsDe: MailWords = {
  aColleague: 'Jemand aus Ihrem Arbeitsumfeld',
  anApp: 'eine App für Energieberichte',
  yourUtility: 'Ihrem Versorger',
  reminder: 'Erinnerung: {subject}',
  greeting: 'Guten Tag,',
  contributor: {
    subject: '{inviter} bittet Sie, ein Versorgerkonto zu verbinden',
    lead: '{inviter} ({company}) behält mit {app} Energie und Wasser im Blick.',
    leadNoCompany: '{inviter} behält mit {app} Energie und Wasser im Blick.',
    ask: 'Dafür muss sich jemand, der die Zugangsdaten eines Versorgerkontos hat, einmal anmelden. Uns wurde gesagt, dass Sie sie haben.',
    button: 'Konto verbinden',
  },
  reconnect: {
    subject: '{inviter} bittet Sie um eine neue Anmeldung bei {provider}',
    lead: '{inviter} ({company}) nutzt {app}, und es kommen keine Rechnungen von {provider} mehr an.',
    leadNoCompany: '{inviter} nutzt {app}, und es kommen keine Rechnungen von {provider} mehr an.',
    ask: 'Jemand mit den Zugangsdaten muss sich noch einmal anmelden. Standorte und bisher abgeholte Rechnungen bleiben, wie sie sind.',
    button: 'Erneut anmelden',
  },
  noteFrom: '{inviter} schreibt:',
  page: 'Der Link öffnet eine Seite von Nectar, dem Unternehmen, das die Rechnungen abholt. Ihr Passwort geben Sie dort ein und nirgends sonst: {app} sieht es nie.',
  ready:
    'Halten Sie Ihre Zugangsdaten bereit, außerdem das Telefon oder Postfach, an das Sicherheitscodes gehen. Möglicherweise müssen Sie zuerst diese E-Mail-Adresse bestätigen.',
  terms: 'Der Link gilt einmal, nur für {to}, bis {date}.',
  termsForEver: 'Der Link gilt einmal und nur für {to}.',
  linkBelow: 'Wenn die Schaltfläche nicht reagiert, kopieren Sie diese Adresse in Ihren Browser:',
  unexpected: 'Sie haben das nicht erwartet? Dann ignorieren Sie diese Mail, und es geschieht nichts.',
}

import type { InvitationKind } from './invitation.ts'

export const MAIL_LANGUAGES = ['en', 'es', 'fr', 'de', 'ar'] as const
/** The languages that mails to colleagues are written in. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number]

/** What the subject of a mail to a colleague says, and for the names in it what is said where they are not known. */
interface MailSubject extends Record<InvitationKind, string> {
  /** For `{inviter}`. */
  aColleague: string
  /** For `{provider}`. */
  yourUtility: string
}

/** The subjects of the mails that the host sends: the sender sees them beforehand. */
export const MAIL_SUBJECTS: Record<MailLanguage, MailSubject> = {
  en: {
    contributor: '{inviter} asks you to connect a utility account',
    reconnect: '{inviter} asks you to sign in again at {provider}',
    aColleague: 'A colleague',
    yourUtility: 'your utility',
  },
  es: {
    contributor: '{inviter} le pide que conecte una cuenta de suministros',
    reconnect: '{inviter} le pide que vuelva a iniciar sesión en {provider}',
    aColleague: 'Una persona de su entorno de trabajo',
    yourUtility: 'su compañía de suministros',
  },
  fr: {
    contributor: '{inviter} vous demande de connecter un compte fournisseur',
    reconnect: '{inviter} vous demande de vous reconnecter à {provider}',
    aColleague: 'Un de vos contacts professionnels',
    yourUtility: 'votre fournisseur',
  },
  de: {
    contributor: '{inviter} bittet Sie, ein Versorgerkonto zu verbinden',
    reconnect: '{inviter} bittet Sie um eine neue Anmeldung bei {provider}',
    aColleague: 'Jemand aus Ihrem Arbeitsumfeld',
    yourUtility: 'Ihrem Versorger',
  },
  ar: {
    contributor: 'طلب من {inviter}: ربط حساب لدى شركة الخدمات',
    reconnect: 'طلب من {inviter}: تسجيل الدخول مجددًا لدى {provider}',
    aColleague: 'أحد زملائك',
    yourUtility: 'شركة الخدمات لديك',
  },
}

/** How long a note may be, in UTF-16 code units. */
export const MAX_NOTE_LENGTH = 500

import type { InvitationKind, MailLanguage } from '@nectar-connect/contract/wire'

/**
 * The words of a mail in one language. `{inviter}`, `{app}`, `{company}`, `{provider}`, `{to}` and `{date}` are filled
 * in. If the host did not give a name, the other sentence is used. The subjects are in the contract.
 */
export interface MailWords extends Record<InvitationKind, MailIntentWords> {
  /** The host's app, if it gave no name. */
  anApp: string
  reminder: string
  greeting: string
  noteFrom: string
  /** What the page is, and what the app does not see. */
  page: string
  ready: string
  /** With and without a date after which it no longer works. */
  terms: string
  termsForEver: string
  linkBelow: string
  unexpected: string
}

export interface MailIntentWords {
  /** With and without the company's name. */
  lead: string
  leadNoCompany: string
  ask: string
  button: string
}

export const MAIL_WORDS: Record<MailLanguage, MailWords> = {
  en: {
    anApp: 'an energy reporting app',
    reminder: 'Reminder: {subject}',
    greeting: 'Hello,',
    contributor: {
      lead: '{inviter} of {company} uses {app} to keep track of energy and water.',
      leadNoCompany: '{inviter} uses {app} to keep track of energy and water.',
      ask: 'For that, somebody who has the login of a utility account needs to sign in once. You were named as the person who has it.',
      button: 'Connect the account',
    },
    reconnect: {
      lead: '{inviter} of {company} uses {app}, and bills from {provider} no longer come in.',
      leadNoCompany: '{inviter} uses {app}, and bills from {provider} no longer come in.',
      ask: 'Somebody who has the login needs to sign in once more. Sites and bills collected so far stay as they are.',
      button: 'Sign in again',
    },
    noteFrom: '{inviter} writes:',
    page: 'The link opens a page of Nectar, the company that collects the bills. Your password is typed there and nowhere else: {app} never sees it.',
    ready:
      'Have your utility login at hand, and the phone or mailbox that receives its security codes. You may be asked to confirm this e-mail address first.',
    terms: 'The link works once, only for {to}, until {date}.',
    termsForEver: 'The link works once, and only for {to}.',
    linkBelow: 'If the button does not work, copy this address into your browser:',
    unexpected: 'Not what you expected? Then ignore this mail, and nothing happens.',
  },
  es: {
    anApp: 'una aplicación de informes energéticos',
    reminder: 'Recordatorio: {subject}',
    greeting: 'Hola:',
    contributor: {
      lead: '{inviter}, de {company}, usa {app} para llevar el control de la energía y el agua.',
      leadNoCompany: '{inviter} usa {app} para llevar el control de la energía y el agua.',
      ask: 'Para ello, alguien que tenga el acceso a una cuenta de suministros debe iniciar sesión una vez. Nos han indicado que usted lo tiene.',
      button: 'Conectar la cuenta',
    },
    reconnect: {
      lead: '{inviter}, de {company}, usa {app}, y las facturas de {provider} ya no llegan.',
      leadNoCompany: '{inviter} usa {app}, y las facturas de {provider} ya no llegan.',
      ask: 'Alguien que tenga el acceso debe iniciar sesión una vez más. Los centros y las facturas recogidas hasta ahora se conservan.',
      button: 'Volver a iniciar sesión',
    },
    noteFrom: '{inviter} escribe:',
    page: 'El enlace abre una página de Nectar, la empresa que recoge las facturas. Su contraseña se escribe allí y en ningún otro sitio: {app} nunca la ve.',
    ready:
      'Tenga a mano su usuario y contraseña, y el teléfono o buzón que recibe los códigos de seguridad. Puede que antes se le pida confirmar esta dirección de correo.',
    terms: 'El enlace funciona una sola vez, solo para {to}, hasta el {date}.',
    termsForEver: 'El enlace funciona una sola vez y solo para {to}.',
    linkBelow: 'Si el botón no funciona, copie esta dirección en su navegador:',
    unexpected: '¿No esperaba este mensaje? Ignórelo y no pasará nada.',
  },
  fr: {
    anApp: 'une application de suivi énergétique',
    reminder: 'Rappel : {subject}',
    greeting: 'Bonjour,',
    contributor: {
      lead: '{inviter}, de {company}, utilise {app} pour suivre l’énergie et l’eau.',
      leadNoCompany: '{inviter} utilise {app} pour suivre l’énergie et l’eau.',
      ask: 'Pour cela, une personne qui détient l’accès à un compte fournisseur doit s’y connecter une fois. On nous a indiqué que c’était vous.',
      button: 'Connecter le compte',
    },
    reconnect: {
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
  },
  de: {
    anApp: 'eine App für Energieberichte',
    reminder: 'Erinnerung: {subject}',
    greeting: 'Guten Tag,',
    contributor: {
      lead: '{inviter} ({company}) behält mit {app} Energie und Wasser im Blick.',
      leadNoCompany: '{inviter} behält mit {app} Energie und Wasser im Blick.',
      ask: 'Dafür muss sich jemand, der die Zugangsdaten eines Versorgerkontos hat, einmal anmelden. Uns wurde gesagt, dass Sie sie haben.',
      button: 'Konto verbinden',
    },
    reconnect: {
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
  },
  ar: {
    anApp: 'تطبيق لتقارير الطاقة',
    reminder: 'تذكير: {subject}',
    greeting: 'مرحبًا،',
    contributor: {
      lead: 'يستخدم {inviter} من {company} {app} لمتابعة استهلاك الطاقة والمياه.',
      leadNoCompany: 'يستخدم {inviter} {app} لمتابعة استهلاك الطاقة والمياه.',
      ask: 'ولهذا يجب أن يسجّل الدخول مرة واحدة شخصٌ لديه بيانات الدخول إلى حساب لدى شركة الخدمات، وقد ذُكر لنا أنها لديك.',
      button: 'ربط الحساب',
    },
    reconnect: {
      lead: 'يستخدم {inviter} من {company} {app}، ولم تعد الفواتير تصل من {provider}.',
      leadNoCompany: 'يستخدم {inviter} {app}، ولم تعد الفواتير تصل من {provider}.',
      ask: 'يجب أن يسجّل الدخول مرة أخرى شخصٌ لديه بيانات الدخول. أما المواقع والفواتير التي جُمعت حتى الآن فتبقى كما هي.',
      button: 'تسجيل الدخول مجددًا',
    },
    noteFrom: 'رسالة من {inviter}:',
    page: 'يفتح الرابط صفحة لشركة Nectar التي تجمع الفواتير. تُكتب كلمة المرور هناك وليس في أي مكان آخر، ولا يراها {app} أبدًا.',
    ready:
      'جهّز بيانات الدخول لدى شركة الخدمات، والهاتف أو صندوق البريد الذي تصل إليه رموز الأمان. وقد يُطلب منك أولًا تأكيد هذا البريد الإلكتروني.',
    terms: 'يعمل الرابط مرة واحدة، للعنوان {to} فقط، حتى {date}.',
    termsForEver: 'يعمل الرابط مرة واحدة، وللعنوان {to} فقط.',
    linkBelow: 'إذا لم يعمل الزر فانسخ هذا العنوان إلى متصفحك:',
    unexpected: 'لم تكن تتوقع هذه الرسالة؟ تجاهلها، ولن يحدث شيء.',
  },
}

import type { MailWords } from './mail-words.ts'

export const wordsEs: MailWords = {
  aColleague: 'Una persona de su entorno de trabajo',
  anApp: 'una aplicación de informes energéticos',
  yourUtility: 'su compañía de suministros',
  reminder: 'Recordatorio: {subject}',
  greeting: 'Hola:',
  contributor: {
    subject: '{inviter} le pide que conecte una cuenta de suministros',
    lead: '{inviter}, de {company}, usa {app} para llevar el control de la energía y el agua.',
    leadNoCompany: '{inviter} usa {app} para llevar el control de la energía y el agua.',
    ask: 'Para ello, alguien que tenga el acceso a una cuenta de suministros debe iniciar sesión una vez. Nos han indicado que usted lo tiene.',
    button: 'Conectar la cuenta',
  },
  reconnect: {
    subject: '{inviter} le pide que vuelva a iniciar sesión en {provider}',
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
}

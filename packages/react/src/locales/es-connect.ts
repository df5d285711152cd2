import type { ConnectMessages } from '../i18n/message-parts.ts'

/** Spanish: connecting. */
export const esConnect: ConnectMessages = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  done: 'Listo',
  tryAgain: 'Volver a intentarlo',
  tryAgainIn: 'Volver a intentarlo en {time}',
  reference: 'Referencia',
  copyReference: 'Copiar la referencia',
  copied: 'Copiado',
  newTab: '(se abre en otra pestaña)',
  contact: 'Contactar con {host}',
  today: 'Hoy, {time}',

  button: {
    connect: 'Conectar una cuenta de suministros',
    opening: 'Abriendo…',
    another: 'Conectar otra',
    notLoaded: 'No se ha podido cargar. ¿Tiene conexión a internet?',
    fault: 'Esta parte no se ha podido cargar.',
    asked: 'Pedido a otra persona',
    linkOpened: 'Enlace abierto',
  },

  intro: {
    title: 'Conectar una cuenta de suministros',
    lead: '{host} trabaja con {nectar}, una empresa que recoge las facturas de suministros para que nadie tenga que descargarlas a mano.',
    collectedTerm: 'Qué se recoge',
    collected:
      'Facturas, consumo y costes de los centros y las fechas que usted elija. Nectar busca novedades cada semana.',
    neverSeesTerm: 'Qué no ve nunca {host}',
    neverSees: 'Su contraseña. Se escribe en la página de Nectar, no en la nuestra.',
    protects: 'Cómo la protege Nectar',
    haveReadyTerm: 'Qué necesita tener a mano',
    haveReady:
      'Su usuario y contraseña de la compañía, el teléfono o buzón que recibe los códigos de seguridad y los nombres de sus centros.',
    stopTerm: 'Para dejarlo o preguntar',
    stopEmail: 'Escriba a {email} cuando quiera.',
    stopNoEmail: 'Pregunte al equipo de {host} cuando quiera.',
    question: '¿Quién tiene el acceso a la cuenta de suministros?',
    mine: 'Lo tengo yo',
    mineHint: 'Iniciar sesión en la página de Nectar',
    consent: 'Si continúa, permite que Nectar recoja estos datos para {host}.',
    consentLinks: '{terms} y {privacy}.',
    terms: 'Condiciones',
    privacy: 'privacidad',
  },

  reconnect: {
    question: '¿Quién tiene el acceso?',
    mine: 'Lo tengo yo',
    mineHint: 'Iniciar sesión en la página de Nectar',
    stays: 'Sus centros y todo lo recogido hasta ahora se conservan.',
    staysTerm: 'Qué se conserva',
    staysLong: 'Sus centros, sus facturas y todo lo recogido hasta ahora.',
    thisUtility: 'Su compañía de suministros',
    titles: {
      PASSWORD_INCORRECT: 'Vuelva a iniciar sesión',
      MFA_TOKEN_EXPIRED: 'Restablezca los códigos de seguridad',
      NEW_PASSWORD_NEEDED: 'Cree una contraseña nueva y vuelva a iniciar sesión',
      ADDITIONAL_CREDENTIALS_NEEDED: 'Su compañía pide algo más',
      NO_ACCOUNTS_FOUND: 'Inicie sesión con otro usuario',
      other: 'Vuelva a iniciar sesión',
    },
    leads: {
      PASSWORD_INCORRECT: '{provider} rechazó la contraseña guardada, casi siempre porque se ha cambiado.',
      MFA_TOKEN_EXPIRED:
        '{provider} envía un código al iniciar sesión, y los códigos ya no llegan a Nectar. Esta vez no hace falta la contraseña.',
      NEW_PASSWORD_NEEDED:
        '{provider} pide una contraseña nueva. Créela primero en el sitio web de la compañía y después inicie sesión aquí con ella. Avise a quienes comparten el acceso.',
      ADDITIONAL_CREDENTIALS_NEEDED: '{provider} pide algo más al iniciar sesión.',
      NO_ACCOUNTS_FOUND:
        '{provider} acepta el acceso, pero no muestra ninguna cuenta. Puede que se vean con otro usuario.',
      other: '{provider} pide que inicie sesión una vez más.',
    },
    codesTerm: 'Tenga a mano',
    codes: 'El teléfono o buzón que recibe los códigos. La página de Nectar explica cómo reenviarlos.',
    codesQuestion: '¿Quién recibe los códigos?',
    codesMine: 'Yo',
    codesMineHint: 'Configurarlo en la página de Nectar',
    setPasswordAt: 'Crear una contraseña nueva en {site}',
  },

  narrow: {
    title: 'Hace falta una pantalla más grande',
    lead: 'La página de Nectar está pensada para un ordenador. Continúe allí si puede, o ábrala aquí y desplácese hacia los lados.',
    leadLink:
      'La página de Nectar está pensada para un ordenador. Envíese un enlace y continúe allí, o ábrala aquí y desplácese hacia los lados.',
    anyway: 'Abrirla aquí de todos modos',
    send: 'Enviar el enlace a mi ordenador',
    fine: 'El enlace se envía a {address} y funciona hasta el {date}.',
    fineForever: 'El enlace se envía a {address}.',
  },

  frame: {
    title: 'Conectar una cuenta de suministros',
    reconnectTitle: 'Volver a iniciar sesión',
    name: 'Página de inicio de sesión de Nectar',
    opening: 'Abriendo la página de Nectar…',
    page: 'Página de Nectar',
    notShowing: '¿No se ve?',
    unseen: '¿No hay nada aquí, o hay un error? Puede que su navegador o su red bloqueen esta página.',
    openInTab: 'Abrir en otra pestaña',
    timeLeft: 'Quedan {time}',
    expiring: '{left} en esta página. Termine ahora o empiece de nuevo en otra.',
    fresh: 'Abrir otra página',
    expiringSpoken: 'El tiempo de esta página se acaba pronto. Puede abrir otra.',
    offline: 'No tiene conexión a internet.',
    offlineLead: 'Deje esto abierto: continuará cuando vuelva la conexión.',
  },

  trouble: {
    signedOut:
      'Se ha cerrado su sesión en {host}. Puede terminar aquí; el resultado aparecerá cuando vuelva a iniciar sesión.',
    outdated: '{host} se ha actualizado. Termine aquí y después recargue la página para ver el resultado.',
    network:
      '{host} no responde en este momento. Puede continuar aquí: el resultado aparecerá cuando responda.',
    other: 'En este momento no vemos cómo avanza. Puede continuar aquí de todos modos.',
  },

  tab: {
    title: 'Continúe en una pestaña nueva',
    lead: 'Busque la página de Nectar en una pestaña nueva. Esta ventana se dará cuenta por sí sola cuando lleguen sus datos.',
    none: '¿No hay ninguna pestaña nueva? Puede que su navegador la haya bloqueado. Continúe aquí, o copie el enlace y ábralo por su cuenta.',
    again: 'Volver a abrirla',
    here: 'Continuar aquí',
    copy: 'Copiar el enlace',
    fine: 'Puede cerrar esta ventana. El resultado estará en su lista de cuentas de suministros.',
  },

  expired: {
    title: 'Se acabó el tiempo de esta página',
    interruptedTitle: 'Salió antes de terminar',
    lead: 'Hemos preguntado a Nectar: no se recibieron datos. Una página nueva empieza desde el principio.',
    again: 'Empezar de nuevo',
  },

  submitted: {
    title: 'Datos recibidos',
    lead: 'Nectar los está probando ahora en {provider}.',
    reconnectLead:
      'Nectar está probando ahora el nuevo acceso en {provider}. Hasta entonces puede aparecer el estado anterior.',
    thisUtility: 'su compañía de suministros',
    received: 'Recibidos por Nectar',
    checking: 'Comprobando el acceso',
    checkingHint: 'Suele tardar unas horas, a veces hasta 48.',
    bills: 'Llegan las primeras facturas',
    billsHint: 'Pueden tardar unos días más.',
    fine: 'Puede cerrar esta ventana. El resultado estará en su lista de cuentas de suministros.',
    fineInline: 'Puede salir de esta página. El resultado estará en su lista de cuentas de suministros.',
    connected: 'Cuenta conectada',
    connectedLead: '{provider} ha aceptado el acceso. Nectar buscará facturas nuevas cada semana.',
    accepted: 'Acceso aceptado',
    billsHintConnected: 'Pueden tardar unos días.',
    rejected: 'Acceso rechazado',
    rejectedLead:
      '{provider} no ha aceptado estos datos. Casi siempre es porque la contraseña se cambió o se escribió mal.',
    tried: 'Probado en {site}',
    triedHint: 'Si puede, {signIn} y después vuelva a intentarlo aquí.',
    signInThere: 'inicie sesión allí primero',
    tryAgainHint: 'En la página de Nectar',
    mends: 'Al volver a intentarlo se repara esta conexión; no se añade otra.',
    stopped: 'Detenido',
    slow: 'Está tardando más de lo habitual',
    slowLead: 'Nectar ha recibido sus datos y aún no tiene respuesta de {provider}. No tiene que hacer nada.',
    slowStep: 'El acceso se sigue comprobando',
    slowHint: 'Más de las 48 horas habituales.',
  },

  ended: {
    revokedTitle: 'Este enlace se retiró',
    revokedLead:
      'Alguien lo desactivó a propósito, así que ya no se puede usar. Si le sorprende, pregunte a {host} antes de empezar otro.',
    fulfilledTitle: 'Este enlace ya se usó',
    fulfilledLead:
      'Alguien ya envió datos con él, así que ha cumplido su función. Su lista de cuentas de suministros muestra cómo está esa cuenta.',
  },

  failed: {
    network: {
      title: 'No hemos podido abrir la página',
      lead: '{host} no ha respondido. En su cuenta de suministros no ha cambiado nada. Compruebe su conexión a internet y vuelva a intentarlo.',
    },
    signedOut: {
      title: 'Se ha cerrado su sesión',
      lead: 'Vuelva a iniciar sesión en {host} y regrese a esta página. No se ha enviado nada a su compañía de suministros.',
      signIn: 'Iniciar sesión en {host}',
    },
    notAllowed: {
      title: 'Pídalo a un administrador',
      lead: 'Su rol permite ver las cuentas de suministros, pero no añadirlas ni cambiarlas.',
      who: 'Pueden hacerlo: {names}.',
    },
    companyMissing: {
      title: 'Aún no está configurado',
      lead: 'Su organización aún no está registrada en Nectar. {host} tiene que hacerlo una vez; después podrá conectar cuentas.',
    },
    outdated: {
      title: '{host} se ha actualizado',
      lead: 'Esta página es anterior a la nueva versión y no puede continuar. Recárguela y empiece de nuevo desde aquí.',
      reload: 'Recargar la página',
    },
    blocked: {
      title: 'La página de Nectar no se puede mostrar aquí',
      lead: 'Un ajuste de este sitio web lo impide. En una pestaña propia se abre con normalidad, y esta ventana se dará cuenta cuando lleguen sus datos.',
    },
    untrusted: {
      title: 'La página de Nectar no se puede mostrar aquí',
      lead: 'Su dirección no es la que {host} espera, así que no se ha abierto. En su cuenta de suministros no ha cambiado nada.',
    },
    slow: {
      title: 'La página de Nectar tarda en abrirse',
      lead: 'Ha pasado medio minuto y no ha llegado. En su cuenta de suministros no ha cambiado nada. Vuelva a intentarlo o ábrala en una pestaña propia.',
    },
    stale: {
      title: 'No se ha podido abrir una página nueva',
      lead: 'La página que llegó ya no tenía tiempo. En su cuenta de suministros no ha cambiado nada. Vuelva a intentarlo dentro de unos minutos.',
    },
    busy: {
      title: 'Demasiadas personas a la vez',
      lead: 'Espere un momento y vuelva a intentarlo. En su cuenta de suministros no ha cambiado nada.',
    },
    nectar: {
      title: 'Nectar no ha respondido',
      lead: 'El servicio que recoge las facturas no está disponible ahora mismo. En su cuenta de suministros no ha cambiado nada. Vuelva a intentarlo dentro de unos minutos.',
    },
    notFound: {
      title: 'Esta cuenta ya no está aquí',
      lead: 'Puede que pertenezca a otra organización o que se haya eliminado. Su lista de cuentas de suministros muestra las que hay.',
    },
    setup: {
      title: 'Esto aún no funciona',
      lead: '{host} tiene que configurar algo antes de que se puedan conectar cuentas. En su cuenta de suministros no ha cambiado nada.',
    },
  },
}

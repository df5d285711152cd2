import type { Messages } from '../i18n/messages.ts'

/** Spanish. */
export const es: Messages = {
  locale: 'es',
  direction: 'ltr',
  close: 'Cerrar',
  cancel: 'Cancelar',
  done: 'Listo',
  tryAgain: 'Volver a intentarlo',
  tryAgainIn: 'Volver a intentarlo en {time}',
  reference: 'Referencia',
  copyReference: 'Copiar la referencia',
  copied: 'Copiado',
  sending: 'Enviando…',
  showMore: 'Mostrar más',
  copyLink: 'Copiar el enlace',
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
    fine: 'Puede cerrar esta ventana. El resultado estará en su lista de cuentas de suministros.',
  },

  expired: {
    title: 'Se acabó el tiempo de esta página',
    interruptedTitle: 'Salió antes de terminar',
    lead: 'Hemos preguntado a Nectar: no se recibieron datos. Una página nueva empieza desde el principio.',
    again: 'Empezar de nuevo',
  },

  submitted: {
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

  share: {
    twin: 'Lo tiene otra persona',
    twinHint: 'Enviarle un enlace',
    reconnectTwin: 'Lo tiene otra persona',
    codesTwin: 'Otra persona',
    only: 'Enviar un enlace',
    onlyHint: 'A la persona que tiene el acceso',
    nobody: 'Su rol no permite conectar cuentas ni enviar enlaces. Un administrador sí puede.',
    nobodyWho: 'Su rol no permite conectar cuentas ni enviar enlaces. Puede hacerlo {names}.',
    ask: 'Pedírselo a alguien',
    askElse: 'Pedírselo a otra persona',
    back: 'Atrás',
    title: 'Enviarlo a la persona que tiene el acceso',
    codesTitle: 'Enviarlo a la persona que recibe los códigos',
    selfTitle: 'Enviar el enlace a su ordenador',
    lead: 'No necesita cuenta en {host}: el enlace abre la página de Nectar, y allí inicia sesión en la compañía de suministros.',
    reconnectLead:
      'No necesita cuenta en {host}: el enlace abre la página de Nectar, y allí vuelve a iniciar sesión en {provider}.',
    codesLead:
      'No necesita cuenta en {host}: el enlace abre la página de Nectar, y allí configura los códigos de {provider}.',
    selfLead: 'Abra allí el correo y continúe donde lo dejó.',
    until: 'Funciona hasta el {date}.',
    forever: 'Funciona hasta que se use o se retire.',
    to: 'Correo electrónico de esa persona',
    onlyThis: 'Solo esta dirección puede usar el enlace.',
    subject: 'Asunto',
    note: 'Nota (opcional)',
    notePlaceholder: 'Por qué se lo pide, en una frase',
    language: 'Idioma del correo',
    byNectar: 'Nectar envía el correo en nombre de Nectar.',
    byHost: '{host} envía el correo en nombre de usted.',
    copyWarning: 'Quien tenga un enlace copiado puede usarlo: compártalo solo con la persona adecuada.',
    send: 'Enviar el enlace',
    copyInstead: 'Mejor copiar el enlace',
    copying: 'Creando el enlace…',
    left: {
      one: 'Queda {count} carácter',
      many: 'Quedan {count} de caracteres',
      other: 'Quedan {count} caracteres',
    },
    noAddress: 'Escriba el correo electrónico de la persona que tiene el acceso.',
    badAddress: '«{address}» no es una dirección de correo.',
    oneAddress:
      'Cada correo va a una sola persona. Escriba una dirección: después puede pedírselo a otra persona.',
    badDomain: 'Los enlaces solo se pueden enviar a direcciones de {domains}.',
    badDomainOf: '«{address}» no puede recibir un enlace: solo direcciones de {domains}.',
  },

  shared: {
    title: 'Enlace enviado',
    nectarLead:
      'Se ha pedido a Nectar que lo envíe a {address}. Aquí verá cuándo se abre y cuándo llegan los datos.',
    hostLead: 'Va camino de {address}. Aquí verá cuándo se abre y cuándo llegan los datos.',
    madeStep: 'Enlace creado',
    worksUntil: 'El enlace funciona hasta el {date}.',
    receivedLead: 'Los datos se han enviado. Nectar los está probando ahora en la compañía.',
    expired: 'El enlace caducó',
    expiredHint: 'No llegó ningún dato. Puede enviar otro enlace desde la lista de enlaces.',
    revoked: 'Enlace retirado',
    alreadyTitle: 'Ya hay un enlace enviado',
    alreadyLead: 'Esta vez no se ha enviado nada a {address}. Puede enviar un recordatorio.',
    copiedTitle: 'Enlace copiado',
    copiedLead:
      'Péguelo donde la persona que tiene el acceso lo encuentre. Quien lo tenga puede usarlo: compártalo solo con la persona adecuada.',
    copyTitle: 'Copie este enlace',
    copyLead:
      'El navegador no ha permitido copiarlo. Quien lo tenga puede usarlo: compártalo solo con la persona adecuada.',
    copyField: 'El enlace',
    copyAgain: 'Copiar otra vez',
  },

  shareFailed: {
    unknown: {
      title: 'No ha llegado respuesta',
      lead: 'Puede que el enlace se haya enviado o puede que no. Vuelva a intentarlo: nadie lo recibe dos veces.',
    },
    rateLimited: {
      title: 'Demasiados enlaces en poco tiempo',
      lead: 'Este no se ha enviado. Vuelva a intentarlo más tarde.',
    },
    address: {
      title: 'A esta dirección no se pueden enviar enlaces',
      lead: 'No se ha enviado nada.',
    },
    mail: {
      title: 'No se ha podido enviar el correo',
      lead: 'Su enlace se ha retirado, así que no queda nada abierto. Vuelva a intentarlo dentro de unos minutos.',
    },
    notAllowed: {
      title: 'Pídalo a un administrador',
      lead: 'Su rol no permite enviar enlaces. No se ha enviado nada.',
    },
    signedOut: {
      title: 'Se ha cerrado su sesión',
      lead: 'Vuelva a iniciar sesión y después envíelo.',
    },
    outdated: {
      title: '{host} se ha actualizado',
      lead: 'Esta página es anterior a la nueva versión. Recárguela y empiece de nuevo desde aquí.',
    },
    notFound: {
      title: 'Esto ya no está aquí',
      lead: 'Puede que se haya eliminado. No se ha enviado nada.',
    },
    over: {
      title: 'Este enlace ya no vale',
      lead: 'Entretanto se usó o se retiró. No se ha enviado nada.',
    },
    other: {
      title: 'No ha funcionado',
      lead: '{host} tiene que configurar algo antes de que se puedan enviar enlaces.',
    },
  },

  invitations: {
    title: 'Enlaces enviados',
    filters: 'Filtrar por lo que ha pasado',
    all: 'Todos',
    pending: 'En espera',
    used: 'Recibidos',
    closed: 'Terminados',
    loading: 'Cargando los enlaces',
    emptyTitle: 'Aún no se ha pedido a nadie',
    emptyLead:
      'Si el acceso lo tiene otra persona, envíele un enlace. Aquí verá cuándo se abre y cuándo llegan los datos.',
    noMatchTitle: 'Aquí ya no queda nada',
    showAll: 'Mostrar todos',
    errorTitle: 'No hemos podido cargar los enlaces',
    errorLead: 'Los enlaces enviados siguen funcionando.',
    loadingMore: 'Cargando…',
    anyone: 'Cualquiera que tenga el enlace',
    forNew: 'Nueva cuenta de suministros',
    forConnection: 'Volver a iniciar sesión en {provider}',
    forSites: 'Nueva cuenta para {sites}',
    byYou: 'enviado por usted',
    by: 'enviado por {name}',
    remind: 'Recordar',
    remindName: 'Recordar a {who}',
    again: 'Enviar otro enlace',
    againName: 'Enviar otro enlace a {who}',
    freshCopy: 'Copiar un enlace nuevo',
    copyLinkName: 'Copiar el enlace: {what}',
    revoke: 'Retirar',
    revokeName: 'Retirar el enlace de {who}',
    revokeAsk: '¿Retirar el enlace? {who} ya no podrá usarlo.',
    revokeAskAnyone: '¿Retirar el enlace? Ya nadie podrá usarlo.',
    revokeYes: 'Retirar el enlace',
    revokeNo: 'Conservarlo',
    revoking: 'Retirando…',
    kept: 'Recordatorio enviado. El enlace anterior sigue funcionando.',
    replaced: 'Enlace nuevo enviado. El anterior ya no funciona.',
    copiedKept: 'Enlace copiado. Es el mismo que antes.',
    copiedReplaced: 'Enlace nuevo copiado. El anterior ya no funciona.',
    copyFailed: 'Copie este enlace. Quien lo tenga puede usarlo.',
    sent: 'Enviado: {when}.',
    made: 'Creado: {when}.',
    reminded: 'Recordatorio: {when}.',
    opened: 'Abierto: {when}; aún sin datos.',
    openedUnknown: 'Abierto; aún sin datos.',
    details: 'Datos enviados: {when}.',
    detailsUnknown: 'Datos enviados.',
    expired: 'Caducó antes de que llegaran datos.',
    revoked: 'Ya no se puede usar.',
    unknown: 'Nectar indica un estado que esta página aún no conoce.',
    stages: {
      sent: 'Enviado',
      made: 'Aún sin abrir',
      opened: 'Abierto',
      received: 'Datos recibidos',
      expired: 'Caducado',
      revoked: 'Retirado',
      unknown: 'Otro',
    },
    news: {
      opened: '{who}: enlace abierto',
      received: '{who}: datos recibidos',
      expired: '{who}: enlace caducado',
      revoked: '{who}: enlace retirado',
    },
  },

  list: {
    title: 'Cuentas de suministros',
    search: 'Buscar por compañía o centro',
    all: 'Todas',
    everythingElse: 'Todo lo demás',
    filters: 'Filtrar por estado',
    groups: {
      healthy: 'Conectadas',
      waiting: 'En curso',
      'needs-you': 'Requieren su atención',
      provider: 'Por la compañía',
      inactive: 'Desactivadas',
      unknown: 'Otras',
    },
    loading: 'Cargando las cuentas de suministros',
    emptyTitle: 'Aún no hay cuentas de suministros',
    emptyLead:
      'Conecte una y sus facturas llegarán aquí por sí solas. Necesita el acceso, o a alguien que lo tenga.',
    emptyAsk:
      'Pídaselo a alguien que tenga el acceso a una cuenta de suministros. Después las facturas llegarán aquí por sí solas.',
    noMatchTitle: 'Aquí nada coincide con «{query}»',
    noMatchLead: 'Quizá la encuentre con otra palabra.',
    elsewhere: {
      one: 'Fuera de este filtro coincide una cuenta: {name}.',
      many: 'Fuera de este filtro coinciden {count} de cuentas.',
      other: 'Fuera de este filtro coinciden {count} cuentas.',
    },
    searchAll: 'Buscar en todas ({count})',
    clearSearch: 'Borrar la búsqueda',
    errorTitle: 'No hemos podido cargar sus cuentas de suministros',
    errorLead: 'La recogida no depende de esta página y continúa como antes.',
    updated: 'Actualizada: {when}',
    sites: { one: '{count} centro', many: '{count} de centros', other: '{count} centros' },
    unnamed: 'Cuenta de suministros',
    separator: ', ',
    showing: '{shown} de {total}',
    signInAgain: 'Volver a iniciar sesión',
    setUpCodes: 'Configurar los códigos',
    actionName: '{action}: {provider}',
  },

  card: {
    loading: 'Cargando esta cuenta de suministros',
    errorTitle: 'No hemos podido cargar esta cuenta de suministros',
    pausedSince: 'En pausa desde: {when}',
    since: 'Desde: {when}',
    offSince: 'Desactivada desde: {when}',
    you: 'Usted',
    youCan: '{you} puede solucionarlo',
    othersCan: '{names} puede solucionarlo',
    administratorCan: 'Un administrador puede solucionarlo',
    nobody: 'No hay nada que hacer',
    nectar: '{nectar} se está ocupando',
    host: '{host} puede ayudar',
    unknown: 'Si sigue así, pregunte a {host}',
    newPassword: 'Su compañía pide una contraseña nueva. Avise a quienes comparten este acceso.',
    setPasswordAt: 'Cree una contraseña nueva en {site}',
    utilitySite: 'el sitio web de su compañía',
    thenHere: 'Vuelva a iniciar sesión aquí con ella',
    history: 'Historial',
    linkSent: 'Se ha enviado un enlace a {who}: {when}.',
    linkMade: 'Se ha creado un enlace: {when}.',
    linkOpenedBy: '{who} ha abierto el enlace; aún sin datos.',
    linkOpened: 'Se ha abierto el enlace; aún sin datos.',
  },

  history: {
    loading: 'Cargando el historial',
    errorTitle: 'No hemos podido cargar el historial.',
    empty: 'Sin cambios hasta ahora.',
    emptyPending: 'Sin cambios hasta ahora. La primera comprobación está en marcha.',
    was: 'Antes: «{word}».',
    wasFor: 'Antes: «{word}», durante {duration}.',
    first: 'Primer estado de esta cuenta.',
    paused: 'Recogida en pausa.',
    checkingAgain: 'Se han enviado datos nuevos. Nectar los probará a continuación.',
    showOlder: 'Mostrar anteriores',
  },

  news: {
    one: '{name}: {word}',
    many: {
      one: 'Ha cambiado {count} cuenta: {groups}',
      many: 'Han cambiado {count} de cuentas: {groups}',
      other: 'Han cambiado {count} cuentas: {groups}',
    },
    groups: {
      'needs-you': {
        one: '{count} requiere su atención',
        many: '{count} requieren su atención',
        other: '{count} requieren su atención',
      },
      healthy: {
        one: '{count} está conectada',
        many: '{count} están conectadas',
        other: '{count} están conectadas',
      },
      waiting: {
        one: '{count} está en curso',
        many: '{count} están en curso',
        other: '{count} están en curso',
      },
      provider: {
        one: '{count} espera a su compañía',
        many: '{count} esperan a su compañía',
        other: '{count} esperan a su compañía',
      },
      inactive: {
        one: '{count} está desactivada',
        many: '{count} están desactivadas',
        other: '{count} están desactivadas',
      },
      unknown: {
        one: '{count} tiene otro estado',
        many: '{count} tienen otro estado',
        other: '{count} tienen otro estado',
      },
    },
    everyMinute: 'No es en directo: se comprueba cada minuto',
  },

  utilities: {
    ELECTRICITY: 'electricidad',
    GAS: 'gas',
    WATER: 'agua',
    DISTRICT: 'calefacción urbana',
    WASTE: 'residuos',
    FUEL: 'combustible',
    MISC: 'otros',
    REFRIGERANT: 'refrigerante',
    SOLAR: 'solar',
    TELECOM: 'telecomunicaciones',
  },

  status: {
    PENDING: {
      word: 'En comprobación',
      sentence: 'Datos recibidos. Suele tardar unas horas, a veces hasta 48.',
    },
    CONNECTED: { word: 'Conectada', sentence: 'Cada semana se buscan facturas nuevas.' },
    UNDER_INVESTIGATION: {
      word: 'En revisión',
      sentence: 'El equipo de Nectar lo está revisando. Mientras tanto, la recogida está en pausa.',
    },
    PASSWORD_INCORRECT: {
      word: 'Acceso rechazado',
      sentence:
        'Su compañía rechazó la contraseña guardada. Vuelva a iniciar sesión para reanudar la recogida.',
    },
    MFA_TOKEN_EXPIRED: {
      word: 'Los códigos no llegan',
      sentence:
        'Los códigos de seguridad ya no llegan a Nectar. Tenga a mano el teléfono o buzón que los recibe.',
    },
    NEW_PASSWORD_NEEDED: {
      word: 'Hace falta otra contraseña',
      sentence: 'Su compañía pide una contraseña nueva. Créela allí y después vuelva a iniciar sesión aquí.',
    },
    ADDITIONAL_CREDENTIALS_NEEDED: {
      word: 'Faltan datos',
      sentence: 'Su compañía pide algo más al iniciar sesión.',
    },
    NO_ACCOUNTS_FOUND: {
      word: 'No se encontraron cuentas',
      sentence: 'El acceso funciona, pero no muestra ninguna cuenta. Puede que se vean con otro usuario.',
    },
    WEBSITE_DOWN: {
      word: 'Sitio de la compañía caído',
      sentence: 'Su sitio web no responde. Se vuelve a intentar automáticamente.',
    },
    URL_INACCESSIBLE: {
      word: 'Dirección inaccesible',
      sentence:
        'Puede que la dirección web de la compañía haya cambiado. El soporte de {host} puede revisarlo.',
    },
    OTHER_ERROR: {
      word: 'Algo inesperado',
      sentence: 'Se está revisando. Mientras tanto, la recogida está en pausa.',
    },
    COMPANY_INACTIVE: {
      word: 'Recogida desactivada',
      sentence: 'Desactivada para su organización.',
    },
    inactive: {
      word: 'Recogida desactivada',
      sentence: 'Desactivada para esta cuenta. {host} puede volver a activarla.',
    },
    checkingAgain: {
      word: 'Comprobando el nuevo acceso',
      sentence:
        'Ha vuelto a iniciar sesión. Hasta la próxima comprobación puede aparecer el estado anterior.',
    },
    slow: {
      word: 'Tarda más de lo habitual',
      sentence: 'La compañía aún no ha respondido. El soporte puede revisarlo.',
    },
    unknown: {
      word: '{status}',
      sentence: 'Nectar indica un estado que esta página aún no conoce.',
    },
  },
}

import type { ConnectionMessages } from '../i18n/message-parts.ts'

/** Spanish: how connections fare. */
export const esConnections: ConnectionMessages = {
  list: {
    title: 'Cuentas de suministros',
    search: 'Buscar por compañía o centro',
    all: 'Todas',
    needsYou: 'Requieren su atención',
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
    emptyChoice: 'Tengo el acceso',
    emptyChoiceHint: 'Conectar una cuenta de suministros',
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
    showMore: 'Mostrar más',
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
    title: 'Historial',
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

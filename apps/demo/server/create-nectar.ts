import {
  createNectarConnect,
  type NectarConnectOptions,
  type NectarConnectServer,
} from '@nectar-connect/server'
import { COMPANIES } from './fixtures/companies.ts'
import type { Session } from './session-store.ts'

export interface CreateNectarOptions {
  apiKey: string
  webhookSecret?: string
  nectarApiOrigin: string
  hostedOrigin: string
  publicOrigin: string
  currentSession: (request: Request) => Session | null
  /** Plumbline's mails. Without it Nectar mails invitations, and nobody is told what became of them. */
  sendMail?: SendMail
  fetch?: typeof fetch
  now?: () => number
  logger?: NonNullable<NectarConnectOptions['logger']>
}

export type SendMail = (mail: {
  from: string
  to: string
  subject: string
  text: string
  html?: string
}) => Promise<void>

export interface PlumblineNectar {
  nectar: NectarConnectServer
  /** The company's id at Nectar, which registers it there when it has to. */
  companyId(session: Session): Promise<string>
}

/** Nectar Connect as Plumbline sets it up: who is asking, what they may do, and how long a link lives. */
export function createNectar(options: CreateNectarOptions): PlumblineNectar {
  const nectar = createNectarConnect({
    apiKey: options.apiKey,
    nectar: { apiOrigin: options.nectarApiOrigin, hostedOrigin: options.hostedOrigin },
    publicOrigin: options.publicOrigin,
    authorize: async (request) => {
      const session = options.currentSession(request)
      if (!session) return null
      const { people } = COMPANIES[session.company]
      const person = people[session.role]
      return {
        companyId: await companyId(session),
        userId: person.id,
        userName: person.name,
        userEmail: person.email,
        ...(session.role === 'view' && { permissions: ONLY_LOOK }),
        administratorNames: [people.manage.name],
      }
    },
    sharing: { appName: 'Plumbline' },
    acceptPrefill: ['country', 'siteIds', 'utilityTypes'],
    ...(options.sendMail && mailing(options.sendMail)),
    ...(options.webhookSecret && { webhookSecret: options.webhookSecret }),
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.now && { now: options.now }),
    ...(options.logger && { logger: options.logger }),
  })

  // A product keeps this id in its own table; this one asks once a process.
  const companyIds = new Map<string, Promise<string>>()
  function companyId({ company }: Session): Promise<string> {
    const known = companyIds.get(company)
    if (known) return known
    const asked = nectar
      .ensureCompany({ externalId: company, name: COMPANIES[company].name })
      .then(({ id }) => id)
      .catch((cause: unknown) => {
        companyIds.delete(company)
        throw cause
      })
    companyIds.set(company, asked)
    return asked
  }

  return { nectar, companyId }
}

const FROM = 'Plumbline <hello@plumbline.example>'

/** Mails invitations, and tells who asked when the details are in. */
function mailing(sendMail: SendMail): Pick<NectarConnectOptions, 'sendInvitation' | 'onInvitationChange'> {
  return {
    sendInvitation: ({ to, subject, text, html }) => sendMail({ from: FROM, to, subject, text, html }),
    onInvitationChange: async ({ change }) => {
      const inviter = PEOPLE.find(({ id }) => id === change.invitedBy.userId)
      if (change.to !== 'received' || !inviter) return
      const who = change.recipient ?? 'Whoever you gave the link'
      await sendMail({
        from: FROM,
        to: inviter.email,
        subject: `${who} sent the utility details`,
        text: `${who} has signed in at the utility. The account is being checked now; Plumbline shows how it fares.\n`,
      })
    },
  }
}

const PEOPLE = Object.values(COMPANIES).flatMap(({ people }) => Object.values(people))

const ONLY_LOOK = { connect: false, reconnect: false, invite: false, revoke: false }

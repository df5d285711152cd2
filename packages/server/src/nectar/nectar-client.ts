import {
  allPages,
  EndlessListError,
  type NectarCompany,
  type NectarConnection,
  type NectarInvitation,
  type NectarInvitationCreate,
  type NectarInvitationDetail,
  type NectarSite,
  nectarCompany,
  nectarConnection,
  nectarConnectionPage,
  nectarInvitationDetail,
  nectarInvitationPage,
  nectarSite,
} from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import type { NewSite } from '../app/nectar-connect.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Call, Reply, Upstream } from './upstream.ts'

/** Where an invitation is made: under a company (contributor) or a connection (reconnect). */
export type InvitationTarget =
  | { kind: 'contributor'; companyId: string }
  | { kind: 'reconnect'; connectionId: string }

/** The calls that this package makes, typed. Each rejects with a `NectarConnectError`. */
export interface NectarClient {
  ping(log: Log): Promise<void>
  /** As they came: see `ensureCompany`, which must not overlook one that cannot be read. */
  listCompanies(log: Log): Promise<unknown[]>
  createCompany(input: { name: string; externalId: string }, log: Log): Promise<NectarCompany>
  getCompany(companyId: string, log: Log): Promise<NectarCompany>
  getSite(siteId: string, log: Log): Promise<NectarSite>
  createSite(companyId: string, site: NewSite, log: Log): Promise<NectarSite>
  /** The raw answer: whoever asks has to tell an unreadable one from none. */
  createInvitation(
    target: InvitationTarget,
    body: NectarInvitationCreate,
    limitMs: number,
    log: Log,
  ): Promise<Reply>
  listInvitations(companyId: string, log: Log): Promise<NectarInvitation[]>
  getInvitation(invitationId: string, log: Log): Promise<NectarInvitationDetail>
  revokeInvitation(invitationId: string, log: Log): Promise<void>
  listConnections(companyId: string, log: Log): Promise<NectarConnection[]>
  getConnection(connectionId: string, log: Log): Promise<NectarConnection>
}

export function createNectarClient(upstream: Upstream): NectarClient {
  const get = async (route: string, id: string, subject: Call['subject'], log: Log, query = '') => {
    const path = `${route.replace(':id', id)}${query}`
    return (await upstream({ method: 'GET', route, path, subject, expects: 'json', log })).json
  }
  const post = (
    route: string,
    id: string,
    subject: Call['subject'],
    body: unknown,
    log: Log,
    limitMs?: number,
  ) =>
    upstream({
      method: 'POST',
      route,
      path: route.replace(':id', id),
      body,
      subject,
      expects: 'json',
      log,
      ...(limitMs === undefined ? {} : { limitMs }),
    })

  return {
    async ping(log) {
      await upstream({
        method: 'GET',
        route: '/ping',
        path: '/ping',
        subject: 'company',
        expects: 'anything',
        log,
      })
    },
    async listCompanies(log) {
      return parseReply(z.array(z.unknown()), await get('/company', '', 'company', log))
    },
    async createCompany(input, log) {
      return parseReply(nectarCompany, (await post('/company', '', 'company', input, log)).json)
    },
    async getCompany(companyId, log) {
      return parseReply(nectarCompany, await get('/company/:id', companyId, 'company', log))
    },
    async getSite(siteId, log) {
      return parseReply(nectarSite, await get('/site/:id', siteId, 'object', log))
    },
    async createSite(companyId, site, log) {
      return parseReply(nectarSite, (await post('/site/company/:id', companyId, 'company', site, log)).json)
    },
    createInvitation(target, body, limitMs, log) {
      return target.kind === 'contributor'
        ? post('/invitation/company/:id', target.companyId, 'company', body, log, limitMs)
        : post('/invitation/connection/:id', target.connectionId, 'object', body, log, limitMs)
    },
    listInvitations: (companyId, log) =>
      everyPage(async (number) => {
        const json = await get('/invitation/company/:id', companyId, 'company', log, `?page=${number}`)
        const page = parseReply(nectarInvitationPage, json)
        return { ...page, items: page.invitations }
      }),
    async getInvitation(invitationId, log) {
      return parseReply(nectarInvitationDetail, await get('/invitation/:id', invitationId, 'object', log))
    },
    async revokeInvitation(invitationId, log) {
      await upstream({
        method: 'POST',
        route: '/invitation/:id/revoke',
        path: `/invitation/${invitationId}/revoke`,
        subject: 'object',
        expects: 'anything',
        log,
      })
    },
    listConnections: (companyId, log) =>
      everyPage(async (number) => {
        const query = `?limit=500&page=${number}`
        const json = await get('/connection/company/:id', companyId, 'company', log, query)
        const page = parseReply(nectarConnectionPage, json)
        return { ...page, items: page.connections }
      }),
    async getConnection(connectionId, log) {
      return parseReply(nectarConnection, await get('/connection/:id/details', connectionId, 'object', log))
    },
  }
}

/** @throws NectarConnectError `nectar_invalid_response` when the list does not end. */
async function everyPage<Item extends { id: string }>(
  read: Parameters<typeof allPages<Item>>[0],
): Promise<Item[]> {
  try {
    return await allPages(read)
  } catch (cause) {
    if (!(cause instanceof EndlessListError)) throw cause
    throw new NectarConnectError('nectar_invalid_response', { message: cause.message })
  }
}

/**
 * What Nectar sent, as the contract knows it.
 *
 * @throws NectarConnectError `nectar_invalid_response`
 */
export function parseReply<T extends z.ZodMiniType>(schema: T, json: unknown): z.output<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  // Not as the cause: zod's issues may quote what was sent.
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new NectarConnectError('nectar_invalid_response', {
    message: `Nectar answered without something that is indispensable: ${where || 'the whole body'}.`,
  })
}

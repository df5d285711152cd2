import {
  isSameId,
  type NectarConnection,
  type NectarInvitation,
  type NectarInvitationCreate,
  type NectarInvitationDetail,
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
import type { Call, Upstream } from './upstream.ts'

export type NectarClient = ReturnType<typeof createNectarClient>

/** What a call takes beside its route. */
interface Arguments extends Pick<Call, 'log' | 'body' | 'limitMs'> {
  /** In place of `:id`. */
  id?: string
  query?: string
  expects?: Call['expects']
}

/** The calls that this package makes, typed. Each rejects with a `NectarConnectError`. */
export function createNectarClient(upstream: Upstream) {
  /** What is asked for by its id may be another company's; of a company, the key says which ones there are. */
  const send = (
    method: Call['method'],
    route: string,
    subject: Call['subject'],
    { id = '', query = '', ...rest }: Arguments,
  ) =>
    upstream({
      method,
      route,
      path: `${route.replace(':id', id)}${query}`,
      subject,
      expects: 'json',
      ...rest,
    })

  async function invitationPage(id: string, number: number, log: Log): Promise<Page<NectarInvitation>> {
    const query = `?page=${number}`
    const json = await send('GET', '/invitation/company/:id', 'company', { id, query, log })
    const page = parseReply(nectarInvitationPage, json)
    return { ...page, items: page.invitations }
  }

  /** @param limit Connections on a page, 1 to 500. */
  async function connectionPage(
    id: string,
    number: number,
    limit: number,
    log: Log,
    limitMs?: number,
  ): Promise<Page<NectarConnection>> {
    const query = `?limit=${limit}&page=${number}`
    const json = await send('GET', '/connection/company/:id', 'company', { id, query, limitMs, log })
    const page = parseReply(nectarConnectionPage, json)
    return { ...page, items: page.connections }
  }

  return {
    async ping(log: Log): Promise<void> {
      await send('GET', '/ping', 'company', { log, expects: 'anything' })
    },
    /** As they came: see `ensureCompany`, which must not overlook one that cannot be read. */
    async listCompanies(log: Log) {
      return parseReply(z.array(z.unknown()), await send('GET', '/company', 'company', { log }))
    },
    async createCompany(body: { name: string; externalId: string }, log: Log) {
      return parseReply(nectarCompany, await send('POST', '/company', 'company', { body, log }))
    },
    async getCompany(id: string, log: Log) {
      return parseReply(nectarCompany, await send('GET', '/company/:id', 'company', { id, log }))
    },
    async getSite(id: string, log: Log) {
      return parseReply(nectarSite, await send('GET', '/site/:id', 'object', { id, log }))
    },
    async createSite(id: string, body: NewSite, log: Log) {
      return parseReply(nectarSite, await send('POST', '/site/company/:id', 'company', { id, body, log }))
    },
    /** Under a connection, to mend it, or else a company. The raw answer: an unreadable one is told from none. */
    createInvitation(
      { companyId, connectionId }: { companyId: string; connectionId: string | null },
      body: NectarInvitationCreate,
      limitMs: number,
      log: Log,
    ): Promise<unknown> {
      return connectionId === null
        ? send('POST', '/invitation/company/:id', 'company', { id: companyId, body, limitMs, log })
        : send('POST', '/invitation/connection/:id', 'object', { id: connectionId, body, limitMs, log })
    },
    invitationPage,
    listInvitations: (id: string, log: Log): Promise<NectarInvitation[]> =>
      collect(everyPage((number) => invitationPage(id, number, log))),
    async getInvitation(id: string, log: Log) {
      return parseReply(nectarInvitationDetail, await send('GET', '/invitation/:id', 'object', { id, log }))
    },
    async revokeInvitation(id: string, log: Log): Promise<void> {
      await send('POST', '/invitation/:id/revoke', 'object', { id, log, expects: 'anything' })
    },
    connectionPage,
    /** @param limitMs For each page. */
    listConnections: (id: string, log: Log, limitMs?: number): Promise<NectarConnection[]> =>
      collect(everyPage((number) => connectionPage(id, number, 500, log, limitMs), readAhead)),
    async getConnection(id: string, log: Log, limitMs?: number) {
      const json = await send('GET', '/connection/:id/details', 'object', { id, limitMs, log })
      return parseReply(nectarConnection, json)
    },
  }
}

/** A loop that no envelope ends would hang a request and burden Nectar. */
const MAX_PAGES = 200

export interface Page<Item> {
  items: Item[]
  totalPages: number | null
  currentPage: number | null
  hasNext: boolean
}

type ReadPage<Item> = (page: number) => Promise<Page<Item>>

/**
 * The pages of a list. A page past the last one answers the last page again, so that only `hasNext` ends the list; a page
 * that repeats, or a number that does not advance, ends it too.
 *
 * @param readRest Begins to read the others once the first page says how many there are; otherwise each in its turn.
 * @throws NectarConnectError `nectar_invalid_response` when 200 pages are not enough.
 */
async function* everyPage<Item extends { id: string }>(
  read: ReadPage<Item>,
  readRest: (last: number, read: ReadPage<Item>) => Promise<Page<Item>>[] = () => [],
): AsyncGenerator<Item[], void, undefined> {
  let previous: Page<Item> | null = null
  let ahead: Promise<Page<Item>>[] = []
  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const page = await (ahead.shift() ?? read(number))
    if (number === 1 && page.hasNext) ahead = readRest(page.totalPages ?? 1, read)
    if (previous !== null && isRepeated(page, previous)) return
    yield page.items
    if (!page.hasNext) return
    previous = page
  }
  const message = `Nectar's list did not end after ${MAX_PAGES} pages.`
  throw new NectarConnectError('nectar_invalid_response', { message })
}

/** The pages from the second to the last one, all at once. */
function readAhead<Item>(last: number, read: ReadPage<Item>): Promise<Page<Item>>[] {
  const count = Math.max(0, Math.min(last, MAX_PAGES) - 1)
  const pages = Array.from({ length: count }, (_, index) => read(index + 2))
  // The first that fails is told when its turn comes, and nobody asks for the others then.
  for (const page of pages) page.catch(() => {})
  return pages
}

/** All of a list, each id once, as it was read last. */
async function collect<Item extends { id: string }>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const found = new Map<string, Item>()
  for await (const items of pages) for (const item of items) found.set(item.id, item)
  return [...found.values()]
}

/** The items of a list, each id once, read page by page as they are asked for. @throws NectarConnectError */
export async function* everyItem<Item extends { id: string }>(
  read: (page: number) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>()
  for await (const items of everyPage(read)) {
    for (const item of items) {
      if (!seen.has(item.id)) yield item
      seen.add(item.id)
    }
  }
}

function isRepeated<Item extends { id: string }>(page: Page<Item>, previous: Page<Item>): boolean {
  if ((page.currentPage ?? Number.POSITIVE_INFINITY) <= (previous.currentPage ?? 0)) return true
  const ids = (items: Item[]) => items.map((item) => item.id).join()
  return ids(page.items) === ids(previous.items)
}

/** What Nectar sent, as the contract knows it. @throws NectarConnectError `nectar_invalid_response` */
export function parseReply<T extends z.ZodMiniType>(schema: T, json: unknown): z.output<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  // Not as the cause: zod's issues may quote what was sent.
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new NectarConnectError('nectar_invalid_response', {
    message: `Nectar answered without something that is indispensable: ${where || 'the whole body'}.`,
  })
}

/** The connection, if this company owns it. @throws NectarConnectError `not_found` */
export async function requireOwnConnection(
  client: Pick<NectarClient, 'getConnection'>,
  companyId: string,
  connectionId: string,
  log: Log,
  limitMs?: number,
): Promise<NectarConnection> {
  const connection = await client.getConnection(connectionId, log, limitMs)
  if (isSameId(connection.company?.id, companyId)) return connection
  throw new NectarConnectError('not_found')
}

/** The invitation, if this company owns it, or the connection that it mends. @throws NectarConnectError `not_found` */
export async function requireOwnInvitation(
  client: Pick<NectarClient, 'getInvitation' | 'getConnection'>,
  companyId: string,
  invitationId: string,
  log: Log,
): Promise<NectarInvitationDetail> {
  const detail = await client.getInvitation(invitationId, log)
  const { companyId: owner, connectionId } = detail.invitation
  if (owner === null && connectionId !== null) {
    await requireOwnConnection(client, companyId, connectionId, log)
  } else if (!isSameId(owner, companyId)) throw new NectarConnectError('not_found')
  return detail
}

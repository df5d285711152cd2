import {
  isSameId,
  type NectarCompany,
  type NectarConnection,
  nectarCompany,
} from '@nectar-connect/contract/nectar'
import type { ConnectionView } from '@nectar-connect/contract/wire'
import type { Core } from '../app/core.ts'
import type { NewSite } from '../app/nectar-connect.ts'
import type { Log } from '../lib/log.ts'
import { invalidRequest } from '../lib/nectar-connect-error.ts'
import { createSingleFlightCache } from '../lib/shared-work.ts'
import { toIso } from '../lib/values.ts'
import { nectarDeadline, withDeadline } from '../lib/with-deadline.ts'
import { type NectarClient, parseReply, requireOwnConnection } from '../nectar/nectar-client.ts'
import { createReadBudget } from './read-budget.ts'

/** Many tabs ask at once; a status that is two seconds old is none the worse. With many companies, see the budget. */
const KEPT_MS = 2_000
/** Where each change is told, what was read is good until then; not for ever, since not every field has webhooks. */
const KEPT_WHILE_TOLD_MS = 60_000
const SITES_KEPT_MS = 5 * 60_000
/** More than the companies that one process is asked for: what is let go of is read beside the budget. */
const COMPANIES_KEPT = 5_000
/** A read goes on for this many time limits, of which who asked waits for one. */
const PATIENCE = 2

export type Connections = ReturnType<typeof createConnections>

/** How changes of a company come to be known here. */
interface ChangesOfCompany {
  /** Whether this process hears of every one. */
  isTold(companyId: string): boolean
  /** Whether somebody has just sent details, and waits for what becomes of them. */
  isAwaited(companyId: string): boolean
  /** Where they are now; null where that cannot be told. */
  readCursor(companyId: string): Promise<string | null>
}

/**
 * The connections of a company, as browsers may see them. Each call rejects with a `NectarConnectError`.
 *
 * @param afterRead Told what was read from Nectar, and when the read was begun, once for each request to it.
 */
export function createConnections(
  { client, now, settings, timers }: Pick<Core, 'client' | 'now' | 'settings' | 'timers'>,
  afterRead: (companyId: string, read: NectarConnection[], readAt: number, log: Log) => Promise<void>,
  { isTold, isAwaited, readCursor }: ChangesOfCompany,
) {
  const budget = createReadBudget(now)
  function isKept(companyId: string, ageMs: number): boolean {
    if (ageMs < (isTold(companyId) ? KEPT_WHILE_TOLD_MS : KEPT_MS)) return true
    return !isAwaited(companyId) && !budget.isDue(companyId, ageMs)
  }
  const lists = createSingleFlightCache<ConnectionView[]>(isKept, now, COMPANIES_KEPT)
  const cursors = new WeakMap<ConnectionView[], string | null>()
  const single = createSingleFlightCache<ConnectionView>(KEPT_MS, now)
  const sites = createSingleFlightCache<ReadonlyMap<string, string>>(SITES_KEPT_MS, now, COMPANIES_KEPT)
  const patienceMs = PATIENCE * settings.timeoutMs

  /** Whoever asks again finds what goes on meanwhile. */
  const inTime = <T>(read: Promise<T>) => withDeadline(read, nectarDeadline(timers, settings.timeoutMs))

  /** Names of the company's sites by id, in lower case. Empty when they could not be read. */
  async function siteNames(companyId: string, log: Log): Promise<ReadonlyMap<string, string>> {
    try {
      return await sites.get(companyId, async () => {
        const company = await client.getCompany(companyId, log)
        return new Map(company.sites.map((site) => [site.id.toLowerCase(), site.name]))
      })
    } catch {
      // The client has logged it; connections without the names of their sites are better than none.
      return new Map()
    }
  }

  async function readAll(companyId: string, log: Log): Promise<ConnectionView[]> {
    // Before the list, so that every change that it lacks comes after the cursor.
    const cursor = await readCursor(companyId)
    const readAt = now()
    budget.spend()
    // First, since it can do without the names.
    const reading = client.listConnections(companyId, log, patienceMs)
    const names = siteNames(companyId, log)
    const connections = (await reading).filter(
      ({ company }) => company === null || isSameId(company.id, companyId),
    )
    await afterRead(companyId, connections, readAt, log)
    const known = await names
    const list = connections.map((connection) => viewConnection(connection, known, settings))
    cursors.set(list, cursor)
    return list
  }

  async function readOne(companyId: string, connectionId: string, log: Log): Promise<ConnectionView> {
    const readAt = now()
    const connection = await requireOwnConnection(client, companyId, connectionId, log, patienceMs)
    await afterRead(companyId, [connection], readAt, log)
    return viewConnection(connection, await siteNames(companyId, log), settings)
  }

  return {
    list: (companyId: string, log: Log) => inTime(lists.get(companyId, () => readAll(companyId, log))),
    get: (companyId: string, connectionId: string, log: Log) =>
      inTime(single.get(`${companyId} ${connectionId}`, () => readOne(companyId, connectionId, log))),
    /** Where the changes go on after a list of these; null where that is not known. */
    cursorOf: (list: ConnectionView[]) => cursors.get(list) ?? null,
    siteNames,
    view: async (companyId: string, connection: NectarConnection, log: Log): Promise<ConnectionView> =>
      viewConnection(connection, await siteNames(companyId, log), settings),
    /** Forgets what was read of a connection and its company: it is known to be something else now. */
    invalidate(companyId: string, connectionId: string) {
      lists.drop(companyId)
      single.drop(`${companyId} ${connectionId}`)
    },
    invalidateList: (companyId: string) => lists.drop(companyId),
    invalidateSites: (companyId: string) => sites.drop(companyId),
  }
}

/** @param siteNames Names by id, in lower case. */
function viewConnection(
  connection: NectarConnection,
  siteNames: ReadonlyMap<string, string>,
  { exposeUsername }: { exposeUsername: boolean },
): ConnectionView {
  const { username } = connection
  return {
    id: connection.id,
    status: connection.status,
    isActive: connection.isActive,
    providerName: connection.datasource?.name ?? null,
    providerUrl: httpsUrl(connection.datasource?.url ?? null) ?? httpsUrl(connection.url),
    country: connection.country,
    utilityTypes: connection.initialDatasourceTypes,
    sites: connection.initialSites.map((id) => ({ id, name: siteNames.get(id.toLowerCase()) ?? null })),
    createdAt: toIso(connection.created),
    statusAt: toIso(connection.statusLastUpdateTime),
    statusSince: toIso(connection.statusFirstSeenTime),
    updatedAt: toIso(connection.updated),
    ...(exposeUsername && username !== null ? { username } : {}),
  }
}

/** The address becomes a link in a browser: nothing but https, and no credentials. */
function httpsUrl(text: string | null): string | null {
  const url = text === null ? null : parseUrl(text)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

type Company = Pick<NectarCompany, 'id' | 'name'>

/** Finds a company by its external id, or creates it; concurrent calls for one external id share the work. */
export function createEnsureCompany(client: NectarClient) {
  const working = new Map<string, Promise<Company>>()
  return async (input: { externalId: string; name: string }, log: Log): Promise<Company> => {
    requireText('ensureCompany', input?.externalId, 'externalId')
    requireText('ensureCompany', input.name, 'name')
    const { externalId, name } = input
    const known = working.get(externalId)
    if (known) return known
    const work = findOrCreate(client, { externalId, name }, log).finally(() => working.delete(externalId))
    working.set(externalId, work)
    return work
  }
}

async function findOrCreate(
  client: NectarClient,
  { externalId, name }: { externalId: string; name: string },
  log: Log,
): Promise<Company> {
  const companies = (await client.listCompanies(log)) as ({ externalId?: unknown } | null)[]
  const found = companies.find((company) => company?.externalId === externalId)
  // One that is there but cannot be read is an error: creating another would split the organization in two.
  const company = found
    ? parseReply(nectarCompany, found)
    : await client.createCompany({ name, externalId }, log)
  return { id: company.id, name: company.name }
}

/** The fields of a site that Nectar knows: hosts tend to pass their whole row. @throws NectarConnectError */
export function readNewSite(site: NewSite): NewSite {
  requireText('sites.create', site?.name, 'name')
  const { name, externalId, address, path } = site
  return {
    name,
    ...(externalId === undefined ? {} : { externalId }),
    ...(address === undefined ? {} : { address }),
    ...(path === undefined ? {} : { path }),
  }
}

/** @throws NectarConnectError `invalid_request` when what a host passed to a function of ours is no text, or empty. */
function requireText(name: string, value: unknown, field: string): void {
  if (typeof value === 'string' && value.trim() !== '') return
  const message = `${name}() needs a "${field}" that is not empty.`
  throw invalidRequest(field, 'Expected a text that is not empty.', message)
}

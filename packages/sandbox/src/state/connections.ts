import type { ConnectionRecord, Given } from './records.ts'
import type { SandboxState } from './sandbox-state.ts'

/** The status that a check of a sign-in ends in; null: it never ends. */
export type CheckOutcome = string | null

type NewConnection = Given<ConnectionRecord> &
  Pick<ConnectionRecord, 'companyId' | 'datasource' | 'siteIds' | 'utilityTypes' | 'username'>

/** A connection that is not stored yet. Times are now, unless they are given. */
export function newConnection({ ids, time }: SandboxState, given: NewConnection): ConnectionRecord {
  const created = given.created ?? time.stamp()
  const statusFirstSeen = given.statusFirstSeen ?? created
  const statusLastUpdate = given.statusLastUpdate ?? statusFirstSeen
  return {
    id: given.id?.toLowerCase() ?? ids.uuid(),
    companyId: given.companyId,
    externalId: given.externalId ?? null,
    status: given.status ?? 'PENDING',
    statusErrorDetail: null,
    isActive: given.isActive ?? true,
    created,
    updated: statusLastUpdate,
    statusLastUpdate,
    statusFirstSeen,
    datasource: given.datasource,
    country: given.country ?? 'US',
    siteIds: given.siteIds,
    utilityTypes: given.utilityTypes,
    username: given.username,
    ownerEmail: given.ownerEmail ?? null,
    dataCollectionStartDate: given.dataCollectionStartDate ?? null,
    magicLinkSecret: ids.token(),
    accounts: given.accounts ?? [],
  }
}

/** Stores a new connection and says so. */
export function addConnection(state: SandboxState, connection: ConnectionRecord): void {
  state.connections.set(connection.id, connection)
  state.emit({ kind: 'created', connection })
}

/** Checks the new sign-in of a connection after the check delay. An earlier check of it is called off. */
export function beginCheck(state: SandboxState, connectionId: string, outcome: CheckOutcome): void {
  cancelCheck(state, connectionId)
  if (outcome === null) return
  const callOff = state.time.schedule(() => {
    state.checks.delete(connectionId)
    const connection = state.connections.get(connectionId)
    if (connection) applyStatus(state, connection, outcome, 'announced')
  }, state.checkDelayMs)
  state.checks.set(connectionId, { at: state.time.moment() + state.checkDelayMs, callOff })
}

export function cancelCheck(state: SandboxState, connectionId: string): void {
  state.checks.get(connectionId)?.callOff()
  state.checks.delete(connectionId)
}

/**
 * Gives a connection a status. Nectar sends `updated` when a field changed and `validated` whenever credentials
 * were verified or the status changed, so one change makes two events.
 */
export function applyStatus(
  state: SandboxState,
  connection: ConnectionRecord,
  status: string,
  telling: 'announced' | 'silent',
): void {
  const at = state.time.stamp()
  const before = connection.status
  if (before !== status) connection.statusFirstSeen = at
  connection.status = status
  if (status === 'CONNECTED') detectAccounts(state, connection)
  connection.statusErrorDetail = ERROR_DETAILS[status] ?? null
  connection.statusLastUpdate = at
  connection.updated = at
  if (telling === 'silent') return
  if (before !== status) {
    state.emit({ kind: 'updated', connection, old: { status: before } })
  }
  state.emit({ kind: 'validated', connection })
}

/** What a sign-in that works shows: one account for each kind of bill. The ones that are known go on instead. */
function detectAccounts(state: SandboxState, connection: ConnectionRecord): void {
  connection.accounts =
    connection.accounts.length === 0
      ? connection.utilityTypes.map((datasourceType) => ({
          id: state.ids.uuid(),
          accountNumber: `00${state.ids.code()}`,
          status: 'DETECTED',
          datasourceType,
        }))
      : connection.accounts.map((account) => ({
          ...account,
          status: NEXT_ACCOUNT_STATUS[account.status] ?? account.status,
        }))
}

const NEXT_ACCOUNT_STATUS: Record<string, string | undefined> = {
  DETECTED: 'ONBOARDED',
  ONBOARDED: 'PULL_COMPLETED',
}

/** Gives a connection a new login, and says so where that is another one. */
export function renewUsername(state: SandboxState, connection: ConnectionRecord, username: string): void {
  const before = connection.username
  connection.username = username
  connection.updated = state.time.stamp()
  if (before !== username) {
    state.emit({ kind: 'updated', connection, old: { username: before } })
  }
}

/** The weekly check, which nothing but a connection that collects gets. */
export function startCheck(state: SandboxState, connection: ConnectionRecord): boolean {
  if (connection.status !== 'CONNECTED' || !connection.isActive) return false
  applyStatus(state, connection, connection.status, 'announced')
  return true
}

/** Switches collection on or off, and says so where that is new. */
export function setActive(state: SandboxState, connection: ConnectionRecord, isActive: boolean): void {
  if (connection.isActive === isActive) return
  connection.isActive = isActive
  connection.updated = state.time.stamp()
  state.emit({ kind: 'updated', connection, old: { isActive: !isActive } })
}

const ERROR_DETAILS: Record<string, string | undefined> = {
  PASSWORD_INCORRECT: 'The site rejected the stored credentials.',
  MFA_TOKEN_EXPIRED: 'The security code was not received in time.',
  NEW_PASSWORD_NEEDED: 'The site asks for a new password.',
  ADDITIONAL_CREDENTIALS_NEEDED: 'The site asks for more than username and password.',
  NO_ACCOUNTS_FOUND: 'The sign-in shows no accounts.',
  WEBSITE_DOWN: 'The site did not answer.',
  URL_INACCESSIBLE: 'The address cannot be reached.',
}

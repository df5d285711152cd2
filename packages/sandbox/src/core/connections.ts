import { type ConnectionEvent, connectionData } from '../webhooks/webhook-payload.ts'
import type { ConnectionRecord } from './records.ts'
import type { World } from './world.ts'

/** The status that a check of a sign-in ends in; null: it never ends. */
export type CheckOutcome = string | null

export type NewConnection = Pick<
  ConnectionRecord,
  | 'companyId'
  | 'datasource'
  | 'country'
  | 'siteIds'
  | 'utilityTypes'
  | 'username'
  | 'ownerEmail'
  | 'dataCollectionStartDate'
>

/** Makes a connection in status PENDING and tells it by webhook. */
export function createConnection(world: World, input: NewConnection): ConnectionRecord {
  const at = world.clock.stamp()
  const connection: ConnectionRecord = {
    ...input,
    id: world.ids.uuid(),
    externalId: null,
    status: 'PENDING',
    statusErrorDetail: null,
    isActive: true,
    accounts: [],
    created: at,
    updated: at,
    statusLastUpdate: at,
    statusFirstSeen: at,
    magicLinkSecret: world.ids.token(),
  }
  world.state.connections.set(connection.id, connection)
  announceCreated(world, connection)
  return connection
}

/** Tells that there is a new connection. */
export function announceCreated(world: World, connection: ConnectionRecord): void {
  announce(world, connection, { type: 'connection.created.v2' })
}

/** Checks the new sign-in of a connection after the check delay. An earlier check of it is called off. */
export function beginCheck(world: World, connectionId: string, outcome: CheckOutcome): void {
  cancelCheck(world, connectionId)
  if (outcome !== null) queueCheck(world, connectionId, outcome, world.time.moment() + world.checkDelayMs)
}

/** @param at milliseconds since the epoch, without skew */
export function queueCheck(world: World, connectionId: string, outcome: string, at: number): void {
  const callOff = world.time.schedule(() => {
    world.checks.delete(connectionId)
    const connection = world.state.connections.get(connectionId)
    if (connection) applyStatus(world, connection, outcome, 'announced')
  }, at - world.time.moment())
  world.checks.set(connectionId, { outcome, at, callOff })
}

export function cancelCheck(world: World, connectionId: string): void {
  world.checks.get(connectionId)?.callOff()
  world.checks.delete(connectionId)
}

/**
 * Gives a connection a status. Nectar sends `updated` when a field changed and `validated` whenever credentials
 * were verified or the status changed, so one change makes two events.
 */
export function applyStatus(
  world: World,
  connection: ConnectionRecord,
  status: string,
  telling: 'announced' | 'silent',
): void {
  const at = world.clock.stamp()
  const before = connection.status
  if (before !== status) connection.statusFirstSeen = at
  connection.status = status
  if (status === 'CONNECTED') detectAccounts(world, connection)
  connection.statusErrorDetail = ERROR_DETAILS[status] ?? null
  connection.statusLastUpdate = at
  connection.updated = at
  if (telling === 'silent') return
  if (before !== status) {
    announce(world, connection, { type: 'connection.updated.v2', old: { status: before } })
  }
  announce(world, connection, { type: 'connection.validated.v2' })
}

/** What a sign-in that works shows: one account for each kind of bill. The ones that are known go on instead. */
function detectAccounts(world: World, connection: ConnectionRecord): void {
  connection.accounts =
    connection.accounts.length === 0
      ? connection.utilityTypes.map((datasourceType) => ({
          id: world.ids.uuid(),
          accountNumber: `00${world.ids.code()}`,
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

/** Gives a connection a new login, and tells it where that is another one. */
export function renewUsername(world: World, connection: ConnectionRecord, username: string): void {
  const before = connection.username
  connection.username = username
  connection.updated = world.clock.stamp()
  // Nothing is sent where only the time changed.
  if (before !== username) {
    announce(world, connection, { type: 'connection.updated.v2', old: { username: before } })
  }
}

/** The weekly check, which nothing but a connection that collects gets. */
export function startCheck(world: World, connection: ConnectionRecord): boolean {
  if (connection.status !== 'CONNECTED' || !connection.isActive) return false
  applyStatus(world, connection, connection.status, 'announced')
  return true
}

/** Switches collection on or off, and tells it where that is new. */
export function setActive(world: World, connection: ConnectionRecord, isActive: boolean): void {
  if (connection.isActive === isActive) return
  connection.isActive = isActive
  connection.updated = world.clock.stamp()
  announce(world, connection, { type: 'connection.updated.v2', old: { isActive: !isActive } })
}

function announce(world: World, connection: ConnectionRecord, event: ConnectionEvent): void {
  world.webhooks.send(event.type, connectionData(world.state, connection, event), connection.id)
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

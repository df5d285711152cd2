import { companyView, connectionView, invitationDetailView, siteView } from '../api/views.ts'
import { applyStatus, cancelCheck, setActive, startCheck } from '../core/connections.ts'
import { type InvitationTarget, invitationStatus, revokeInvitation } from '../core/invitations.ts'
import { receivedMail } from '../core/mail-schema.ts'
import { fileMail } from '../core/mails.ts'
import type { ConnectionRecord, InvitationRecord } from '../core/records.ts'
import type { World } from '../core/world.ts'
import type { Flows } from '../hosted/flows.ts'
import { restTime } from '../lib/clock.ts'
import { SandboxError } from '../lib/errors.ts'
import { assertDelay, assertSpan } from '../lib/options.ts'
import { explain } from '../lib/read.ts'
import { createWebhookControl } from '../webhooks/create-webhook-control.ts'
import { addConnection, createInvitationByHand } from './make-by-hand.ts'
import { playScenario, SCENARIOS } from './scenarios.ts'
import { seed, withIds } from './seed.ts'
import { submitDetails } from './submit-details.ts'
import type { ResetOptions, SandboxControl, SeedCompany } from './types.ts'

/** The control in this process. */
export function createControl(world: World, flows: Flows): SandboxControl {
  const { state } = world

  function invitation(id: string): InvitationRecord {
    return known('invitation', id, state.invitations)
  }

  /** Those of a company, or all. */
  function connectionsOf(companyId: string | undefined): ConnectionRecord[] {
    if (companyId === undefined) return [...state.connections.values()]
    return state.connections.of(known('company', companyId, state.companies).id)
  }

  let first: readonly SeedCompany[] = []

  function reset({ clock = false }: ResetOptions = {}) {
    world.time.reset(clock)
    if (clock) world.clock.reset()
    world.ids.reset()
    world.webhooks.reset()
    world.faults.reset()
    world.held.breakAll()
    world.checks.clear()
    world.keys.reset()
    world.checkDelayMs = world.options.checkDelayMs
    for (const records of [state.companies, state.sites, state.connections, state.invitations])
      records.clear()
    state.requests.clear()
    state.mails.length = 0
    state.mailsFiled = 0
    state.invitationsCreated = 0
    flows.clear()
  }

  return {
    ...createWebhookControl(world.webhooks),
    reset,
    seed(companies) {
      const isFirst = state.companies.size === 0
      const made = seed(world, companies)
      if (isFirst) first = withIds(companies, made)
      return made
    },
    resetToSeed(options) {
      reset(options)
      seed(world, first)
    },
    setConnectionStatus(connectionId, status, { sendWebhook = true } = {}) {
      const connection = known('connection', connectionId, state.connections)
      if (status.trim() === '')
        throw new SandboxError('invalid', 'The status is empty. Give a name such as CONNECTED.')
      cancelCheck(world, connection.id)
      applyStatus(world, connection, status, sendWebhook ? 'announced' : 'silent')
    },
    expireInvitation(id) {
      invitation(id).expiresAt = world.clock.now() * 1000
    },
    revokeInvitation(id) {
      const found = invitation(id)
      if (invitationStatus(world, found) !== 'REVOKED') revokeInvitation(world, found)
    },
    fulfillInvitation(id) {
      const found = invitation(id)
      found.maxUses = Math.max(1, found.maxUses ?? found.useCount)
      found.useCount = found.maxUses
    },
    submitDetails: (id, details = {}) => submitDetails(world, flows, invitation(id), details),
    addApiKey(key, { companies } = {}) {
      if (key.trim() === '') throw new SandboxError('invalid', 'The key is empty.')
      world.keys.add(key, companies ?? null)
    },
    removeApiKey(key) {
      if (!world.keys.remove(key)) throw new SandboxError('not_found', 'The sandbox accepts no such key.')
    },
    runWeeklyCheck: (companyId) =>
      connectionsOf(companyId).filter((connection) => startCheck(world, connection)).length,
    setConnectionActive: (id, isActive) =>
      setActive(world, known('connection', id, state.connections), isActive),
    addConnection: (companyId, connection) =>
      addConnection(world, known('company', companyId, state.companies), connection),
    createInvitation(id, options = {}) {
      const connection = state.connections.get(id.toLowerCase())
      const companyId = connection?.companyId ?? known('company or connection', id, state.companies).id
      const target: InvitationTarget = connection
        ? { type: 'EDIT_CONNECTION', companyId, connectionId: connection.id }
        : { type: 'CREATE_CONNECTION', companyId }
      return createInvitationByHand(world, target, options)
    },
    playScenario(name, companyId) {
      if (!SCENARIOS.includes(name)) {
        throw new SandboxError(
          'invalid',
          `There is no scenario "${name}". There are ${SCENARIOS.join(', ')}.`,
        )
      }
      playScenario(world, name, connectionsOf(companyId))
    },
    setCheckDelay(delayMs) {
      assertDelay('delayMs', delayMs)
      world.checkDelayMs = delayMs
    },
    advanceTime(ms) {
      assertDelay('ms', ms)
      assertSpan('ms', ms)
      world.time.advance(ms)
    },
    freezeTime: () => world.time.freeze(),
    resumeTime: () => world.time.resume(),
    setClockSkew({ ms }) {
      assertSpan('ms', ms)
      world.time.setSkew(ms)
    },
    time: () => world.time.read(),
    addFault: (fault) => world.faults.add(fault),
    clearFaults: (id) => world.faults.clear(id),
    faults: () => world.faults.list(),
    receiveMail(mail) {
      const parsed = receivedMail.safeParse(mail)
      if (!parsed.success) {
        throw new SandboxError('invalid', `The mail does not fit: ${explain(parsed.error.issues[0])}`)
      }
      const { text = '', html = null, ...rest } = parsed.data
      return fileMail(world, { ...rest, text, html })
    },
    mails: () => state.mails.map(({ at, ...mail }) => ({ ...mail, at: restTime(at) })),
    stats: () => ({
      invitationsCreated: state.invitationsCreated,
      requests: Object.fromEntries(state.requests),
    }),
    snapshot: () => ({
      companies: [...state.companies.values()].map((company) => companyView(world, company)),
      sites: [...state.sites.values()].map(siteView),
      connections: [...state.connections.values()].map((connection) => connectionView(world, connection)),
      invitations: [...state.invitations.values()].map((found) => invitationDetailView(world, found)),
    }),
  }
}

function known<T>(what: string, id: string, records: ReadonlyMap<string, T>): T {
  const found = records.get(id.toLowerCase())
  if (found === undefined) throw new SandboxError('not_found', `The sandbox has no ${what} ${id}.`)
  return found
}

import { nectarInvitationCreate } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import { SandboxError } from '../errors.ts'
import { sandboxFault } from '../faults/fault-schema.ts'
import { duration, span } from '../options.ts'
import { applyStatus, cancelCheck, setActive, startCheck } from '../state/connections.ts'
import {
  createInvitation,
  type InvitationTarget,
  invitationStatus,
  revokeInvitation,
} from '../state/invitations.ts'
import { fileMail, receivedMail } from '../state/mails.ts'
import type { ConnectionRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { action, call, known, read } from './define-call.ts'
import { SCENARIO_STEPS, SCENARIOS } from './scenarios.ts'
import { reset, seed, seedOne, withIds } from './seed.ts'
import { seedCompany, seedConnection, submittedDetails } from './seed-schema.ts'
import { readMails, readSnapshot, readStats } from './snapshot.ts'
import { submitDetails } from './submit-details.ts'
import { WEBHOOK_CALLS } from './webhook-calls.ts'

const name = z.string().check(z.refine((text) => text.trim() !== '', 'is empty'))
const invitation = z.strictObject({ invitationId: z.string() })
/** Whether the clock goes with the host's again. Default: false. */
const resetOptions = z.strictObject({ clock: z.optional(z.boolean()) })

/** Everything that can be done to a sandbox. A call is described here and in `WEBHOOK_CALLS`, and nowhere else. */
export const CALLS = {
  ...WEBHOOK_CALLS,
  /**
   * Back to an empty sandbox; checks and webhook repeats are called off, faults end, and what they hold is broken off.
   * Keys are those of the start again, and ids that follow from a seed come again, but for those of webhooks. The clock
   * flows on from where it is, unless `clock` is true: an app that is running would take what comes after a leap back for
   * old.
   */
  reset: call(resetOptions, (parts, options) => reset(parts, options.clock)),
  /** A reset, then what the first `seed` brought, with the same ids: a seed into an empty sandbox is a first one. */
  resetToSeed: call(resetOptions, (parts, options) => {
    reset(parts, options.clock)
    seed(parts.state, parts.firstSeed)
  }),
  /**
   * Adds companies with sites and connections. An object with a known id replaces the earlier one. Sends no
   * webhooks.
   *
   * @throws SandboxError `invalid` when something in it does not fit; then nothing is added
   */
  seed: call(z.strictObject({ companies: z.array(seedCompany) }), (parts, { companies }) => {
    const isFirst = parts.state.companies.size === 0
    const made = seed(parts.state, companies)
    if (isFirst) parts.firstSeed = withIds(companies, made)
    return made
  }),
  /**
   * Adds one connection to a company that there is, and tells it by webhook, as if somebody had just linked it.
   *
   * @returns its id
   */
  addConnection: call(
    z.strictObject({ companyId: z.string(), connection: seedConnection }),
    ({ state }, { companyId, connection }) =>
      seedOne(state, known('company', companyId, state.companies), connection),
  ),
  /**
   * Gives a connection a status, documented or not. A check that is under way is called off. `sendWebhook: false` is a lost
   * webhook.
   */
  setConnectionStatus: call(
    z.strictObject({ connectionId: z.string(), status: name, sendWebhook: z.optional(z.boolean()) }),
    ({ state }, { connectionId, status, sendWebhook = true }) => {
      const connection = known('connection', connectionId, state.connections)
      cancelCheck(state, connection.id)
      applyStatus(state, connection, status, sendWebhook ? 'announced' : 'silent')
    },
  ),
  /** Switches collection for a connection on or off, whatever its status. */
  setConnectionActive: call(
    z.strictObject({ connectionId: z.string(), isActive: z.boolean() }),
    ({ state }, { connectionId, isActive }) =>
      setActive(state, known('connection', connectionId, state.connections), isActive),
  ),
  /**
   * The weekly check of all connections, or those of one company: what is `CONNECTED` and active is validated again, and
   * tells so.
   *
   * @returns how many were checked
   */
  runWeeklyCheck: call(
    z.strictObject({ companyId: z.optional(z.string()) }),
    ({ state }, { companyId }) =>
      connectionsOf(state, companyId).filter((connection) => startCheck(state, connection)).length,
  ),
  /** How long checks take that begin from now on, in milliseconds. */
  setCheckDelay: call(z.strictObject({ delayMs: duration }), ({ state }, { delayMs }) => {
    state.checkDelayMs = delayMs
  }),
  /**
   * Makes an invitation without the API: a contributor one for a company, or a reconnect one for a connection. Left out,
   * anyone may use it, any number of times, for good.
   *
   * @returns its id; its link is in `snapshot`
   */
  createInvitation: call(
    z
      .strictObject({
        companyId: z.optional(z.string()),
        connectionId: z.optional(z.string()),
        ...nectarInvitationCreate.shape,
      })
      .check(
        z.refine(
          ({ companyId, connectionId }) => companyId !== undefined || connectionId !== undefined,
          'has to name a companyId, or a connectionId',
        ),
      ),
    ({ state }, { companyId, connectionId, ...options }) => {
      const { companies, connections } = state
      const connection = connectionId === undefined ? null : known('connection', connectionId, connections)
      const target: InvitationTarget = connection
        ? { type: 'EDIT_CONNECTION', companyId: connection.companyId, connectionId: connection.id }
        : { type: 'CREATE_CONNECTION', companyId: known('company', companyId ?? '', companies).id }
      return createInvitation(state, target, options).id
    },
  ),
  /** Lets an invitation run out now. */
  expireInvitation: call(invitation, ({ state }, { invitationId }) => {
    known('invitation', invitationId, state.invitations).expiresAt = state.time.now() * 1000
  }),
  /** Revokes an invitation. */
  revokeInvitation: call(invitation, ({ state }, { invitationId }) => {
    const found = known('invitation', invitationId, state.invitations)
    if (invitationStatus(state, found) !== 'REVOKED') revokeInvitation(state, found)
  }),
  /** Uses an invitation up without a connection. */
  fulfillInvitation: call(invitation, ({ state }, { invitationId }) => {
    const found = known('invitation', invitationId, state.invitations)
    found.maxUses = Math.max(1, found.maxUses ?? found.useCount)
    found.useCount = found.maxUses
  }),
  /**
   * Uses an invitation as a customer does on the hosted page: the details are submitted, and the check of them begins.
   *
   * @returns the id of the connection that was made or, for a reconnect, got its new login
   * @throws SandboxError `invalid` for an invitation that is not active, or details that do not fit
   */
  submitDetails: call(
    z.strictObject({ invitationId: z.string(), ...submittedDetails.shape }),
    ({ state, flows }, { invitationId, ...details }) =>
      submitDetails(state, flows, known('invitation', invitationId, state.invitations), details),
  ),
  /**
   * Accepts one more key: beside the others, as while a key is rotated, or with another scope than before. `companies` are
   * those that it sees, by id or external id. Default: all.
   */
  addApiKey: call(
    z.strictObject({ key: name, companies: z.optional(z.array(z.string())) }),
    ({ state }, { key, companies }) => void state.apiKeys.set(key, companies ?? null),
  ),
  /** Accepts a key no more: it answers 401. */
  removeApiKey: call(z.strictObject({ key: z.string() }), ({ state }, { key }) => {
    if (!state.apiKeys.delete(key)) throw new SandboxError('not_found', 'The sandbox accepts no such key.')
  }),
  /**
   * Plays what usually goes wrong, see `SCENARIOS`. Faults of it end with `clearFaults`. With a `companyId`, only its
   * connections change.
   */
  playScenario: call(
    z.strictObject({ name: z.enum(SCENARIOS), companyId: z.optional(z.string()) }),
    (parts, { name, companyId }) => SCENARIO_STEPS[name](parts, connectionsOf(parts.state, companyId)),
  ),
  /**
   * Moves the sandbox's clock on by up to ten years. What is due in between (checks, webhook repeats, expiries) happens in
   * order, each at its own moment; returns when all of it was started. A repeat that is not queued yet, because its
   * receiver has still to refuse the try before, follows as soon as that is known.
   */
  advanceTime: call(z.strictObject({ ms: duration }), ({ state }, { ms }) => state.time.advance(ms)),
  /** Stops the sandbox's clock: nothing falls due until it is advanced or resumed. Requests are still answered. */
  freezeTime: action(({ state }) => state.time.freeze()),
  /** Lets the clock go on from where it stands. */
  resumeTime: action(({ state }) => state.time.resume()),
  /**
   * Makes the clock that `Date` headers, `createdAt`, `expiresAt` and the like are written with run off, by up to ten
   * years; positive is ahead. When checks fall due stays as it is; when invitations run out is read off this clock.
   */
  setClockSkew: call(z.strictObject({ ms: span }), ({ state }, { ms }) => state.time.setSkew(ms)),
  time: read(({ state }) => state.time.read()),
  /**
   * Makes requests go wrong. Several faults may meet one request: waiting adds up, and the first of the others
   * decides.
   *
   * @returns its id
   */
  addFault: call(sandboxFault, ({ faults }, fault) => faults.add(fault)),
  /** Ends one fault, or all of them. Requests that hang already go on hanging. */
  clearFaults: call(z.strictObject({ id: z.optional(z.string()) }), ({ faults }, { id }) => faults.clear(id)),
  /** The faults that are in force. One that has met all its `times` is over. */
  faults: read(({ faults }) => faults.list()),
  /**
   * Files a mail that the host sends by itself, such as one with an invitation's link, among the mails of the sandbox.
   *
   * @returns its number
   */
  receiveMail: call(receivedMail, ({ state }, { text = '', html = null, ...mail }) =>
    fileMail(state, { ...mail, text, html }),
  ),
  /** The latest thousand mails, oldest first. */
  mails: read(({ state }) => readMails(state)),
  /** What was asked of the sandbox since its start or last reset. */
  stats: read(({ state }) => readStats(state)),
  /** All that there is, for a page that shows it. */
  snapshot: read(readSnapshot),
}

/** Those of a company, or all. */
function connectionsOf(state: SandboxState, companyId: string | undefined): ConnectionRecord[] {
  if (companyId === undefined) return [...state.connections.values()]
  return state.connections.of(known('company', companyId, state.companies).id)
}

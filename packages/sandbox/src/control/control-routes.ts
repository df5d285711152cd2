import * as z from 'zod/mini'
import type { SandboxFault } from '../faults/types.ts'
import { readBody } from '../lib/read.ts'
import type { WebhookTarget } from '../webhooks/types.ts'
import { SCENARIOS, type ScenarioName } from './scenarios.ts'
import { seedCompanies, seedConnection, submittedDetails } from './seed-schema.ts'
import type {
  InvitationOverrides,
  ReceivedMail,
  ResetOptions,
  SandboxControl,
  SeedCompany,
  SeedConnection,
  SubmittedDetails,
} from './types.ts'
import { deliveryWithoutSecrets, mailWithoutSecrets, withoutSecrets } from './without-secrets.ts'

export type ControlName = keyof SandboxControl

/** How one control call goes over HTTP: `POST` for what changes something, `GET` for what is read. */
export interface ControlRoute<Name extends ControlName> {
  verb: 'GET' | 'POST'
  /** The last part of its address, where that is not its name. */
  path?: string
  /** The body that a client sends for its arguments. */
  pack(...args: Parameters<SandboxControl[Name]>): unknown
  /** Carries out a request. @throws ApiFailure for a body that does not fit; SandboxError as the call does */
  run(control: SandboxControl, request: Request): unknown
}

const nothing = z.catch(z.unknown(), null)
const anything = z.unknown()
const resetting = z.catch(z.strictObject({ clock: z.optional(z.boolean()) }), {})
const invitation = z.strictObject({ invitationId: z.string() })
const span = z.strictObject({ ms: z.number() })
const delay = z.strictObject({ delayMs: z.number() })
const fault = z.strictObject({ id: z.optional(z.string()) })
const status = z.strictObject({
  connectionId: z.string(),
  status: z.string(),
  sendWebhook: z.optional(z.boolean()),
})

const webhook = z.nullable(
  z.strictObject({
    url: z.string(),
    secret: z.string(),
    format: z.optional(z.enum(['guide', 'catalog', 'lean', 'envelope'])),
    headers: z.optional(z.enum(['svix', 'webhook'])),
    retryScale: z.optional(z.number()),
  }),
)
const enabled = z.strictObject({ isEnabled: z.boolean() })
const rotation = z.strictObject({ secret: z.string(), overlapMs: z.optional(z.number()) })
const sending = z.strictObject({ ids: z.array(z.string()), inParallel: z.optional(z.boolean()) })
const event = z.strictObject({ type: z.string(), data: z.record(z.string(), z.unknown()) })

const keyToAdd = z.strictObject({ key: z.string(), companies: z.optional(z.array(z.string())) })

const withInvitation = (invitationId: string) => ({ invitationId })
const withSpan = (ms: number) => ({ ms })
const empty = () => ({})

/** Every call; its path under `/_sandbox/` is its name, unless it says another. A call of the control that is missing here does not compile. */
export const CONTROL_ROUTES: { readonly [Name in ControlName]: ControlRoute<Name> } = {
  reset: post(
    resetting,
    (options: ResetOptions = {}) => options,
    (control, options) => control.reset(options as ResetOptions),
  ),
  resetToSeed: post(
    resetting,
    (options: ResetOptions = {}) => options,
    (control, options) => control.resetToSeed(options as ResetOptions),
  ),
  seed: post(
    seedCompanies,
    (companies: readonly SeedCompany[]) => companies,
    (control, companies) => control.seed(companies as SeedCompany[]),
  ),
  setConnectionStatus: post(
    status,
    (connectionId: string, status: string, options: { sendWebhook?: boolean } = {}) => ({
      connectionId,
      status,
      ...options,
    }),
    (control, { connectionId, status, sendWebhook = true }) =>
      control.setConnectionStatus(connectionId, status, { sendWebhook }),
  ),
  expireInvitation: post(invitation, withInvitation, (control, { invitationId }) =>
    control.expireInvitation(invitationId),
  ),
  revokeInvitation: post(invitation, withInvitation, (control, { invitationId }) =>
    control.revokeInvitation(invitationId),
  ),
  fulfillInvitation: post(invitation, withInvitation, (control, { invitationId }) =>
    control.fulfillInvitation(invitationId),
  ),
  submitDetails: post(
    z.strictObject({ invitationId: z.string(), ...submittedDetails.shape }),
    (invitationId: string, details: SubmittedDetails = {}) => ({ invitationId, ...details }),
    (control, { invitationId, ...details }) =>
      control.submitDetails(invitationId, details as SubmittedDetails),
  ),
  addApiKey: post(
    keyToAdd,
    (key: string, options: { companies?: readonly string[] } = {}) => ({ key, ...options }),
    (control, { key, companies }) => control.addApiKey(key, companies === undefined ? {} : { companies }),
  ),
  removeApiKey: post(
    z.strictObject({ key: z.string() }),
    (key: string) => ({ key }),
    (control, { key }) => control.removeApiKey(key),
  ),
  runWeeklyCheck: post(
    z.strictObject({ companyId: z.optional(z.string()) }),
    (companyId?: string) => (companyId === undefined ? {} : { companyId }),
    (control, { companyId }) => control.runWeeklyCheck(companyId),
  ),
  setConnectionActive: post(
    z.strictObject({ connectionId: z.string(), isActive: z.boolean() }),
    (connectionId: string, isActive: boolean) => ({ connectionId, isActive }),
    (control, { connectionId, isActive }) => control.setConnectionActive(connectionId, isActive),
  ),
  addConnection: post(
    z.strictObject({ companyId: z.string(), connection: seedConnection }),
    (companyId: string, connection: SeedConnection) => ({ companyId, connection }),
    (control, { companyId, connection }) => control.addConnection(companyId, connection as SeedConnection),
  ),
  createInvitation: post(
    z.strictObject({ id: z.string(), options: z.optional(z.record(z.string(), z.unknown())) }),
    (id: string, options: InvitationOverrides = {}) => ({ id, options }),
    (control, { id, options = {} }) => control.createInvitation(id, options as InvitationOverrides),
  ),
  playScenario: post(
    z.strictObject({ name: z.enum(SCENARIOS), companyId: z.optional(z.string()) }),
    (name: ScenarioName, companyId?: string) => ({ name, ...(companyId === undefined ? {} : { companyId }) }),
    (control, { name, companyId }) => control.playScenario(name, companyId),
  ),
  setCheckDelay: post(
    delay,
    (delayMs: number) => ({ delayMs }),
    (control, { delayMs }) => control.setCheckDelay(delayMs),
  ),
  setWebhook: post(
    webhook,
    (target: WebhookTarget | null) => target,
    (control, target) => control.setWebhook(target as WebhookTarget | null),
  ),
  webhook: get((control) => control.webhook()),
  setWebhookEnabled: post(
    enabled,
    (isEnabled: boolean) => ({ isEnabled }),
    (control, { isEnabled }) => control.setWebhookEnabled(isEnabled),
  ),
  rotateWebhookSecret: post(
    rotation,
    (secret: string, options: { overlapMs?: number } = {}) => ({ secret, ...options }),
    (control, { secret, overlapMs }) =>
      control.rotateWebhookSecret(secret, overlapMs === undefined ? {} : { overlapMs }),
  ),
  deliveries: get((control) => control.deliveries().map(deliveryWithoutSecrets)),
  holdWebhooks: post(nothing, empty, (control) => control.holdWebhooks()),
  releaseWebhooks: post(nothing, empty, (control) => control.releaseWebhooks()),
  sendWebhooks: post(
    sending,
    (ids: readonly string[], options: { inParallel?: boolean } = {}) => ({ ids, ...options }),
    (control, { ids, inParallel = false }) => control.sendWebhooks(ids, { inParallel }),
  ),
  sendCustomWebhook: post(
    event,
    (type: string, data: Record<string, unknown>) => ({ type, data }),
    (control, { type, data }) => control.sendCustomWebhook(type, data),
  ),
  advanceTime: post(span, withSpan, (control, { ms }) => control.advanceTime(ms)),
  freezeTime: post(nothing, empty, (control) => control.freezeTime()),
  resumeTime: post(nothing, empty, (control) => control.resumeTime()),
  setClockSkew: post(
    span,
    (skew: { ms: number }) => skew,
    (control, skew) => control.setClockSkew(skew),
  ),
  time: get((control) => control.time()),
  // The control checks what it is given, in the process as well.
  addFault: post(
    anything,
    (fault: SandboxFault) => fault,
    (control, fault) => control.addFault(fault as SandboxFault),
  ),
  clearFaults: post(
    fault,
    (id?: string) => (id === undefined ? {} : { id }),
    (control, { id }) => control.clearFaults(id),
  ),
  faults: get((control) => control.faults()),
  // The control checks what it is given, in the process as well.
  receiveMail: {
    path: 'mails',
    ...post(
      anything,
      (mail: ReceivedMail) => mail,
      (control, mail) => control.receiveMail(mail as ReceivedMail),
    ),
  },
  mails: get((control) => control.mails().map(mailWithoutSecrets)),
  stats: get((control) => control.stats()),
  snapshot: get((control) => withoutSecrets(control.snapshot())),
}

function post<Args extends unknown[], Body extends z.ZodMiniType>(
  schema: Body,
  pack: (...args: Args) => unknown,
  run: (control: SandboxControl, body: z.output<Body>) => unknown,
) {
  return {
    verb: 'POST' as const,
    pack,
    run: async (control: SandboxControl, request: Request) => run(control, await readBody(request, schema)),
  }
}

function get(run: (control: SandboxControl) => unknown) {
  return { verb: 'GET' as const, pack: empty, run }
}

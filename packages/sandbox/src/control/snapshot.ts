import { companyView, connectionView, invitationDetailView, siteView } from '../api/views.ts'
import { type ActiveFault, FAULT_SIDES, type FaultKind, type FaultSide } from '../faults/fault-schema.ts'
import {
  SANDBOX_PASSWORD,
  SANDBOX_SIGN_INS,
  SANDBOX_USERNAME,
  type SandboxSignIn,
} from '../hosted/sign-ins.ts'
import { isFictitiousKey } from '../options.ts'
import { PROVIDERS, type Provider, SANDBOX_PROVIDER_URL } from '../state/providers.ts'
import type { MailRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { ClockState } from '../state/time.ts'
import { restTime } from '../state/time.ts'
import { RETRY_WAITS_MS } from '../webhooks/webhook-endpoint.ts'
import type { WebhookDelivery, WebhookState } from '../webhooks/webhook-types.ts'
import type { ControlParts } from './define-call.ts'
import { SCENARIOS, type ScenarioName } from './scenarios.ts'

/** What was asked of the sandbox since its start or last reset. */
export interface SandboxStats {
  /** Rows made: what creating an invitation costs. */
  invitationsCreated: number
  /** Calls by route, such as `POST /invitation/company/{company_id}`; refused ones count too. */
  requests: Record<string, number>
}

/** A mail that Nectar would have sent, or that the host filed. Nothing leaves the sandbox. */
export interface SandboxMail extends Omit<MailRecord, 'at'> {
  /** Such as `2026-11-24T05:31:56Z`. */
  at: string
}

/** A mail without what is in it, which the console serves at `/mails/{number}/html` and `/mails/{number}/text`. */
export interface MailSummary extends Omit<SandboxMail, 'text' | 'html'> {
  hasText: boolean
  hasHtml: boolean
}

/** Everything there is. Objects are as the REST API shows them, invitations with their audit log. */
export interface SandboxSnapshot {
  /** Where the sandbox is reached. */
  origin: string
  clock: ClockState
  companies: ReturnType<typeof companyView>[]
  sites: ReturnType<typeof siteView>[]
  connections: ReturnType<typeof connectionView>[]
  invitations: ReturnType<typeof invitationDetailView>[]
  /** Checks that are under way; `at` is when they end, in milliseconds since the epoch without skew. */
  checks: { connectionId: string; at: number }[]
  /** Oldest first. */
  mails: MailSummary[]
  /** Null: there is none. */
  webhook: WebhookState | null
  /** Oldest first. */
  deliveries: WebhookDelivery[]
  faults: ActiveFault[]
  stats: SandboxStats
  /** `key` is null for one that may be a real one. `companies` are those that it sees; null: all. */
  apiKeys: { key: string | null; companies: readonly string[] | null }[]
  reference: SandboxReference
}

/** What is the same as long as the sandbox runs. */
export interface SandboxReference {
  providers: readonly Provider[]
  /** The login that Nectar documents. */
  login: { providerUrl: string; username: string; password: string }
  signIns: readonly SandboxSignIn[]
  scenarios: readonly ScenarioName[]
  /** The API's routes, for `addFault`. */
  routes: string[]
  faultSides: Readonly<Record<FaultKind, FaultSide>>
  /** How often a webhook is tried at most. */
  webhookTries: number
}

export function readStats(state: SandboxState): SandboxStats {
  return {
    invitationsCreated: state.invitationsCreated,
    requests: Object.fromEntries(state.requests),
  }
}

export function readMails(state: SandboxState): SandboxMail[] {
  return state.mails.map((mail) => ({ ...mail, at: restTime(mail.at) }))
}

export function readSnapshot({ state, faults, webhooks }: ControlParts): SandboxSnapshot {
  return {
    origin: state.options.origin,
    clock: state.time.read(),
    companies: [...state.companies.values()].map((company) => companyView(state, company)),
    sites: [...state.sites.values()].map(siteView),
    connections: [...state.connections.values()].map((connection) => connectionView(state, connection)),
    invitations: [...state.invitations.values()].map((found) => invitationDetailView(state, found)),
    checks: Array.from(state.checks, ([connectionId, { at }]) => ({ connectionId, at })),
    mails: readMails(state).map(({ text, html, ...mail }) => ({
      ...mail,
      hasText: text !== '',
      hasHtml: html !== null,
    })),
    webhook: webhooks.endpoint.read(),
    deliveries: webhooks.list(),
    faults: faults.list(),
    stats: readStats(state),
    apiKeys: Array.from(state.apiKeys, ([key, companies]) => ({
      key: isFictitiousKey(key) ? key : null,
      companies,
    })),
    reference: {
      providers: PROVIDERS,
      login: {
        providerUrl: SANDBOX_PROVIDER_URL,
        username: SANDBOX_USERNAME,
        password: SANDBOX_PASSWORD,
      },
      signIns: SANDBOX_SIGN_INS,
      scenarios: SCENARIOS,
      routes: [...faults.routes],
      faultSides: FAULT_SIDES,
      webhookTries: RETRY_WAITS_MS.length + 1,
    },
  }
}

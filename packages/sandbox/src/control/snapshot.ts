import { companyView, connectionView, invitationDetailView, siteView } from '../api/views.ts'
import { FAULT_SIDES } from '../faults/fault-schema.ts'
import { SANDBOX_PASSWORD, SANDBOX_SIGN_INS, SANDBOX_USERNAME } from '../hosted/sign-ins.ts'
import { isFictitiousKey } from '../options.ts'
import { PROVIDERS, SANDBOX_PROVIDER_URL } from '../state/providers.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import { restTime } from '../state/time.ts'
import { RETRY_WAITS_MS } from '../webhooks/webhook-endpoint.ts'
import type { ControlParts } from './define-call.ts'
import { SCENARIOS } from './scenarios.ts'

/** What was asked of the sandbox since its start or last reset. */
export type SandboxStats = ReturnType<typeof readStats>

/** A mail that Nectar would have sent, or that the host filed. Nothing leaves the sandbox. */
export type SandboxMail = ReturnType<typeof readMails>[number]

/** A mail without what is in it, which the console serves at `/mails/{number}/html` and `/mails/{number}/text`. */
export type MailSummary = SandboxSnapshot['mails'][number]

/** Everything there is. Objects are as the REST API shows them, invitations with their audit log. */
export type SandboxSnapshot = ReturnType<typeof readSnapshot>

/** What is the same as long as the sandbox runs. */
export type SandboxReference = SandboxSnapshot['reference']

export function readStats(state: SandboxState) {
  return {
    /** Rows made: what creating an invitation costs. */
    invitationsCreated: state.invitationsCreated,
    /** Calls by route, such as `POST /invitation/company/{company_id}`; refused ones count too. */
    requests: Object.fromEntries(state.requests),
  }
}

export function readMails(state: SandboxState) {
  return state.mails.map((mail) => ({
    ...mail,
    /** Such as `2026-11-24T05:31:56Z`. */
    at: restTime(mail.at),
  }))
}

export function readSnapshot({ state, faults, webhooks }: ControlParts) {
  return {
    /** Where the sandbox is reached. */
    origin: state.options.origin,
    clock: state.time.read(),
    companies: [...state.companies.values()].map((company) => companyView(state, company)),
    sites: [...state.sites.values()].map(siteView),
    connections: [...state.connections.values()].map((connection) => connectionView(state, connection)),
    invitations: [...state.invitations.values()].map((found) => invitationDetailView(state, found)),
    /** Checks that are under way; `at` is when they end, in milliseconds since the epoch without skew. */
    checks: Array.from(state.checks, ([connectionId, { at }]) => ({ connectionId, at })),
    /** Oldest first. */
    mails: readMails(state).map(({ text, html, ...mail }) => ({
      ...mail,
      hasText: text !== '',
      hasHtml: html !== null,
    })),
    /** Null: there is none. */
    webhook: webhooks.endpoint.read(),
    /** Oldest first. */
    deliveries: webhooks.list(),
    faults: faults.list(),
    stats: readStats(state),
    /** `key` is null for one that may be a real one. `companies` are those that it sees; null: all. */
    apiKeys: Array.from(state.apiKeys, ([key, companies]) => ({
      key: isFictitiousKey(key) ? key : null,
      companies,
    })),
    reference: {
      providers: PROVIDERS,
      /** The login that Nectar documents. */
      login: {
        providerUrl: SANDBOX_PROVIDER_URL,
        username: SANDBOX_USERNAME,
        password: SANDBOX_PASSWORD,
      },
      signIns: SANDBOX_SIGN_INS,
      scenarios: SCENARIOS,
      /** The API's routes, for `addFault`. */
      routes: [...faults.routes],
      faultSides: FAULT_SIDES,
      /** How often a webhook is tried at most. */
      webhookTries: RETRY_WAITS_MS.length + 1,
    },
  }
}

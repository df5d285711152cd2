import type { CheckOutcome } from '../state/connections.ts'
import { findProvider, findProviderByUrl, hostOf, type Provider } from '../state/providers.ts'
import type { InvitationRecord } from '../state/records.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { Challenge } from './sign-ins.ts'

export type StepName =
  | 'email'
  | 'code'
  | 'find'
  | 'address'
  | 'sign-in'
  | Challenge
  | 'codes'
  | 'configure'
  | 'done'

/** The utility that the customer chose; one outside the catalog has no mark and no types. */
export interface ChosenProvider {
  name: string
  url: string
  listed: Pick<Provider, 'types' | 'color' | 'mark'> | null
}

export interface Summary {
  /** Milliseconds since the epoch. */
  at: number
  siteCount: number
  types: string[]
  since: string | null
}

export interface Choices {
  sites: string[]
  types: string[]
  since: string
  owner: string
}

/** One customer's way through the page. The password is never part of it, only how its check will end. */
export interface Flow {
  id: string
  invitationId: string
  step: StepName
  /** The verified address; null while unverified, or when nobody asks. */
  verifiedEmail: string | null
  /** The code that was "mailed". */
  mailed: { email: string; code: string; triesLeft: number } | null
  provider: ChosenProvider | null
  /** The first step after the gate: the earlier ones were prefilled, or nothing needs them. */
  start: 'find' | 'sign-in' | 'codes'
  /** Found for a typed address, and not yet confirmed. */
  candidate: ChosenProvider | null
  login: { username: string; outcome: CheckOutcome } | null
  /** What the utility asked after the sign-in; null: nothing. */
  challenge: { kind: Challenge; triesLeft: number } | null
  choices: Choices | null
  summary: Summary | null
}

/** One customer with an invitation, and how far they are. */
export interface Visit {
  state: SandboxState
  invitation: InvitationRecord
  flow: Flow
}

export type Flows = ReturnType<typeof createFlows>

/** Beyond this many, the oldest is forgotten; its page starts over. */
const MOST = 1000

export function createFlows(state: SandboxState) {
  const flows = new Map<string, Flow>()
  return {
    /** @param verifiedEmail whose mail the link came from; null: the gate has to ask */
    begin(invitation: InvitationRecord, verifiedEmail: string | null): Flow {
      const provider = knownProvider(state, invitation)
      const start = firstStep(state, invitation, provider)
      const flow: Flow = {
        id: state.ids.token(),
        invitationId: invitation.id,
        step: invitation.allowedEmails.length > 0 && verifiedEmail === null ? 'email' : start,
        verifiedEmail,
        mailed: null,
        provider,
        start,
        candidate: null,
        login: null,
        challenge: null,
        choices: null,
        summary: null,
      }
      flows.set(flow.id, flow)
      for (const id of [...flows.keys()].slice(0, -MOST)) flows.delete(id)
      return flow
    },
    find(id: string, invitation: InvitationRecord): Flow | null {
      const flow = flows.get(id)
      return flow?.invitationId === invitation.id ? flow : null
    },
    clear: () => flows.clear(),
  }
}

/** The provider behind an address; an unknown one is named by its host. Null for text that is no web address. */
export function providerAt(address: string): ChosenProvider | null {
  const text = address.trim()
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const host = hostOf(url)
  if (host === null || !/^[^.]+(\.[^.]+)+$/.test(host)) return null
  const listed = findProviderByUrl(url)
  return listed ? choose(listed) : { name: host, url: new URL(url).origin, listed: null }
}

export function choose({ name, url, types, color, mark }: Provider): ChosenProvider {
  return { name, url, listed: { types, color, mark } }
}

/** Where only security codes stopped arriving, the password is still good and nobody is asked for it. */
function firstStep(
  state: SandboxState,
  invitation: InvitationRecord,
  provider: ChosenProvider | null,
): Flow['start'] {
  if (provider === null) return 'find'
  const status = state.connections.get(invitation.connectionId ?? '')?.status
  return status === 'MFA_TOKEN_EXPIRED' ? 'codes' : 'sign-in'
}

function knownProvider(
  state: SandboxState,
  { connectionId, prefill }: InvitationRecord,
): ChosenProvider | null {
  if (connectionId !== null) {
    const datasource = state.connections.get(connectionId)?.datasource
    if (!datasource) return null
    const listed = findProviderByUrl(datasource.url)
    return { ...datasource, listed: listed ? choose(listed).listed : null }
  }
  const listed = prefill.datasourceId === undefined ? undefined : findProvider(prefill.datasourceId)
  if (listed) return choose(listed)
  return prefill.url === undefined ? null : providerAt(prefill.url)
}

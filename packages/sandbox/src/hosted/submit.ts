import { UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import { addConnection, beginCheck, newConnection, renewUsername } from '../state/connections.ts'
import { useInvitation } from '../state/invitations.ts'
import { activeSitesOf, type SandboxState } from '../state/sandbox-state.ts'
import type { Choices, Flow, Visit } from './flows.ts'

/** Today on the sandbox's clock, as `YYYY-MM-DD`. */
export function today(state: SandboxState): string {
  return new Date(state.time.now()).toISOString().slice(0, 10)
}

/** What is ticked before the customer touches anything: the prefill, then what the provider sells. */
export function defaultChoices({ state, invitation, flow }: Visit): Choices {
  const { prefill } = invitation
  const sites = activeSitesOf(state, invitation.companyId).map((site) => site.id)
  const wanted = prefill.initialSites?.map((id) => id.toLowerCase())
  const lastYear = Number(today(state).slice(0, 4)) - 1
  return {
    sites: wanted ?? (sites.length === 1 ? sites : []),
    types: prefill.utilityTypes ?? flow.provider?.listed?.types ?? [],
    since: prefill.dataCollectionStartDate ?? `${lastYear}-01-01`,
    owner: prefill.connectionOwnerEmail ?? flow.verifiedEmail ?? '',
  }
}

/** The types to choose from: all of them when it is not known what the provider sells. */
export function offeredTypes(flow: Flow, chosen: readonly string[]): string[] {
  const sold: readonly string[] = flow.provider?.listed?.types ?? UTILITY_TYPES
  return [...new Set([...sold, ...chosen])]
}

/** Reads the posted choices and says, by field, what is missing. */
export function readChoices({ state, invitation }: Visit, form: FormData) {
  const known = activeSitesOf(state, invitation.companyId).map((site) => site.id)
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const one = (name: string) => all(name)[0]?.trim() ?? ''
  const choices: Choices = {
    sites: known.filter((id) => all('site').includes(id)),
    types: UTILITY_TYPES.filter((type) => all('type').includes(type)),
    since: one('since'),
    owner: one('owner'),
  }
  const errors: Record<string, string> = {}
  if (choices.sites.length === 0 && known.length > 0) errors.site = 'Choose at least one site.'
  if (choices.types.length === 0) errors.type = 'Choose at least one kind of bill.'
  if (choices.since !== '' && !z.iso.date().safeParse(choices.since).success) {
    errors.since = 'Enter a date, such as 2025-01-31.'
  } else if (choices.since > today(state)) {
    errors.since = 'Choose a day that is not in the future.'
  }
  if (choices.owner !== '' && !z.email().safeParse(choices.owner).success) {
    errors.owner = 'This is not an email address.'
  }
  return { choices, errors }
}

/**
 * Sends what was collected: makes a connection, or gives an existing one its new login. Whatever was typed is
 * accepted here; the check decides later. A connection that is reconnected keeps its status until then.
 *
 * @param choices null: reconnects
 * @returns the connection; null: something is missing, and nothing was sent
 */
export function submit({ state, invitation, flow }: Visit, choices: Choices | null): string | null {
  const { login, provider } = flow
  if (login === null || provider === null) return null
  const connection =
    choices === null
      ? state.connections.get(invitation.connectionId ?? '')
      : newConnection(state, {
          companyId: invitation.companyId,
          datasource: { name: provider.name, url: provider.url },
          country: invitation.prefill.country,
          siteIds: choices.sites,
          utilityTypes: choices.types,
          username: login.username,
          ownerEmail: choices.owner || null,
          dataCollectionStartDate: choices.since || null,
        })
  if (connection === undefined) return null
  if (choices === null) renewUsername(state, connection, login.username)
  else addConnection(state, connection)
  flow.step = 'done'
  flow.summary = {
    at: state.time.now(),
    siteCount: choices?.sites.length ?? 0,
    types: choices?.types ?? [],
    since: choices?.since || null,
  }
  useInvitation(state, invitation, choices === null ? null : connection.id)
  beginCheck(state, connection.id, login.outcome)
  return connection.id
}

import { UTILITY_TYPES } from '@nectar-connect/contract/nectar'
import * as z from 'zod/mini'
import { activeSitesOf, type InvitationRecord } from '../../core/records.ts'
import type { World } from '../../core/world.ts'
import type { Choices, Flow } from '../flows.ts'

/** Today on the sandbox's clock, as `YYYY-MM-DD`. */
export function today(world: World): string {
  return new Date(world.clock.now()).toISOString().slice(0, 10)
}

/** What is ticked before the customer touches anything: the prefill, then what the provider sells. */
export function defaultChoices(world: World, invitation: InvitationRecord, flow: Flow): Choices {
  const { prefill } = invitation
  const sites = activeSitesOf(world.state, invitation.companyId).map((site) => site.id)
  const wanted = prefill.initialSites?.map((id) => id.toLowerCase())
  const lastYear = Number(today(world).slice(0, 4)) - 1
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
export function readChoices(world: World, invitation: InvitationRecord, form: FormData) {
  const known = activeSitesOf(world.state, invitation.companyId).map((site) => site.id)
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
  if (choices.since !== '' && !isDate(choices.since)) errors.since = 'Enter a date, such as 2025-01-31.'
  else if (choices.since > today(world)) errors.since = 'Choose a day that is not in the future.'
  if (choices.owner !== '' && !z.email().safeParse(choices.owner).success) {
    errors.owner = 'This is not an email address.'
  }
  return { choices, errors }
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return Number.isFinite(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

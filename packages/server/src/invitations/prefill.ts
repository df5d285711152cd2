import { isSameId, type NectarPrefill, nectarPrefill } from '@nectar-connect/contract/nectar'
import {
  check,
  PREFILL_CHECKS,
  PREFILL_FIELDS,
  type Prefill,
  type PrefillField,
  readMailAddress,
} from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'
import type { Core } from '../app/core.ts'
import type { Log } from '../lib/log.ts'

const { initialSites, dataCollectionStartDate, connectionOwnerEmail, ...sameNames } = nectarPrefill.shape

/** What the host itself may fill in: whatever Nectar takes. */
export const hostPrefill = z.strictObject({
  ...sameNames,
  siteIds: initialSites,
  startDate: dataCollectionStartDate,
  ownerEmail: connectionOwnerEmail,
} satisfies Record<PrefillField, unknown>)

const NECTAR_NAMES: Partial<Record<string, keyof NectarPrefill>> = {
  siteIds: 'initialSites',
  startDate: 'dataCollectionStartDate',
  ownerEmail: 'connectionOwnerEmail',
}

/** A prefill in Nectar's words. */
export function toNectarPrefill(prefill: Prefill): NectarPrefill {
  const given = Object.entries(prefill).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [NECTAR_NAMES[name] ?? name, value]))
}

/** What is taken of a page's prefill; null: nothing. `problems` says why the rest is not, each with its fix. */
export interface PagePrefill {
  prefill: Prefill | null
  problems: string[]
}

/**
 * Takes the fields that `acceptPrefill` names, where they can be used. Anything else is left out, since a prefill must
 * cost nobody the page, and is logged. Sites of other companies are not told from those that do not exist.
 */
export async function readPagePrefill(
  { client, settings }: Pick<Core, 'client' | 'settings'>,
  companyId: string,
  given: Readonly<Record<string, unknown>> | undefined,
  log: Log,
): Promise<PagePrefill> {
  const problems: string[] = []
  const leaveOut = (text: string) => {
    problems.push(text)
    log.counted('warn', text, {})
  }
  const { siteIds, ...fields } = readFields(given ?? {}, settings.options.acceptPrefill, leaveOut)
  const own = await findOwnSites(client, companyId, siteIds ?? [], log)
  if (own === null) leaveOut('The sites of a prefill could not be read. Is Nectar available?')
  else if (own.length < (siteIds ?? []).length) {
    leaveOut('A page fills in a site that cannot be found. Name sites of the company that are not archived.')
  }
  const prefill = own === null || own.length === 0 ? fields : { ...fields, siteIds: own }
  return { prefill: Object.keys(prefill).length > 0 ? (prefill as Prefill) : null, problems }
}

type PrefillValues = { [Field in Exclude<PrefillField, 'siteIds'>]?: unknown } & { siteIds?: string[] }

function readFields(
  given: Readonly<Record<string, unknown>>,
  accepted: readonly PrefillField[],
  leaveOut: (text: string) => void,
): PrefillValues {
  const read: PrefillValues = {}
  for (const [name, value] of Object.entries(given)) {
    const field = PREFILL_FIELDS.find((known) => known === name)
    if (value === null) continue
    if (field === undefined) {
      leaveOut(`A page fills in something unknown. Choose from ${PREFILL_FIELDS.join(', ')}.`)
    } else if (!accepted.includes(field)) {
      leaveOut(
        `A page fills in "${field}", which this server does not take. Pass createNectarConnect({ acceptPrefill: ['${field}'] }), next to what is in there.`,
      )
    } else {
      const usable = check.readAs(PREFILL_CHECKS[field], value)
      if (usable === null) leaveOut(`A page fills in "${field}" with what cannot be used. ${EXPECTED[field]}`)
      else Object.assign(read, { [field]: usable })
    }
  }
  if (read.url !== undefined && read.datasourceId !== undefined) {
    leaveOut('A page fills in both "url" and "datasourceId". Leave one of them out: "url" was.')
    delete read.url
  }
  return read
}

const EXPECTED: Readonly<Record<PrefillField, string>> = {
  url: 'Write the whole address, with https and without credentials.',
  datasourceId: 'Pass the id that Nectar gave to the provider.',
  country: 'Write it like "US".',
  siteIds: 'Pass a list of ids that Nectar gave to sites, 200 at most.',
  utilityTypes: 'Pass a list such as ["ELECTRICITY"], 20 at most.',
  startDate: 'Write it like "2024-01-31".',
  ownerEmail: 'Pass one plain mail address.',
}

/** Those that are the company's, and not archived; null: they cannot be read. */
async function findOwnSites(client: Core['client'], companyId: string, siteIds: readonly string[], log: Log) {
  if (siteIds.length === 0) return []
  try {
    const { sites } = await client.getCompany(companyId, log)
    const open = sites.filter(({ dataCollectionStopDate }) => dataCollectionStopDate === null)
    return siteIds.filter((id) => open.some((site) => isSameId(site.id, id)))
  } catch {
    // The client has logged it.
    return null
  }
}

/**
 * The page's prefill with what the policy says of each field, as Nectar takes it.
 *
 * @param own What the policy returned. A field that is missing keeps the page's, null or an odd one leaves it empty.
 */
export function mergePrefill(
  page: Prefill | null,
  own: unknown,
  odd: (field: string, what: string) => void,
): NectarPrefill | null {
  if (own !== undefined && own !== null && typeof own !== 'object') {
    odd('prefill', 'is no object. Nothing is filled in')
    return null
  }
  const merged: Record<string, unknown> = { ...page }
  const said = Object.entries({ ...own }).filter(([, value]) => value !== undefined)
  // Both name the provider.
  if (said.some(([name]) => name === 'url' || name === 'datasourceId')) {
    delete merged.url
    delete merged.datasourceId
  }
  for (const [name, value] of said) {
    delete merged[name]
    if (value === null) continue
    const usable = name === 'ownerEmail' ? (readMailAddress(value) ?? value) : value
    if (hostPrefill.safeParse({ [name]: usable }).success) merged[name] = usable
    else odd(`prefill.${name}`, 'cannot be used. It is not filled in')
  }
  return Object.keys(merged).length > 0 ? toNectarPrefill(merged) : null
}
